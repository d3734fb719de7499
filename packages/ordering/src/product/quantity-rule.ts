import type { Variant } from '@backdesk/contract/catalog/schema.ts';
import { unitText } from '@backdesk/domain/catalog/selling-unit.ts';
import { t } from './texts.ts';

type Ruled = Pick<Variant, 'quantityRule' | 'priceTable'>;
type Sold = Ruled & Pick<Variant, 'unit'>;

/** The unit and the quantity rule in words: "By the case of 12, in steps of 12, from 12, up to 1,200". */
export function quantityRule({ quantityRule: { increment, maximum }, priceTable, unit }: Sold, number: (value: number) => string): string {
  const breaks = priceTable?.breaks ?? [];
  const least = breaks.at(0)?.quantity ?? 1;
  if (increment === 0) {
    const only = t.onlyBreaks(breaks.map((row) => number(row.quantity)).join(', '));
    return unit === null ? only : `${t.soldBy(unitText(unit))} ${only}`;
  }
  const parts = [
    ...(unit === null ? [] : [t.byThe(unitText(unit))]),
    ...(increment !== null && increment > 1 ? [t.steps(number(increment))] : []),
    ...(least > 1 ? [t.from(number(least))] : []),
    ...(maximum === null ? [] : [t.upTo(number(maximum))]),
  ];
  if (parts.length === 0) return t.anyQuantity();
  const text = parts.join(', ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Where a quantity field starts: the least that is sold. Multiples are counted from the lowest break, not from nothing. */
export function leastQuantity({ quantityRule: { increment }, priceTable }: Ruled): number {
  return priceTable?.breaks.at(0)?.quantity ?? Math.max(increment ?? 1, 1);
}
