// What stands against a choice by what it comes to. What stood against a line or a discount when it was issued is staff's affair;
// only what the choices bring is counted. Issue 6.
import type { Refusal } from '../core/refusal.ts';
import { noChoices } from './choices.ts';
import { type PricedChoices, priceChoices } from './price-choices.ts';
import type { PromisedEstimate } from './promise.ts';

/** Quantities that are not sold so, and discounts given by hand that are more than what is chosen. */
export function choiceBlockers(promise: PromisedEstimate, priced: PricedChoices): readonly Refusal[] {
  const known = new Set(blockersOf(priceChoices(promise, noChoices)).map(keyOf));
  return blockersOf(priced).filter((blocker) => !known.has(keyOf(blocker)));
}

export type UncoveredDiscount = { readonly label: string; readonly discountAmount: number; readonly baseAmount: number };

/** The first discount of the whole that is more than what is left of what it is taken from, minor units; null: each is covered. */
export function uncoveredDiscount(promise: PromisedEstimate, priced: PricedChoices): UncoveredDiscount | null {
  const blocker = choiceBlockers(promise, priced).find(({ code, lineId }) => code === 'discount.exceeds_base' && lineId === undefined);
  const { discountId, discountAmount, baseAmount } = blocker?.detail ?? {};
  if (typeof discountAmount !== 'number' || typeof baseAmount !== 'number') return null;
  const label = promise.discounts.find(({ id }) => id === discountId)?.label ?? '';
  return { label, discountAmount, baseAmount };
}

function blockersOf({ lines, pricing }: PricedChoices): readonly Refusal[] {
  const counted = new Set(lines.filter((line) => !line.optional || line.chosen).map(({ id }) => id));
  const ofLines = pricing.lines.flatMap(({ lineId, blockers }) => (counted.has(lineId) ? blockers : []));
  return [...ofLines, ...pricing.discounts.flatMap(({ blocker }) => blocker ?? [])];
}

const keyOf = ({ code, lineId, detail }: Refusal) => `${code} ${lineId ?? detail?.discountId}`;
