// What was decided about revisions, and what happened before.
import type { KeptDecision } from '@backdesk/contract/estimate/decision.ts';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../../db/tables.ts';
import type { AccountScope } from '../../context.ts';

type Db = Kysely<Tables>;

export type DecisionRow = { readonly id: string; readonly content: KeptDecision; readonly text: string; readonly sha256: Buffer };

/** What was decided about a revision, oldest first. */
export async function listDecisions(db: Db, scope: AccountScope, orderId: string, revision: number): Promise<readonly DecisionRow[]> {
  const rows = await db
    .selectFrom('estimate_decisions')
    .select(['id', 'content', 'sha256'])
    .where('account_id', '=', scope.accountId)
    .where('order_id', '=', orderId)
    .where('revision', '=', revision)
    .orderBy('decided_at')
    .orderBy('id')
    .execute();
  return rows.map(({ id, content, sha256 }) => ({ id, content: JSON.parse(content) as KeptDecision, text: content, sha256 }));
}

export type AcceptedBefore = { readonly revision: number; readonly content: KeptDecision };

/** The last acceptance of this revision or one before it; undefined: nothing was accepted. Whether it still stands is the revision's status. */
export async function findAcceptanceUpTo(db: Db, scope: AccountScope, orderId: string, revision: number): Promise<AcceptedBefore | undefined> {
  const row = await db
    .selectFrom('estimate_decisions')
    .select(['revision', 'content'])
    .where('account_id', '=', scope.accountId)
    .where('order_id', '=', orderId)
    .where('revision', '<=', revision)
    .where('kind', 'in', ['accepted', 'accepted_in_part'])
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? undefined : { revision: row.revision, content: JSON.parse(row.content) as KeptDecision };
}

/** A decision of the account. */
export async function findDecision(db: Db, scope: AccountScope, id: string): Promise<DecisionRow | undefined> {
  const row = await db
    .selectFrom('estimate_decisions')
    .select(['id', 'content', 'sha256'])
    .where('account_id', '=', scope.accountId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? undefined : { id: row.id, content: JSON.parse(row.content) as KeptDecision, text: row.content, sha256: row.sha256 };
}

export async function findKeptDecision(db: Db, id: string): Promise<KeptDecision | undefined> {
  const row = await db.selectFrom('estimate_decisions').select('content').where('id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : (JSON.parse(row.content) as KeptDecision);
}

export type TrailFact = { readonly kind: string; readonly at: Date; readonly recipient: string; readonly mailId: string | null };

/** What happened with a revision so far, oldest first, the last 200 of it: sent, copied, viewed, fetched, and by whose link. */
export async function listTrail(db: Db, scope: AccountScope, orderId: string, revision: number): Promise<readonly TrailFact[]> {
  const { rows } = await sql<TrailFact>`
    select f.kind, f.at, coalesce(l.recipient, '') "recipient", f.mail_id "mailId" from estimate_facts f
    left join estimate_links l on l.account_id = f.account_id and l.id = f.link_id
    where f.account_id = ${scope.accountId} and f.order_id = ${orderId} and f.revision = ${revision} order by f.ordinal desc limit 200`.execute(db);
  return rows.toReversed();
}
