import type { PictureFault } from '@backdesk/domain/file/picture-fault.ts';
import { sql } from 'kysely';
import type { Database } from '../../../db/pool.ts';
import type { AccountScope, CommandContext } from '../../context.ts';

type Context = Pick<CommandContext, 'tx' | 'scope' | 'now' | 'newId'>;
export type PictureWant = { readonly url: string; readonly productId: string };

/** Notes what is to be fetched, and for whom. `again`: also what brought nothing before, given up or not; one that is being fetched is left alone. */
export async function insertWants({ tx, scope, now, newId }: Context, wants: readonly PictureWant[], again: boolean): Promise<void> {
  const urls = [...new Set(wants.map(({ url }) => url))].map((url) => ({ id: newId(), url }));
  await sql`
    insert into picture_fetches (account_id, id, url, next_at)
    select ${scope.accountId}, u.id, u.url, ${now} from jsonb_to_recordset(${JSON.stringify(urls)}::jsonb) u (id uuid, url text)
    on conflict (account_id, md5(url)) do update set state = 'waiting', reason = null, tries = 0, next_at = excluded.next_at
      where ${again} and picture_fetches.state <> 'made' and picture_fetches.reason is not null`.execute(tx);
  await sql`
    insert into picture_wants (account_id, fetch_id, product_id)
    select f.account_id, f.id, w."productId" from jsonb_to_recordset(${JSON.stringify(wants)}::jsonb) w (url text, "productId" uuid)
    join picture_fetches f on f.account_id = ${scope.accountId} and md5(f.url) = md5(w.url)
    on conflict do nothing`.execute(tx);
}

export type ClaimedFetch = { readonly id: string; readonly url: string; readonly tries: number };

/** Takes the next one that is due, for ten minutes: should we end, another process takes it then. Without a reason it is on its way. */
export async function claimFetch(db: Database, { accountId }: AccountScope, now: Date): Promise<ClaimedFetch | undefined> {
  const { rows } = await sql<ClaimedFetch>`
    update picture_fetches f set tries = tries + 1, reason = null, next_at = ${now}::timestamptz + interval '10 minutes'
    from (
      select id from picture_fetches where account_id = ${accountId} and state = 'waiting' and next_at <= ${now}
      order by next_at, id limit 1 for update skip locked
    ) due
    where f.account_id = ${accountId} and f.id = due.id
    returning f.id, f.url, f.tries`.execute(db);
  return rows[0];
}

/** A try brought nothing: it waits until then, or is given up (null). */
export async function noteFault(
  { tx, scope }: Context,
  id: string,
  { reason, nextAt }: { readonly reason: PictureFault; readonly nextAt: Date | null },
): Promise<void> {
  await sql`
    update picture_fetches set reason = ${reason}, state = ${nextAt === null ? 'failed' : 'waiting'}, next_at = coalesce(${nextAt}::timestamptz, next_at)
    where account_id = ${scope.accountId} and id = ${id}`.execute(tx);
}

/** It is there, as this file; nobody waits for it any more. */
export async function noteFetched({ tx, scope }: Context, id: string, fileId: string): Promise<void> {
  await sql`update picture_fetches set state = 'made', reason = null, file_id = ${fileId} where account_id = ${scope.accountId} and id = ${id}`.execute(tx);
  await sql`delete from picture_wants where account_id = ${scope.accountId} and fetch_id = ${id}`.execute(tx);
}

/** Nobody wants it any more. */
export async function deleteFetch({ tx, scope }: Context, id: string): Promise<void> {
  await sql`delete from picture_fetches where account_id = ${scope.accountId} and id = ${id}`.execute(tx);
}
