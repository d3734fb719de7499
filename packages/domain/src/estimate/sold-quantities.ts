// What may be taken of a line of an estimate by its quantity rule (ordering facts 10.1).
import { breakGroups } from '../pricing/break-groups.ts';
import { type PricedQuantity, pricedQuantities } from '../pricing/priced-quantities.ts';
import { allowedNear, isSoldByBreaks } from '../pricing/quantity-rules.ts';
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

/** The nearest quantities to a chosen one that is not sold, within the bounds of its line, ascending; none: it is sold, or none of them is. */
export function soldNearChosen(promise: PromisedEstimate, choices: EstimateChoices, lineId: string): readonly number[] {
  const bounds = promise.lines.find(({ id }) => id === lineId)?.quantityBounds ?? null;
  const lines = chosenLines(promise.lines, choices).map(pricingLine);
  const at = lines.findIndex(({ id }) => id === lineId);
  const [line, group] = [lines[at], breakGroups(lines)[at]];
  if (bounds === null || line === undefined || group === undefined) return [];
  return allowedNear(line, group.quantity).filter((quantity) => quantity >= bounds.minimum && quantity <= bounds.maximum);
}
