// What somebody chose on a screen, as the choices that an acceptance names: only what differs from how the estimate was issued.
// The customer's page and the desk's dialog, where staff record a yes, go by the same.
import type { Refusal } from '../core/refusal.ts';
import type { EstimateChoices, LineChoice } from './choices.ts';
import type { QuantityBounds } from './promise.ts';

export type ChoosableLine = {
  readonly id: string;
  readonly parentLineId: string | null;
  readonly optional: boolean;
  readonly chosen: boolean;
  readonly quantity: number;
  readonly quantityBounds: QuantityBounds | null;
};

/** `frozen` and `shown` are the same lines in the same order. What hangs on a line follows it, and what is left out is not chosen. */
export function choicesMade(frozen: readonly ChoosableLine[], shown: readonly ChoosableLine[], leftOut: ReadonlySet<string>): EstimateChoices {
  const lines = shown.flatMap((line, index): readonly LineChoice[] => {
    const was = frozen[index];
    if (was === undefined || line.parentLineId !== null || leftOut.has(line.id)) return [];
    const isOther = line.optional && line.chosen !== was.chosen;
    const isMore = line.quantity !== was.quantity;
    return isOther || isMore ? [{ lineId: line.id, ...(isOther && { chosen: line.chosen }), ...(isMore && { quantity: line.quantity }) }] : [];
  });
  return { lines, leftOut: [...leftOut] };
}

/** Ids of lines in a quantity that may not be chosen: beyond the bounds, or not sold so. */
export function wrongQuantities(
  lines: readonly ChoosableLine[],
  priced: readonly { readonly lineId: string; readonly blockers: readonly Refusal[] }[],
): readonly string[] {
  const beyond = lines.filter(({ quantity, quantityBounds: bounds }) => bounds !== null && (quantity < bounds.minimum || quantity > bounds.maximum));
  const choosable = new Set(lines.filter(({ quantityBounds }) => quantityBounds !== null).map(({ id }) => id));
  const unsold = priced.filter(({ lineId, blockers }) => choosable.has(lineId) && blockers.length > 0);
  return [...beyond.map(({ id }) => id), ...unsold.map(({ lineId }) => lineId)];
}
