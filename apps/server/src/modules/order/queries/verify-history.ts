import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../../db/tables.ts';
import type { AccountScope } from '../../context.ts';
import { type ChainedEvent, chainHash } from '../event-chain.ts';

type Link = Omit<ChainedEvent, 'at'> & { readonly at: Date; readonly hash: string | null; readonly previous: string | null };

/** Reads the chain of an order's events from the start; the first that does not fit the one before it or itself, or null. */
export async function findBrokenEvent(
  db: Kysely<Tables>,
  scope: AccountScope,
  orderId: string,
): Promise<{ readonly version: number; readonly index: number } | null> {
  const { rows } = await sql<Link>`
    select subject_id "orderId", version, index, type, actor, actor_name "actorName", at, data, encode(hash, 'hex') hash, encode(previous_hash, 'hex') previous
    from events where account_id = ${scope.accountId} and subject_id = ${orderId} and subject = 'order' order by version, index`.execute(db);
  let end: string | null = null;
  for (const { hash, previous, at, ...event } of rows) {
    if (previous !== end || hash !== chainHash(end, { ...event, at: at.toISOString() })) return { version: event.version, index: event.index };
    end = hash;
  }
  return null;
}
