// Lines keep the price tables they were entered with. Only a new customer, the re-pricing job, and issuing or submitting
// read the catalogue again; what is gone from it keeps its snapshot and says so at the line.
import { isDeepStrictEqual } from 'node:util';
import { partOf } from '@backdesk/domain/catalog/parts.ts';
import { renewedUnit } from '@backdesk/domain/catalog/selling-unit.ts';
import { isFromCatalog } from '@backdesk/domain/order/section-totals.ts';
import { type LineSnapshot, listLineSnapshots } from '../catalog/queries/line-snapshots.ts';
import type { CommandContext } from '../context.ts';
import { audienceOf, catalogPart, catalogPartOfBundle, enteredOn } from './line-from-catalog.ts';
import type { LineRecord, OrderRecord } from './order-record.ts';

/** The catalogue as it is now for the variants in an order, by variant id; a deleted one is missing. */
export async function listSnapshotsOf(
  context: Pick<CommandContext, 'tx' | 'scope' | 'account' | 'now'>,
  record: OrderRecord,
): Promise<ReadonlyMap<string, LineSnapshot>> {
  const variantIds = [...new Set(record.lines.flatMap(({ variantId }) => variantId ?? []))];
  if (variantIds.length === 0) return new Map();
  const { role, currency } = audienceOf(record, context);
  const snapshots = await listLineSnapshots(context.tx, context.scope, { variantIds, skus: [], roleId: role?.id ?? null, currency });
  return new Map(snapshots.map((snapshot) => [snapshot.variantId, snapshot]));
}

/** The order with the price tables, rules, weights and tax categories of now. Not yet priced. Lines that stay the same stay the same objects. */
export function withSnapshots(
  context: Pick<CommandContext, 'account' | 'now'>,
  record: OrderRecord,
  snapshots: ReadonlyMap<string, LineSnapshot>,
): OrderRecord {
  const audience = audienceOf(record, context);
  const bundles = record.lines.filter(({ parts }) => parts.length > 0);
  const lines = record.lines.map((line): LineRecord => {
    const snapshot = line.variantId === null ? undefined : snapshots.get(line.variantId);
    if (line.variantId === null || !isFromCatalog(line)) return line;
    if (snapshot === undefined) return line.unavailable === 'deleted' ? line : { ...line, unavailable: 'deleted' };
    const part = partOf(bundles, line);
    const current =
      part === null
        ? { ...line, options: renewedUnit(line.options, snapshot), ...catalogPart(snapshot, audience, enteredOn(line)) }
        : catalogPartOfBundle(snapshot, audience, line, part.pricing);
    return isDeepStrictEqual(current, line) ? line : current;
  });
  return lines.every((line, index) => line === record.lines[index]) ? record : { ...record, lines };
}

export async function readCatalogAgain(context: Pick<CommandContext, 'tx' | 'scope' | 'account' | 'now'>, record: OrderRecord): Promise<OrderRecord> {
  return withSnapshots(context, record, await listSnapshotsOf(context, record));
}
