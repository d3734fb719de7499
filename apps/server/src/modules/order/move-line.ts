// Lines keep their place by numbers with gaps, so that moving one writes one row; when a gap is used up, all are numbered
// anew. Pure.
import { invalidField } from '../problem.ts';
import { lineBefore } from './order-events.ts';
import type { LineRecord, OrderRecord } from './order-record.ts';
import { positionGap } from './position-gap.ts';

/** The document with this line after another, or first for null. The same document when it is there already. */
export function moveLine<Document extends Pick<OrderRecord, 'lines'>>(record: Document, lineId: string, after: string | null, pointer = '/after'): Document {
  const others = record.lines.filter(({ id }) => id !== lineId);
  const line = record.lines.find(({ id }) => id === lineId);
  const index = after === null ? 0 : others.findIndex(({ id }) => id === after) + 1;
  if (line === undefined || after === lineId || (after !== null && index === 0)) throw invalidField(pointer, 'must be the id of another line of this order');
  if (record.lines.indexOf(line) === index || lineBefore(record, lineId) === after) return record;
  const before = others[index - 1]?.position ?? 0;
  const next = others[index]?.position ?? before + 2 * positionGap;
  const position = Math.floor((before + next) / 2);
  const moved = [...others.slice(0, index), { ...line, position }, ...others.slice(index)];
  return { ...record, lines: position > before && position < next ? moved : renumbered(moved) };
}

const renumbered = (lines: readonly LineRecord[]) => lines.map((line, index) => ({ ...line, position: (index + 1) * positionGap }));
