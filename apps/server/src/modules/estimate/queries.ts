import type { KeptDecision } from '@backdesk/contract/estimate/decision.ts';
import type { FrozenEstimate } from '@backdesk/contract/estimate/frozen.ts';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../db/tables.ts';
import type { AccountScope } from '../context.ts';

type Db = Kysely<Tables>;

export type RevisionRow = {
  readonly revision: number;
  readonly status: 'open' | 'changes_requested' | 'accepted' | 'accepted_in_part' | 'declined' | 'withdrawn' | 'superseded';
  readonly expiresAt: Date;
  readonly releasedAt: Date | null;
  readonly withdrawnAt: Date | null;
  /** As extended; the content says what it was when it was frozen. */
  readonly validUntil: string;
  readonly content: FrozenEstimate;
  readonly text: string;
  readonly sha256: Buffer;
};

const columns = ['revision', 'status', 'content', 'sha256', 'expires_at', 'valid_until', 'released_at', 'withdrawn_at'] as const;
type Row = Pick<RevisionRow, 'revision' | 'status' | 'sha256'> & {
  readonly content: string;
  readonly expires_at: Date;
  readonly valid_until: string;
  readonly released_at: Date | null;
  readonly withdrawn_at: Date | null;
};

const revisionOf = (row: Row): RevisionRow => ({
  revision: row.revision,
  status: row.status,
  expiresAt: row.expires_at,
  releasedAt: row.released_at,
  withdrawnAt: row.withdrawn_at,
  validUntil: row.valid_until,
  text: row.content,
  content: JSON.parse(row.content) as FrozenEstimate,
  sha256: row.sha256,
});

/** One revision with what it froze. */
export async function findRevision(db: Db, scope: AccountScope, orderId: string, revision: number): Promise<RevisionRow | undefined> {
  const row = await db
    .selectFrom('estimate_revisions')
    .select(columns)
    .where('account_id', '=', scope.accountId)
    .where('order_id', '=', orderId)
    .where('revision', '=', revision)
    .executeTakeFirst();
  return row === undefined ? undefined : revisionOf(row);
}

export type LinkedRevision = RevisionRow & { readonly orderId: string };

/** What a link shows: the newest revision that was released. A newer one that staff have not sent yet is not the customer's. */
export async function findRevisionByLink(db: Db, scope: AccountScope, linkId: string): Promise<LinkedRevision | undefined> {
  const row = await db
    .selectFrom('estimate_links as l')
    .innerJoin('estimate_revisions as r', (join) => join.onRef('r.account_id', '=', 'l.account_id').onRef('r.order_id', '=', 'l.order_id'))
    .select(['r.order_id', 'r.revision', 'r.status', 'r.content', 'r.sha256', 'r.expires_at', 'r.valid_until', 'r.released_at', 'r.withdrawn_at'])
    .where('l.account_id', '=', scope.accountId)
    .where('l.id', '=', linkId)
    .where('r.released_at', 'is not', null)
    .orderBy('r.revision', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? undefined : { ...revisionOf(row), orderId: row.order_id };
}

export type LinkRow = { readonly id: string; readonly generation: number };

/** The link of a recipient ('' is the one to copy), unless it was never made. */
export async function findLink(db: Db, scope: AccountScope, orderId: string, recipient: string): Promise<LinkRow | undefined> {
  return db
    .selectFrom('estimate_links')
    .select(['id', 'generation'])
    .where('account_id', '=', scope.accountId)
    .where('order_id', '=', orderId)
    .where((eb) => eb(eb.fn<string>('lower', ['recipient']), '=', recipient.toLowerCase()))
    .executeTakeFirst();
}

/** The order a link opens; the link was found to be good when the request came in. */
export async function getOrderIdByLink(db: Db, scope: AccountScope, linkId: string): Promise<string> {
  const row = await db
    .selectFrom('estimate_links')
    .select('order_id')
    .where('account_id', '=', scope.accountId)
    .where('id', '=', linkId)
    .executeTakeFirstOrThrow();
  return row.order_id;
}

/** A revision behind a link with what was decided about it. */
export type ShownEstimate = { readonly revision: LinkedRevision; readonly decisions: readonly DecisionRow[] };

export type DecisionRow = { readonly content: KeptDecision; readonly text: string; readonly sha256: Buffer };

/** What was decided about a revision, oldest first. */
export async function listDecisions(db: Db, scope: AccountScope, orderId: string, revision: number): Promise<readonly DecisionRow[]> {
  const rows = await db
    .selectFrom('estimate_decisions')
    .select(['content', 'sha256'])
    .where('account_id', '=', scope.accountId)
    .where('order_id', '=', orderId)
    .where('revision', '=', revision)
    .orderBy('decided_at')
    .orderBy('id')
    .execute();
  return rows.map(({ content, sha256 }) => ({ content: JSON.parse(content) as KeptDecision, text: content, sha256 }));
}

/** Whom a decision is told: the order's owner, else who made it; null when neither is of the staff. */
export async function findOwnerEmail(db: Db, scope: AccountScope, orderId: string): Promise<string | null> {
  const row = await db
    .selectFrom('orders as o')
    .innerJoin('staff as s', (join) =>
      join.on((eb) => eb('s.id', '=', eb.fn.coalesce('o.owner_staff_id', sql<string>`substring(o.created_by from '^staff:(.*)$')`))),
    )
    .select('s.email')
    .where('o.account_id', '=', scope.accountId)
    .where('o.id', '=', orderId)
    .executeTakeFirst();
  return row?.email ?? null;
}

export type KeptText = { readonly orderId: string; readonly revision: number; readonly text: string; readonly sha256: Buffer };

/** Every revision or decision of the installation, in pages by account and order: what verifying reads. */
export async function* walkKept(db: Db, table: 'estimate_revisions' | 'estimate_decisions'): AsyncGenerator<KeptText & { readonly accountId: string }> {
  const key = table === 'estimate_revisions' ? sql`revision::text` : sql`id::text`;
  let after = ['', '', ''] as const satisfies readonly string[] as readonly [string, string, string];
  for (;;) {
    const { rows } = await sql<KeptText & { accountId: string; key: string }>`
      select account_id "accountId", order_id "orderId", revision, content "text", sha256, ${key} "key" from ${sql.table(table)}
      where (account_id::text, order_id::text, ${key}) > (${after[0]}, ${after[1]}, ${after[2]})
      order by account_id::text, order_id::text, ${key} limit 500`.execute(db);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined) return;
    after = [last.accountId, last.orderId, last.key];
  }
}
