// An amount is a whole number of minor units that a double holds exactly. Prices of twelve digits times quantities of seven
// go beyond: such an order is refused before it is priced, with room left for its tax.
import { millionths } from '@backdesk/domain/money/rational.ts';
import { Refused } from '../problem.ts';
import type { LineRecord, OrderRecord } from './order-record.ts';

/** A trillion of the currency, and the same in millionths. */
const most = 1e12;
const mostMillionths = 10n ** 18n;

function greatestPrice(line: LineRecord): bigint {
  const typed = line.override?.unitPrice ?? line.unitPrice;
  if (typed !== null) return millionths(typed);
  const each = (line.priceTable?.breaks ?? []).map(({ quantity, extendedPrice }) => millionths(extendedPrice) / BigInt(quantity));
  // Math.max does not take big integers.
  return each.toSorted((a, b) => (a < b ? 1 : -1))[0] ?? 0n;
}

// Looked up: each price of each break of each line asks for one.
const powersOfTen = Array.from({ length: 24 }, (_, power) => 10 ** power);

/** More than a price can be, in major units: ten to the power of its places before the mark (a sign counts, that is only more). */
function ceilingOf(price: string): number {
  const mark = price.indexOf('.');
  return powersOfTen[mark < 0 ? price.length : mark] ?? Number.POSITIVE_INFINITY;
}

/** More than all lines can come to, in major units. */
function ceilingOfAll(lines: readonly LineRecord[]): number {
  return lines.reduce((total, { override, unitPrice, priceTable, quantity }) => {
    const typed = override?.unitPrice ?? unitPrice;
    const prices = typed === null ? (priceTable?.breaks ?? []).map((step) => step.extendedPrice) : [typed];
    return total + Math.max(0, ...prices.map(ceilingOf)) * quantity;
  }, 0);
}

/** Throws `line.override_out_of_range` for a typed price, else `line.quantity_out_of_range`, at the line that goes beyond. */
export function assertAmountsFit({ lines }: Pick<OrderRecord, 'lines'>): void {
  // Nearly all orders are far from the bound, and to work it out exactly is felt on 5,000 lines.
  if (ceilingOfAll(lines) <= most) return;
  let total = 0n;
  lines.forEach((line, index) => {
    const price = greatestPrice(line);
    total += (price < 0n ? -price : price) * BigInt(line.quantity);
    if (total <= mostMillionths) return;
    const isTyped = line.override !== null || line.unitPrice !== null;
    const code = isTyped ? 'line.override_out_of_range' : 'line.quantity_out_of_range';
    throw new Refused([{ code, lineId: line.id, pointer: `/lines/${index}`, detail: { mostOfAllLines: '1000000000000' } }]);
  });
}
