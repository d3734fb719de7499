import type { Kysely } from 'kysely';
import { decodeCursor, encodeCursor } from '../../../db/cursor.ts';
import type { Tables } from '../../../db/tables.ts';
import type { AccountScope } from '../../context.ts';
import type { LineRecord, OrderRecord } from '../order-record.ts';
import { getOrderRecord } from './get-order.ts';

type PageQuery = { readonly cursor?: string | undefined; readonly limit: number };

/** A page of lines in document order. The calculator's output is one value, so the order is read whole and cut here. */
export async function listOrderLines(
  db: Kysely<Tables>,
  scope: AccountScope,
  orderId: string,
  query: PageQuery,
): Promise<{ readonly record: OrderRecord; readonly lines: readonly LineRecord[]; readonly nextCursor: string | null }> {
  const [position, id] = query.cursor === undefined ? ['-1', ''] : decodeCursor(query.cursor, ['integer', 'uuid']);
  const record = await getOrderRecord(db, scope, orderId);
  const from = record.lines.findIndex((line) => line.position > Number(position) || (line.position === Number(position) && line.id > id));
  const lines = from < 0 ? [] : record.lines.slice(from, from + query.limit);
  const last = lines.at(-1);
  const hasMore = from >= 0 && from + query.limit < record.lines.length;
  return { record, lines, nextCursor: hasMore && last !== undefined ? encodeCursor([String(last.position), last.id]) : null };
}
