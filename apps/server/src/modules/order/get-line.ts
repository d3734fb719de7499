import { Refused } from '../problem.ts';
import type { LineRecord, OrderRecord } from './order-record.ts';

/** The line of this id, or `line.not_found`. */
export function getLine(record: OrderRecord, lineId: string): LineRecord {
  const line = record.lines.find(({ id }) => id === lineId);
  if (line === undefined) throw new Refused([{ code: 'line.not_found', lineId }]);
  return line;
}
