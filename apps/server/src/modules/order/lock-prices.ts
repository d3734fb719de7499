// The price lock of an estimate (design "Estimate"): while it holds, a line of the revision is priced from the break table
// the revision froze, also when its quantity changes. The lock is in the data: such a line carries the table as its own.
import { hasExpired } from '@backdesk/domain/estimate/expiry.ts';
import { isFromCatalog } from '@backdesk/domain/order/section-totals.ts';
import type { LineRecord, OrderRecord } from './order-record.ts';

const isHeldBy = (line: LineRecord): boolean => line.priceTable?.source === 'revision';

/** The working copy after issuing: its catalogue lines take their prices from this revision from now on. */
export function lockPrices(order: OrderRecord, revision: number): OrderRecord {
  const label = `Estimate r${revision}`;
  const lines = order.lines.map((line) =>
    line.priceTable === null ? line : { ...line, priceTable: { source: 'revision' as const, label, breaks: line.priceTable.breaks } },
  );
  return { ...order, lines };
}

/** Whether this line's price may follow the catalogue: not while the lock of the newest revision holds it. */
export function followsCatalog(order: OrderRecord, line: LineRecord, now: Date): boolean {
  if (!isFromCatalog(line) || line.variantId === null) return false;
  return !isHeldBy(line) || !isLockHolding(order, now);
}

/** Whether the newest revision still promises its prices, the charge for shipping among them. */
export function isLockHolding({ estimate, revisions }: OrderRecord, now: Date): boolean {
  const newest = revisions.find((revision) => revision.revision === estimate?.revision);
  if (newest === undefined) return false;
  const isPromised = newest.status === 'open' || newest.status === 'changes_requested' || newest.status === 'accepted' || newest.status === 'accepted_in_part';
  return isPromised && !hasExpired(newest.lockUntil ?? newest.expiresAt, now);
}
