import type { CommandContext } from '../context.ts';
import { BrokenSeal } from '../estimate/commands/read-revision.ts';
import { isSealIntact } from '../estimate/freeze-estimate.ts';
import { listDecisions } from '../estimate/queries/decisions.ts';
import { acceptedOrder } from './accepted-order.ts';
import { frozenContent } from './decidable-revision.ts';
import type { OrderRecord, RevisionOfOrder } from './order-record.ts';

const accepted: ReadonlySet<RevisionOfOrder['status']> = new Set(['accepted', 'accepted_in_part']);

/** The revision of an estimate that the customer accepted and that stands; undefined: none. */
export function acceptedRevision({ stage, estimate, revisions }: OrderRecord): RevisionOfOrder | undefined {
  const newest = revisions.find(({ revision }) => revision === estimate?.revision);
  return stage === 'estimate' && newest !== undefined && accepted.has(newest.status) ? newest : undefined;
}

/** The order as it was accepted, worked out anew from the frozen content and the kept choices; undefined: nothing was. Throws `BrokenSeal` where either was changed since. */
export async function findAcceptedOrder(context: CommandContext, order: OrderRecord): Promise<OrderRecord | undefined> {
  const revision = acceptedRevision(order);
  if (revision === undefined) return undefined;
  const decisions = await listDecisions(context.tx, context.scope, order.id, revision.revision);
  const kept = decisions.findLast(({ content }) => content.kind === revision.status);
  if (kept === undefined) return undefined;
  if (!isSealIntact(kept)) throw new BrokenSeal(`The acceptance ${kept.id} of order ${order.id} does not match its hash.`);
  const { choices, leftOut } = kept.content;
  return acceptedOrder(order, await frozenContent(context, order.id, revision.revision), { lines: choices, leftOut }, context.now);
}
