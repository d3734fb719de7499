import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { AccountScope, Actor } from '../modules/context.ts';
import { actorKey } from '../modules/context.ts';
import type { Database } from './pool.ts';
import { sentAhead } from './pool.ts';
import type { Tables } from './tables.ts';

export type KeptAnswer = { readonly status: number; readonly body: string | null; readonly resource: string | null };
export type Claim = 'ours' | 'other_request' | KeptAnswer;

type Asked = { readonly scope: AccountScope; readonly actor: Actor; readonly key: string; readonly hash: Buffer; readonly now: Date };

const daysKept = 7;
/** Larger answers are not kept: they are read again where they came from. */
const bytesKept = 64 * 1024;

/**
 * Claims a key for this transaction; to be its first statement. The insert of a twin waits here for ours to commit or
 * roll back (5 s, then lock_not_available): afterwards it finds our answer, or the key free again.
 */
export async function claimKey(db: Kysely<Tables>, asked: Asked): Promise<Claim> {
  const oldest = new Date(asked.now.getTime() - daysKept * 24 * 3_600_000);
  const actor = actorKey(asked.actor);
  const inserted = await db
    .insertInto('idempotency_keys')
    .values({ account_id: asked.scope.accountId, actor, key: asked.key, request_hash: asked.hash, created_at: asked.now })
    // A key that has served its time is taken over as if it had been purged.
    .onConflict((conflict) =>
      conflict
        .columns(['account_id', 'actor', 'key'])
        .doUpdateSet({ request_hash: asked.hash, created_at: asked.now, status: null, body: null, resource: null })
        .where('idempotency_keys.created_at', '<', oldest),
    )
    .returning('key')
    .executeTakeFirst();
  if (inserted !== undefined) return 'ours';
  const kept = await db
    .selectFrom('idempotency_keys')
    .select(['request_hash', 'status', 'body', 'resource'])
    .where('account_id', '=', asked.scope.accountId)
    .where('actor', '=', actor)
    .where('key', '=', asked.key)
    .executeTakeFirstOrThrow();
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

/** Removes keys that nobody may replay any more. */
export async function purgeKeys(db: Database, now: Date): Promise<void> {
  await db
    .deleteFrom('idempotency_keys')
    .where('created_at', '<', new Date(now.getTime() - daysKept * 24 * 3_600_000))
    .execute();
}
