// What a customer's choices come to, or why they may not be made. Pure: the frozen content decides, nothing of today.
import type { FrozenEstimate } from '@backdesk/contract/estimate/frozen.ts';
import type { Refusal } from '@backdesk/domain/core/refusal.ts';
import { checkChoices, type EstimateChoices, noChoices } from '@backdesk/domain/estimate/choices.ts';
import { consentText } from '@backdesk/domain/estimate/consent-text.ts';
import { type PricedChoices, priceChoices } from '@backdesk/domain/estimate/price-choices.ts';
import { Refused } from '../problem.ts';

/** Prices the choices. Refuses all that was not offered at once, and quantities that the catalogue's rules of then do not allow. */
export function settleChoices(content: FrozenEstimate, choices: EstimateChoices): PricedChoices {
  refuse(checkChoices(content, choices, content.policies.inPart === true));
  const priced = priceChoices(content, choices);
  // What stood against a line when it was issued is staff's affair; only what the choices bring is refused.
  const known = new Set(blockersOf(priceChoices(content, noChoices)).map(keyOf));
  refuse(blockersOf(priced).filter((blocker) => !known.has(keyOf(blocker))));
  if (priced.pricing.totals.total < 0) refuse([{ code: 'order.negative_total' }]);
  return priced;
}

const blockersOf = ({ lines, pricing }: PricedChoices): readonly Refusal[] => {
  const counted = new Set(lines.filter((line) => !line.optional || line.chosen).map(({ id }) => id));
  return pricing.lines.flatMap(({ lineId, blockers }) => (counted.has(lineId) ? blockers : []));
};
const keyOf = ({ code, lineId }: Refusal) => `${code} ${lineId}`;

function refuse(refusals: readonly Refusal[]): void {
  const [first, ...others] = refusals;
  if (first !== undefined) throw new Refused([first, ...others]);
}

/** The sentence that accepting this content agrees to, with what is open for the choices made. */
export function consentTo({ account, number, revision, customer, company }: FrozenEstimate, open: readonly ('shipping' | 'tax')[]): string {
  return consentText({ shop: account.name, title: `Estimate ${number} r${revision}`, customer: company?.name ?? customer.name, open });
}
