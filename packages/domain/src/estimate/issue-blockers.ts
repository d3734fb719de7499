// What of the lines stands against issuing them: a line that can never be submitted as it was promised is not promised. Issue 6.
import type { Refusal, RefusalCode } from '../core/refusal.ts';
import { quantityRefusals } from '../pricing/quantity-rules.ts';
import type { OrderPricing, PricingLine } from '../pricing/types.ts';

export type IssuedLine = Pick<PricingLine, 'id' | 'kind' | 'parentLineId' | 'quantity' | 'breakGroup' | 'priceTable' | 'quantityRule' | 'override'> & {
  readonly optional: boolean;
  readonly chosen: boolean;
};

/** What an estimate may leave open: answers are often known with the artwork only, and what is no longer sold is looked at when it is accepted. */
const mayStayOpen: ReadonlySet<RefusalCode> = new Set(['line.configuration_missing', 'line.product_unavailable']);

/** All that submitting would refuse on the lines themselves. Optional lines too: they may be chosen. */
export function issueBlockers(lines: readonly IssuedLine[], { lines: priced }: Pick<OrderPricing, 'lines'>): readonly Refusal[] {
  const ofPrices = priced.flatMap(({ blockers }) => blockers.filter(({ code }) => !mayStayOpen.has(code)));
  return [...ofPrices, ...unchosenAlone(lines).flatMap((line) => quantityRefusals(line, line.quantity))];
}

/**
 * Optional lines that are not chosen: no quantity rule was asked of them yet. What would count together with another line of its break group
 * is left to the choice, which may make up for it.
 */
function unchosenAlone(lines: readonly IssuedLine[]): readonly IssuedLine[] {
  const sizes = new Map<string, number>();
  for (const { breakGroup } of lines) if (breakGroup !== null) sizes.set(breakGroup, (sizes.get(breakGroup) ?? 0) + 1);
  const isRuled = ({ kind, parentLineId }: IssuedLine) => (kind === 'catalog' || kind === 'bundle') && parentLineId === null;
  const isAlone = ({ breakGroup }: IssuedLine) => breakGroup === null || sizes.get(breakGroup) === 1;
  return lines.filter((line) => line.optional && !line.chosen && isRuled(line) && isAlone(line));
}
