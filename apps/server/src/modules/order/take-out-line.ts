import { withWaiver } from '@backdesk/domain/order/settle-charges.ts';
import { Refused } from '../problem.ts';
import type { LineRecord, OrderRecord } from './order-record.ts';
import { withCharges } from './with-charges.ts';
import { withoutLines } from './without-lines.ts';

/**
 * The document without a line and what hangs on it alone: a setup shared with other lines stays at the next of them. Of a charge its line
 * remembers that it was taken off; one that must stay is `line.charge_stays`, a part of a bundle `line.part_stays`.
 */
export function takenOut(record: OrderRecord, line: LineRecord): OrderRecord {
  const without = withoutLines(record, new Set([line.id]));
  if (line.parentLineId === null) return released(record, withCharges(without));
  if (line.partId !== null) throw new Refused([{ code: 'line.part_stays', lineId: line.id, detail: { part: line.name } }]);
  const charge = record.lines.find(({ id }) => id === line.parentLineId)?.charges.find(({ id }) => id === line.chargeId);
  if (charge?.removable !== true) throw new Refused([{ code: 'line.charge_stays', lineId: line.id, detail: { charge: line.name } }]);
  return withCharges({ ...without, lines: withWaiver(without.lines, line, true) });
}

/** Shipments let go of what went along. */
function released(before: OrderRecord, after: OrderRecord): OrderRecord {
  const left = new Set(after.lines.map(({ id }) => id));
  return withoutLines(after, new Set(before.lines.flatMap(({ id }) => (left.has(id) ? [] : id))));
}
