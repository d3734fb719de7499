// What is left of a promise's discounts when only a part of it is accepted: the lines left out are offered at the prices they had, and both
// parts together get no more off than the whole did. Amounts are whole minor units. Issue 6 (quality B5), decision record 0032.
import { allocate } from '../money/allocate.ts';
import { minor } from '../money/money.ts';
import type { DiscountValue } from '../pricing/types.ts';
import type { EstimateChoices } from './choices.ts';
import { type PricedChoices, priceChoices } from './price-choices.ts';
import type { PromisedEstimate } from './promise.ts';

/**
 * By discount id what it takes off the lines left out. A percentage stays what it is. An amount is split by what it takes off with the
 * lines that were accepted; one that they used up is missing.
 * @example 100.00 off 198.00, of which 18.00 were accepted and 18.00 taken off them: 82.00 for the rest
 */
export function discountsLeft(promise: PromisedEstimate, choices: EstimateChoices, { pricing }: PricedChoices): ReadonlyMap<string, DiscountValue> {
  const whole = priceChoices(promise, { ...choices, leftOut: [] }).pricing.discounts;
  const amountIn = (counted: typeof whole, id: string) => Math.max(0, counted.find(({ discountId }) => discountId === id)?.amount ?? 0);
  return new Map(
    promise.discounts.flatMap(({ id, value }): readonly (readonly [string, DiscountValue])[] => {
      if (value.kind === 'percentage') return [[id, value]];
      const taken = amountIn(pricing.discounts, id);
      const untaken = Math.max(0, amountIn(whole, id) - taken);
      const [, left = minor(0)] = allocate(minor(value.amount), [taken, untaken]);
      return untaken === 0 || left === 0 ? [] : [[id, { kind: 'fixed', amount: left }]];
    }),
  );
}
