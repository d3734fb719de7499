import { sql } from 'kysely';
import type { Database } from '../../db/pool.ts';
import type { AccountScope, CommandContext } from '../context.ts';
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

/** The first page of a PDF is to be drawn by a job, as it was not when it came. */
export async function insertPageWant({ tx, scope, now }: Context & { readonly now: Date }, fileId: string): Promise<void> {
  await sql`insert into page_wants (account_id, file_id, next_at) values (${scope.accountId}, ${fileId}, ${now})`.execute(tx);
}

export type ClaimedPage = { readonly hash: string; readonly tries: number };

/** Takes the next PDF that is due, for ten minutes: should we end meanwhile, another process takes it then. */
export async function claimPage(db: Database, { accountId }: AccountScope, now: Date): Promise<ClaimedPage | undefined> {
  const { rows } = await sql<ClaimedPage>`
    update page_wants w set tries = w.tries + 1, next_at = ${now}::timestamptz + interval '10 minutes'
    from (
      select file_id from page_wants where account_id = ${accountId} and next_at <= ${now} order by next_at, file_id limit 1 for update skip locked
    ) due
    join files f on f.account_id = ${accountId} and f.id = due.file_id
    where w.account_id = ${accountId} and w.file_id = due.file_id
    returning encode(f.sha256, 'hex') as hash, w.tries`.execute(db);
  return rows[0];
}

/** The page is drawn: of all PDFs with this content. */
export async function notePage({ tx, scope }: Context, hash: string, page: { readonly width: number | null; readonly height: number | null }): Promise<void> {
  await sql`
    update files set width = ${page.width}, height = ${page.height}
    where account_id = ${scope.accountId} and sha256 = decode(${hash}, 'hex') and width is null`.execute(tx);
}

/** PDFs with this content are not tried again. */
export async function deletePageWants({ tx, scope }: Context, hash: string): Promise<void> {
  await sql`
    delete from page_wants w using files f
    where w.account_id = ${scope.accountId} and f.account_id = w.account_id and f.id = w.file_id and f.sha256 = decode(${hash}, 'hex')`.execute(tx);
}
