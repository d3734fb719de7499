import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Tables } from '../../db/tables.ts';
import type { AccountScope } from '../context.ts';

export type FileRow = {
  readonly id: string;
  readonly accountId: string;
  /** Hexadecimal. */
  readonly hash: string;
  readonly bytes: number;
  readonly mediaType: string;
  readonly name: string;
  readonly width: number | null;
  readonly height: number | null;
  readonly createdBy: string;
  readonly createdAt: Date;
};

/** What refers to a file: which nouns, and of which objects. */
export type FileUse = { readonly noun: 'order' | 'product' | 'evidence' | 'account'; readonly nounId: string };

/** Of `files f`. */
export const fileColumns = sql`f.id, f.account_id as "accountId", encode(f.sha256, 'hex') as hash, f.bytes, f.media_type as "mediaType", f.name, f.width, f.height,
  f.created_by as "createdBy", f.created_at as "createdAt"`;

const nouns = sql`(select coalesce(array_agg(distinct u.noun), '{}') from file_uses u where u.account_id = f.account_id and u.file_id = f.id)`;

/** Whose carts and orders use it, as they see them on the site: a draft is staff's. */
const customers = sql`(select coalesce(array_agg(distinct o.customer_id::text), '{}') from file_uses u
  join orders o on o.account_id = u.account_id and o.id = u.noun_id and o.customer_id is not null and o.deleted_at is null
    and o.stage in ('cart', 'saved_cart', 'pending', 'submitted', 'approval_declined', 'canceled')
  where u.account_id = f.account_id and u.file_id = f.id and u.noun = 'order')`;

/** A file with the kinds of what uses it, and the customers whose orders do. */
export type FoundFile = FileRow & { readonly nouns: readonly FileUse['noun'][]; readonly customerIds: readonly string[] };

/** Files by id; those of another account are missing. */
export async function listFiles(db: Kysely<Tables>, scope: AccountScope, ids: readonly string[]): Promise<readonly FoundFile[]> {
  const { rows } = await sql<FoundFile>`
    select ${fileColumns}, ${nouns} as nouns, ${customers} as "customerIds" from files f where f.account_id = ${scope.accountId} and f.id = any(${ids}::uuid[])`.execute(
    db,
  );
  return rows;
}

/** A file that the order of a link uses. */
export async function findFileOfLink(db: Kysely<Tables>, scope: AccountScope, linkId: string, id: string): Promise<FileRow | undefined> {
  const { rows } = await sql<FileRow>`
    select ${fileColumns} from estimate_links l
    join file_uses u on u.account_id = l.account_id and u.noun = 'order' and u.noun_id = l.order_id and u.file_id = ${id}
    join files f on f.account_id = u.account_id and f.id = u.file_id
    where l.account_id = ${scope.accountId} and l.id = ${linkId}`.execute(db);
  return rows[0];
}

/** A picture of a product, or the logo of the account, for anybody. The account is in the address, because nobody is signed in. */
export async function findOpenPicture(db: Kysely<Tables>, accountId: string, id: string): Promise<FileRow | undefined> {
  const { rows } = await sql<FileRow>`
    select ${fileColumns} from files f where f.account_id = ${accountId} and f.id = ${id}
      and exists (select from file_uses u where u.account_id = f.account_id and u.file_id = f.id and u.noun in ('product', 'account'))`.execute(db);
  return rows[0];
}

/** How many files somebody has sent that nothing uses yet. */
export async function countUnused(db: Kysely<Tables>, scope: AccountScope, createdBy: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int count from files where account_id = ${scope.accountId} and used_at is null and created_by = ${createdBy}`.execute(db);
  return rows[0]?.count ?? 0;
}
