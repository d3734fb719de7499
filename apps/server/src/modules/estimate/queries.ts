import type { FrozenEstimate } from '@backdesk/contract/estimate/frozen.ts';
import type { Kysely } from 'kysely';
import type { Tables } from '../../db/tables.ts';
import type { AccountScope } from '../context.ts';

type Db = Kysely<Tables>;

export type RevisionRow = {
  readonly revision: number;
  readonly status: 'open' | 'changes_requested' | 'accepted' | 'accepted_in_part' | 'declined' | 'withdrawn' | 'superseded';
  readonly expiresAt: Date;
  readonly releasedAt: Date | null;
  readonly withdrawnAt: Date | null;
  readonly content: FrozenEstimate;
  readonly text: string;
  readonly sha256: Buffer;
};

const columns = ['revision', 'status', 'content', 'sha256', 'expires_at', 'released_at', 'withdrawn_at'] as const;
type Row = Pick<RevisionRow, 'revision' | 'status' | 'sha256'> & {
  readonly content: string;
  readonly expires_at: Date;
  readonly released_at: Date | null;
  readonly withdrawn_at: Date | null;
};

const revisionOf = (row: Row): RevisionRow => ({
  revision: row.revision,
  status: row.status,
  expiresAt: row.expires_at,
  releasedAt: row.released_at,
  withdrawnAt: row.withdrawn_at,
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
    .select(['r.order_id', 'r.revision', 'r.status', 'r.content', 'r.sha256', 'r.expires_at', 'r.released_at', 'r.withdrawn_at'])
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
