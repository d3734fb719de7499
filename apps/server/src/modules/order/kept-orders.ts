// What this process wrote of orders last. Changing one line of five thousand need not read the other 4,999 from the database again. It is no
// promise: PostgreSQL says under the order's lock whether the version is still the one that was kept (`store/load-order.ts`), and leaves out what is known
// only then. Another process's write moves the version.

import { parseDecimal } from '@backdesk/domain/money/parse-decimal.ts';
import { LRUCache } from 'lru-cache';
import type { LineRecord, OrderRecord } from './order-record.ts';

/** What only `store/save-order.ts` writes, always with a new version. What is read from elsewhere (customer, rights, mails) is never kept. */
export const ownContent = ['lines', 'shipments', 'discounts', 'pricing', 'facts'] as const;
export type OwnContent = Pick<OrderRecord, (typeof ownContent)[number]>;

/** A version, and when it was written: a database that was put back to an earlier day may come to the same version with other lines. */
export type KeptOrder = { readonly version: number; readonly updatedAt: string; readonly content: OwnContent };

export type KeptOrders = {
  readonly of: (orderId: string) => KeptOrder | undefined;
  /** To be told after the commit of what was written. */
  readonly keep: (record: OrderRecord) => void;
  /** Tests: each load also reads everything and holds it to what was kept. */
  readonly isChecked: boolean;
};

/** "8.50" is read as "8.5". */
const asRead = <Typed extends string | null>(decimal: Typed) =>
  decimal === null || isShortest(decimal) ? decimal : ((parseDecimal(decimal) ?? decimal) as Typed);
const isShortest = (decimal: string) => /^-?[1-9]\d*$/.test(decimal);

/** As the database writes what is a number there. */
function lineAsRead(line: LineRecord): LineRecord {
  const [unitPrice, cost, typed] = [asRead(line.unitPrice), asRead(line.cost), asRead(line.override?.unitPrice ?? null)];
  if (unitPrice === line.unitPrice && cost === line.cost && typed === (line.override?.unitPrice ?? null)) return line;
  return { ...line, unitPrice, cost, override: line.override === null || typed === null ? line.override : { ...line.override, unitPrice: typed } };
}

/** Of all kept orders together: about 1.5 kB each, 30 MB. */
const linesKept = 20_000;

export function keepOrders({ isChecked = false }: { readonly isChecked?: boolean } = {}): KeptOrders {
  const kept = new LRUCache<string, KeptOrder>({ max: 1_000, maxSize: linesKept, sizeCalculation: ({ content }) => content.lines.length + 1 });
  return {
    of: (orderId) => kept.get(orderId),
    keep: ({ id, version, updatedAt, lines, shipments, discounts, pricing, facts }) =>
      kept.set(id, { version, updatedAt, content: { lines: lines.map(lineAsRead), shipments, discounts, pricing, facts } }),
    isChecked,
  };
}
