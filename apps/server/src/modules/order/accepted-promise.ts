import type { CommandContext } from '../context.ts';
import { acceptedOrder } from './accepted-order.ts';
import { frozenContent } from './decidable-revision.ts';
import type { OrderRecord, RevisionOfOrder } from './order-record.ts';

const accepted: ReadonlySet<RevisionOfOrder['status']> = new Set(['accepted', 'accepted_in_part']);

/** The revision of an estimate that the customer accepted and that stands; undefined: none. */
export function acceptedRevision({ stage, estimate, revisions }: OrderRecord): RevisionOfOrder | undefined {
  const newest = revisions.find(({ revision }) => revision === estimate?.revision);
  return stage === 'estimate' && newest !== undefined && accepted.has(newest.status) ? newest : undefined;
}

/** The order as it was accepted, worked out anew from the frozen content and the kept choices; undefined: nothing was. */
export async function findAcceptedOrder(context: CommandContext, order: OrderRecord): Promise<OrderRecord | undefined> {
  const revision = acceptedRevision(order);
  const kept = revision?.decisions.findLast(({ content }) => content.kind === revision.status);
  if (revision === undefined || kept === undefined) return undefined;
  const { choices, leftOut } = kept.content;
  return acceptedOrder(order, await frozenContent(context, order.id, revision.revision), { lines: choices, leftOut }, context.now);
}
