import { hasExpired } from '@backdesk/domain/estimate/expiry.ts';
import { listVariantsNow } from '../../catalog/queries/variants-now.ts';
import type { ReadContext } from '../../context.ts';
import { Problem } from '../../problem.ts';
import { findAcceptanceUpTo } from '../queries/decisions.ts';
import { findOrderNow, type OrderNow } from '../queries/find-order-now.ts';
import type { ShownEstimate } from '../queries/read-beside.ts';
import { readBeside } from '../queries/read-beside.ts';
import { findRevisionByLink, findSeenBefore, listEarlier, type RevisionRow } from '../queries/revisions.ts';
import { recordView } from '../store.ts';
import { type NowFacts, variantIdsOf } from '../variants-now.ts';
import { assertIntact } from './read-revision.ts';

/**
 * What a link shows. Opening it decides nothing; that it was opened is noted beside the answer: a view that cannot be
 * noted (the database went away meanwhile) must not keep the customer from reading.
 */
export async function showEstimate(context: ReadContext): Promise<ShownEstimate> {
  const { db, scope, actor, now } = context;
  const revision = await findRevisionByLink(db, scope, actor.id);
  if (revision === undefined) throw new Problem('not_found');
  assertIntact(revision, revision.orderId);
  const view = { linkId: actor.id, orderId: revision.orderId, revision: revision.revision, at: now };
  recordView(db, scope, view).catch((error: unknown) =>
    console.error(JSON.stringify({ level: 'error', message: 'A view was not noted', error: String(error) })),
  );
  const isFirst = revision.revision === 1;
  const [read, order, acceptedBefore, earlier, seen] = await Promise.all([
    readBeside(db, scope, revision.orderId, revision),
    findOrderNow(db, scope, revision.orderId),
    accepted.has(revision.status) ? undefined : findAcceptanceUpTo(db, scope, revision.orderId, revision.revision),
    isFirst ? [] : listEarlier(db, scope, revision),
    isFirst ? undefined : findSeenBefore(db, scope, actor.id, revision),
  ]);
  return { ...read, order, acceptedBefore, earlier, seen, now: await nowOf(context, revision, order) };
}

const accepted: ReadonlySet<RevisionRow['status']> = new Set(['accepted', 'accepted_in_part']);

/** Of one that is over, or ordered, nobody needs to know whether it can be had. */
async function nowOf({ db, scope, now }: ReadContext, { status, expiresAt, content }: RevisionRow, order: OrderNow | undefined): Promise<NowFacts | null> {
  const isOpen = (status === 'open' || status === 'changes_requested') && !hasExpired(expiresAt, now);
  if (order === undefined || order.stage !== 'estimate' || !(isOpen || accepted.has(status))) return null;
  return { variants: await listVariantsNow(db, scope, variantIdsOf(content.lines)), roleId: order.role?.id ?? null };
}
