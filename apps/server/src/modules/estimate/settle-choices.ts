// What a customer's choices come to, or why they may not be made. Pure: the frozen content decides, nothing of today.
import { isDeepStrictEqual } from 'node:util';
import type { FrozenEstimate } from '@backdesk/contract/estimate/frozen.ts';
import type { Refusal } from '@backdesk/domain/core/refusal.ts';
import { choiceBlockers } from '@backdesk/domain/estimate/choice-blockers.ts';
import { checkChoices, type EstimateChoices, noChoices } from '@backdesk/domain/estimate/choices.ts';
import { consentText } from '@backdesk/domain/estimate/consent-text.ts';
import { type PricedChoices, priceChoices } from '@backdesk/domain/estimate/price-choices.ts';
import { Refused } from '../problem.ts';

/**
 * Prices the choices. Refuses a content that does not come to its own totals, all that was not offered at once, quantities that the
 * catalogue's rules of then do not allow, and a discount given by hand that is more than what is chosen.
 */
export function settleChoices(content: FrozenEstimate, choices: EstimateChoices): PricedChoices {
  if (!holdsItsTotals(content)) refuse([{ code: 'estimate.needs_reissue', detail: { revision: content.revision } }]);
  refuse(checkChoices(content, choices, content.policies.inPart === true));
  const priced = priceChoices(content, choices);
  refuse(choiceBlockers(content, priced));
  if (priced.pricing.totals.total < 0) refuse([{ code: 'order.negative_total' }]);
  return priced;
}

/** Whether its content, priced as it is, comes to the totals that it says: of a revision that left something out it does not. */
export function holdsItsTotals(content: FrozenEstimate): boolean {
  const { pricing } = priceChoices(content, noChoices);
  const { estimatedTax: _, ...totals } = pricing.totals;
  return isDeepStrictEqual({ ...totals, taxLines: pricing.taxLines }, content.totals);
}

function refuse(refusals: readonly Refusal[]): void {
  const [first, ...others] = refusals;
  if (first !== undefined) throw new Refused([first, ...others]);
}

/**
 * Whether the shop has to issue it again: it is of before the limits of a discount were kept, and its total hangs on one. Only where that
 * may be it is priced to be read; all others came to their totals when they were frozen.
 */
export function needsReissue(content: FrozenEstimate): boolean {
  const mayLackLimit = content.discounts.some(({ source, productIds }) => source !== 'manual' && productIds === undefined);
  return mayLackLimit && !holdsItsTotals(content);
}

/** The sentence that accepting this content agrees to, with what is open for the choices made. */
export function consentTo({ account, number, revision, customer, company }: FrozenEstimate, open: readonly ('shipping' | 'tax')[]): string {
  return consentText({ shop: account.name, title: `Estimate ${number} r${revision}`, customer: company?.name ?? customer.name, open });
}
