// What may be taken of a line of an estimate that is sold in fixed quantities only (ordering facts 10.1, RestrictQuantities).
import { type PricedQuantity, pricedQuantities } from '../pricing/priced-quantities.ts';
import { isSoldByBreaks } from '../pricing/quantity-rules.ts';
import { chosenLines, type EstimateChoices } from './choices.ts';
import { pricingLine } from './price-choices.ts';
import type { PromisedEstimate } from './promise.ts';

/**
 * The quantities of a line, within its bounds and beside what else is chosen, ascending, at the prices that were frozen; none: any within
 * the bounds, in its steps.
 */
export function soldQuantities(promise: PromisedEstimate, choices: EstimateChoices, lineId: string): readonly PricedQuantity[] {
  const line = promise.lines.find(({ id }) => id === lineId);
  const bounds = line?.quantityBounds ?? null;
  if (line === undefined || bounds === null || !isSoldByBreaks(line)) return [];
  const lines = chosenLines(promise.lines, choices).map(pricingLine);
  return pricedQuantities(lines, lineId, promise.currency).filter(({ quantity }) => quantity >= bounds.minimum && quantity <= bounds.maximum);
}
