// Revisions of estimates: one of an order, what a link shows, and those before it.
import type { FrozenEstimate } from '@backdesk/contract/estimate/frozen.ts';
import type { Kysely } from 'kysely';
import type { Tables } from '../../../db/tables.ts';
import type { AccountScope } from '../../context.ts';

type Db = Kysely<Tables>;

export type RevisionRow = {
  readonly revision: number;
  readonly status: 'open' | 'changes_requested' | 'accepted' | 'accepted_in_part' | 'declined' | 'withdrawn' | 'superseded';
  readonly expiresAt: Date;
  readonly releasedAt: Date | null;
  readonly withdrawnAt: Date | null;
  /** As extended; the content says what it was when it was frozen. */
  readonly validUntil: string;
  /** Until when the prices of an accepted one hold. */
  readonly lockUntil: Date | null;
  readonly content: FrozenEstimate;
  readonly text: string;
  readonly sha256: Buffer;
};

const columns = ['revision', 'status', 'content', 'sha256', 'expires_at', 'valid_until', 'lock_until', 'released_at', 'withdrawn_at'] as const;

const linkedColumns = columns.map((column) => `r.${column}` as const);

type Row = Pick<RevisionRow, 'revision' | 'status' | 'sha256'> & {
  readonly content: string;
  readonly expires_at: Date;
  readonly valid_until: string;
  readonly lock_until: Date | null;
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
  lockUntil: row.lock_until,
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

/** A revision of an order that is there; of a deleted one nothing is read. */
export async function findReadableRevision(db: Db, scope: AccountScope, orderId: string, revision: number): Promise<RevisionRow | undefined> {
  const row = await db
    .selectFrom('estimate_revisions as r')
    .innerJoin('orders as o', (join) => join.onRef('o.account_id', '=', 'r.account_id').onRef('o.id', '=', 'r.order_id'))
    .select(linkedColumns)
    .where('r.account_id', '=', scope.accountId)
    .where('r.order_id', '=', orderId)
    .where('r.revision', '=', revision)
    .where('o.deleted_at', 'is', null)
    .executeTakeFirst();
  return row === undefined ? undefined : revisionOf(row);
}

/** The newest revision before this one that was out. */
export async function findReleasedBefore(db: Db, scope: AccountScope, orderId: string, revision: number): Promise<RevisionRow | undefined> {
  const row = await db
    .selectFrom('estimate_revisions')
    .select(columns)
    .where('account_id', '=', scope.accountId)
    .where('order_id', '=', orderId)
    .where('revision', '<', revision)
    .where('released_at', 'is not', null)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? undefined : revisionOf(row);
}

export type LinkedRevision = RevisionRow & { readonly orderId: string };

/** What a link shows: the newest revision that was released. A newer one that staff have not sent yet is not the customer's. */
export async function findRevisionByLink(db: Db, scope: AccountScope, linkId: string): Promise<LinkedRevision | undefined> {
  const row = await db
    .selectFrom('estimate_links as l')
    .innerJoin('estimate_revisions as r', (join) => join.onRef('r.account_id', '=', 'l.account_id').onRef('r.order_id', '=', 'l.order_id'))
    .select(['r.order_id', ...linkedColumns])
    .where('l.account_id', '=', scope.accountId)
    .where('l.id', '=', linkId)
    .where('r.released_at', 'is not', null)
    .orderBy('r.revision', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? undefined : { ...revisionOf(row), orderId: row.order_id };
}

/** A revision of the order that a link opens, if it was ever released. */
export async function findReleasedByLink(db: Db, scope: AccountScope, linkId: string, revision: number): Promise<LinkedRevision | undefined> {
  const row = await db
    .selectFrom('estimate_links as l')
    .innerJoin('estimate_revisions as r', (join) => join.onRef('r.account_id', '=', 'l.account_id').onRef('r.order_id', '=', 'l.order_id'))
    .select(['r.order_id', ...linkedColumns])
    .where('l.account_id', '=', scope.accountId)
    .where('l.id', '=', linkId)
    .where('r.revision', '=', revision)
    .where('r.released_at', 'is not', null)
    .executeTakeFirst();
  return row === undefined ? undefined : { ...revisionOf(row), orderId: row.order_id };
}

export type EarlierRevision = Pick<RevisionRow, 'revision' | 'status'> & { readonly totalAmount: number; readonly currency: string; readonly issuedAt: Date };

/** The revisions before one that were out, newest first. */
export async function listEarlier(db: Db, scope: AccountScope, { orderId, revision }: LinkedRevision): Promise<readonly EarlierRevision[]> {
  return db
    .selectFrom('estimate_revisions')
    .select(['revision', 'status', 'total_amount as totalAmount', 'currency', 'issued_at as issuedAt'])
    .where('account_id', '=', scope.accountId)
    .where('order_id', '=', orderId)
    .where('revision', '<', revision)
    .where('released_at', 'is not', null)
    .orderBy('revision', 'desc')
    .execute();
}

/** An older revision that was read by a link, when it was read last. */
export type SeenRevision = { readonly revision: number; readonly at: Date; readonly content: FrozenEstimate };

/** The newest revision before this one that the link's visitor looked at or downloaded; undefined: none. */
export async function findSeenBefore(db: Db, scope: AccountScope, linkId: string, { orderId, revision }: LinkedRevision): Promise<SeenRevision | undefined> {
  const row = await db
    .selectFrom('estimate_facts as f')
    .innerJoin('estimate_revisions as r', (join) =>
      join.onRef('r.account_id', '=', 'f.account_id').onRef('r.order_id', '=', 'f.order_id').onRef('r.revision', '=', 'f.revision'),
    )
    .select(['r.revision', 'r.content', 'f.at'])
    .where('f.account_id', '=', scope.accountId)
    .where('f.order_id', '=', orderId)
    .where('f.link_id', '=', linkId)
    .where('f.kind', 'in', ['viewed', 'downloaded'])
    .where('f.revision', '<', revision)
    .orderBy('f.revision', 'desc')
    .orderBy('f.at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? undefined : { ...row, content: JSON.parse(row.content) as FrozenEstimate };
}
