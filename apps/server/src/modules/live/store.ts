import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Tables } from '../../db/tables.ts';
import type { AccountScope } from '../context.ts';

type Db = Kysely<Tables>;

export type Seen = {
  readonly orderId: string;
  readonly tabId: string;
  readonly actor: string;
  readonly name: string;
  readonly lineId: string | null;
  readonly atCheckout: boolean;
  readonly at: Date;
};

/** Notes that a tab is there; answers whether that is news: it was not, or was in another line. */
export async function markPresent(db: Db, scope: AccountScope, seen: Seen, since: Date): Promise<boolean> {
  const { rows } = await sql<{ readonly isNews: boolean }>`
    with before as (select line_id, at_checkout, seen_at from order_presence
      where account_id = ${scope.accountId} and order_id = ${seen.orderId} and tab_id = ${seen.tabId}),
    marked as (insert into order_presence (account_id, order_id, tab_id, actor, name, line_id, at_checkout, seen_at)
      values (${scope.accountId}, ${seen.orderId}, ${seen.tabId}, ${seen.actor}, ${seen.name}, ${seen.lineId}, ${seen.atCheckout}, ${seen.at})
      on conflict (account_id, order_id, tab_id) do update
        set actor = excluded.actor, name = excluded.name, line_id = excluded.line_id, at_checkout = excluded.at_checkout, seen_at = excluded.seen_at)
    select coalesce((select line_id is distinct from ${seen.lineId}::uuid or at_checkout <> ${seen.atCheckout} or seen_at <= ${since} from before), true) "isNews"`.execute(
    db,
  );
  return rows[0]?.isNews ?? true;
}

/** A tab has left; only its own person can say so. */
export async function removePresent(db: Db, scope: AccountScope, seen: Pick<Seen, 'orderId' | 'tabId' | 'actor'>): Promise<void> {
  await sql`delete from order_presence where account_id = ${scope.accountId} and order_id = ${seen.orderId} and tab_id = ${seen.tabId}
    and actor = ${seen.actor}`.execute(db);
}

/** Forgets who was seen before a time. */
export async function purgePresence(db: Db, before: Date): Promise<void> {
  await sql`delete from order_presence where seen_at < ${before}`.execute(db);
}
