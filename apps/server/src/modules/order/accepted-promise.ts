import { noChoices } from '@backdesk/domain/estimate/choices.ts';
import type { CommandContext, ReadContext } from '../context.ts';
import { BrokenSeal } from '../estimate/commands/read-revision.ts';
import { isSealIntact } from '../estimate/freeze-estimate.ts';
import { driftPolicyOf } from '../estimate/price-hold-of.ts';
import { listDecisions } from '../estimate/queries/decisions.ts';
import { findRevision } from '../estimate/queries/revisions.ts';
import { acceptedOrder } from './accepted-order.ts';
import { frozenContent } from './decidable-revision.ts';
import { gatherPricingFacts } from './gather-pricing-facts.ts';
import { heldFacts } from './held-facts.ts';
import { isLockHolding } from './lock-prices.ts';
import type { OrderRecord, RevisionOfOrder } from './order-record.ts';

const accepted: ReadonlySet<RevisionOfOrder['status']> = new Set(['accepted', 'accepted_in_part']);

/** The revision of an estimate that the customer accepted and that stands; undefined: none. */
export function acceptedRevision({ stage, estimate, revisions }: OrderRecord): RevisionOfOrder | undefined {
  const newest = revisions.find(({ revision }) => revision === estimate?.revision);
  return stage === 'estimate' && newest !== undefined && accepted.has(newest.status) ? newest : undefined;
}

/**
 * Whether a command keeps to what the newest revision promises: while its prices hold; and once it was accepted also after that, until staff
 * decide at checkout, unless it stated that it is issued anew (`requote`). What was changed since it was frozen promises nothing.
 */
export async function keepsPromise({ db, scope, account, now }: Pick<ReadContext, 'db' | 'scope' | 'account' | 'now'>, order: OrderRecord): Promise<boolean> {
  if (isLockHolding(order, now)) return true;
  const accepted = acceptedRevision(order);
  if (accepted === undefined) return false;
  const frozen = await findRevision(db, scope, order.id, accepted.revision);
  return frozen !== undefined && isSealIntact(frozen) && driftPolicyOf(frozen.content, account) !== 'requote';
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

/** The order as its newest revision promises it: as accepted, else as frozen. undefined: nothing is, or what was kept was changed since, which verifying tells. */
export async function findPromise(context: CommandContext, order: OrderRecord): Promise<OrderRecord | undefined> {
  if (order.estimate === null) return undefined;
  try {
    const accepted = await findAcceptedOrder(context, order);
    return accepted ?? acceptedOrder(order, await frozenContent(context, order.id, order.estimate.revision), noChoices, context.now);
  } catch (error) {
    if (error instanceof BrokenSeal) return undefined;
    throw error;
  }
}

/**
 * The facts of `next`, a change of `before` that leaves the customer: today's, but for the places and rates that a revision promises as long as it is
 * held. Confirming what was promised moves nothing; another place or rate is priced as of today.
 */
export async function gatherHeldFacts(context: CommandContext, before: OrderRecord, next: OrderRecord): ReturnType<typeof gatherPricingFacts> {
  const { record, settings } = await gatherPricingFacts(context, next);
  const promised = (await keepsPromise({ ...context, db: context.tx }, before)) ? await findPromise(context, before) : undefined;
  if (promised === undefined) return { record, settings };
  return { record: { ...record, facts: { ...heldFacts(record.facts, record.shipments, promised), exemption: before.facts.exemption } }, settings };
}
