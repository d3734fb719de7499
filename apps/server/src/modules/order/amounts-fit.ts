// An amount is a whole number of minor units that a double holds exactly. Prices of twelve digits times quantities of seven
// go beyond: such an order is refused before it is priced, with room left for its tax.
import { millionths } from '@backdesk/domain/money/rational.ts';
import { Refused } from '../problem.ts';
import type { LineRecord, OrderRecord } from './order-record.ts';

/** A trillion of the currency, in millionths. */
const mostMillionths = 10n ** 18n;

function greatestPrice(line: LineRecord): bigint {
  const typed = line.override?.unitPrice ?? line.unitPrice;
  if (typed !== null) return millionths(typed);
  const each = (line.priceTable?.breaks ?? []).map(({ quantity, extendedPrice }) => millionths(extendedPrice) / BigInt(quantity));
  // Math.max does not take big integers.
  return each.toSorted((a, b) => (a < b ? 1 : -1))[0] ?? 0n;
}

/** Throws `line.override_out_of_range` for a typed price, else `line.quantity_out_of_range`, at the line that goes beyond. */
export function assertAmountsFit({ lines }: Pick<OrderRecord, 'lines'>): void {
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
