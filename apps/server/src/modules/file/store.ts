import { sql } from 'kysely';
import type { Database } from '../../db/pool.ts';
import type { CommandContext } from '../context.ts';
import type { FileRow, FileUse } from './queries.ts';

type Context = Pick<CommandContext, 'tx' | 'scope'>;

export async function insertFile({ tx, scope }: Context, file: Omit<FileRow, 'accountId'>): Promise<void> {
  await sql`
    insert into files (account_id, id, sha256, bytes, media_type, name, width, height, created_by, created_at)
    values (${scope.accountId}, ${file.id}, decode(${file.hash}, 'hex'), ${file.bytes}, ${file.mediaType}, ${file.name}, ${file.width}, ${file.height},
      ${file.createdBy}, ${file.createdAt})`.execute(tx);
}

/** Held until the end of the transaction, so that what is being kept and what is being removed under one key cannot pass each other. */
export async function holdContent(tx: Context['tx'], key: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`file ${key}`}, 0))`.execute(tx);
}

/** Files are in use from now on, by each of the objects. */
export async function insertUses({ tx, scope, now }: Context & { readonly now: Date }, fileIds: readonly string[], use: FileUse): Promise<void> {
  if (fileIds.length === 0) return;
  await sql`
    insert into file_uses (account_id, file_id, noun, noun_id) select ${scope.accountId}, id, ${use.noun}, ${use.nounId}::uuid from unnest(${fileIds}::uuid[]) id
    on conflict do nothing`.execute(tx);
  await sql`update files set used_at = ${now} where account_id = ${scope.accountId} and id = any(${fileIds}::uuid[]) and used_at is null`.execute(tx);
}

export type Unused = { readonly accountId: string; readonly id: string; readonly hash: string };

/** Files that were sent before a time and that nothing uses. */
export async function listUnused(db: Database, before: Date): Promise<readonly Unused[]> {
  const { rows } = await sql<Unused>`
    select account_id as "accountId", id, encode(sha256, 'hex') as hash from files where used_at is null and created_at < ${before} limit 1000`.execute(db);
  return rows;
}

/** Removes the row of a file if nothing uses it still; answers whether its content is now nobody's. Uses `holdContent` before. */
export async function deleteUnused(tx: Context['tx'], { accountId, id, hash }: Unused): Promise<boolean> {
  // Locked first: a command that begins to use it holds the row, and is seen when it has committed.
  await sql`select 1 from files where account_id = ${accountId} and id = ${id} for update`.execute(tx);
  await sql`
    delete from files f where account_id = ${accountId} and id = ${id} and used_at is null
      and not exists (select from file_uses u where u.account_id = f.account_id and u.file_id = f.id)`.execute(tx);
  const { rows } = await sql`select 1 from files where account_id = ${accountId} and sha256 = decode(${hash}, 'hex') limit 1`.execute(tx);
  return rows.length === 0;
}
