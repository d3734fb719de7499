import { invalidField } from '../../problem.ts';
import type { ListBreak } from '../records.ts';

/** Breaks in ascending order; a quantity given twice is refused where it stands ("/prices/1/quantity"). */
export function checkBreaks(breaks: readonly ListBreak[], pointer: string): readonly ListBreak[] {
  const seen = new Set<number>();
  for (const [index, { quantity }] of breaks.entries()) {
    if (seen.has(quantity)) throw invalidField(`${pointer}/${index}/quantity`, 'is given twice');
    seen.add(quantity);
  }
  return breaks.toSorted((a, b) => a.quantity - b.quantity);
}
