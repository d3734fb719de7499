import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { AccountScope, Actor } from '../modules/context.ts';
import { actorKey } from '../modules/context.ts';
import { uniqueViolation } from './failures.ts';
import type { Database } from './pool.ts';
import { sentAhead } from './pool.ts';
import type { Tables } from './tables.ts';

export type KeptAnswer = { readonly status: number; readonly body: string | null; readonly resource: string | null };
export type Taken = 'free_again' | 'other_request' | KeptAnswer;

type Asked = { readonly scope: AccountScope; readonly actor: Actor; readonly key: string; readonly hash: Buffer; readonly now: Date };

const daysKept = 7;
/** Larger answers are not kept: they are read again where they came from. */
const bytesKept = 64 * 1024;

const oldestKept = (now: Date) => new Date(now.getTime() - daysKept * 24 * 3_600_000);

/**
 * Claims a key for this transaction; to be its first statement. It is sent ahead: a key that is taken fails the first
 * statement of the command (`isKeyTaken`), which is seldom, and a free one costs no wait. The insert of a twin waits here
 * for ours to commit or roll back (5 s, then lock_not_available): afterwards it finds our answer, or the key free again.
 */
export async function claimKey(db: Kysely<Tables>, asked: Asked): Promise<void> {
  await sql`${sentAhead} insert into idempotency_keys (account_id, actor, key, request_hash, created_at)
    values (${asked.scope.accountId}, ${actorKey(asked.actor)}, ${asked.key}, ${asked.hash}, ${asked.now})`.execute(db);
}

/** Whether a transaction failed because its key was taken before. */
export const isKeyTaken = (error: unknown) => uniqueViolation(error) === 'idempotency_keys_pkey';

/** What holds a taken key: the answer to the same request, or another request. One that has served its time is let go. */
export async function readTakenKey(db: Kysely<Tables>, asked: Asked): Promise<Taken> {
  const actor = actorKey(asked.actor);
  const kept = await db
    .selectFrom('idempotency_keys')
    .select(['request_hash', 'status', 'body', 'resource', 'created_at'])
    .where('account_id', '=', asked.scope.accountId)
    .where('actor', '=', actor)
    .where('key', '=', asked.key)
    .executeTakeFirst();
  if (kept === undefined) return 'free_again';
  if (kept.created_at < oldestKept(asked.now)) {
    // Only if it is that old one still: a twin may have taken it over meanwhile.
    await sql`delete from idempotency_keys where account_id = ${asked.scope.accountId} and actor = ${actor} and key = ${asked.key}
      and created_at < ${oldestKept(asked.now)}`.execute(db);
    return 'free_again';
  }
  if (!asked.hash.equals(kept.request_hash)) return 'other_request';
  if (kept.status === null) throw new Error('An idempotency key was committed without its answer.');
  return { status: kept.status, body: kept.body, resource: kept.resource };
}

/** Keeps the answer with the key, in the transaction that did the work. */
export async function keepAnswer(
  db: Kysely<Tables>,
  asked: Asked,
  answer: { readonly status: number; readonly body: string; readonly resource: string | undefined },
): Promise<void> {
  const fits = answer.resource === undefined || Buffer.byteLength(answer.body) <= bytesKept;
  await sql`${sentAhead} update idempotency_keys set status = ${answer.status}, body = ${fits ? answer.body : null}, resource = ${answer.resource ?? null}
    where account_id = ${asked.scope.accountId} and actor = ${actorKey(asked.actor)} and key = ${asked.key}`.execute(db);
}

/**
 * What one actor did counts as done by another from now on: a repetition under the same key does it no second time. An answer that can be read
 * again is, by whoever asks: what it said was another's.
 */
export async function handOnKeys(db: Kysely<Tables>, scope: AccountScope, from: Actor, to: Actor): Promise<void> {
  await sql`update idempotency_keys k set actor = ${actorKey(to)}, body = case when resource is null then body end
    where account_id = ${scope.accountId} and actor = ${actorKey(from)}
      and not exists (select from idempotency_keys o where o.account_id = k.account_id and o.actor = ${actorKey(to)} and o.key = k.key)`.execute(db);
}

/** Removes keys that nobody may replay any more. */
export async function purgeKeys(db: Database, now: Date): Promise<void> {
  await db.deleteFrom('idempotency_keys').where('created_at', '<', oldestKept(now)).execute();
}
