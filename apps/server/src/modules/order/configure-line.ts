// A line with another configuration: what it says and adds is read from the catalogue of now. Its break table stays, so a price that an
// estimate holds is not lost by choosing another imprint.
import { checkConfiguration } from '@backdesk/domain/catalog/configuration.ts';
import { type LineSnapshot, listLineSnapshots } from '../catalog/queries/line-snapshots.ts';
import type { CommandContext } from '../context.ts';
import { Refused } from '../problem.ts';
import { audienceOf, configuredPart } from './line-from-catalog.ts';
import type { LineRecord, OrderRecord } from './order-record.ts';

async function findSnapshot(context: CommandContext, record: OrderRecord, line: LineRecord): Promise<LineSnapshot | undefined> {
  const { roleId, currency } = audienceOf(record, context);
  const variantIds = line.variantId === null ? [] : [line.variantId];
  const [snapshot] = await listLineSnapshots(context.tx, context.scope, { variantIds, skus: [], roleId, currency });
  return snapshot;
}

/** The line as its configuration makes it, whatever is in it: what is gone from the catalogue says so. */
export async function configureLine(context: CommandContext, record: OrderRecord, line: LineRecord): Promise<LineRecord> {
  const snapshot = await findSnapshot(context, record, line);
  return snapshot === undefined ? line : { ...line, ...configuredPart(snapshot, line.configuration, record.currency) };
}

/** As `configureLine` for what a person entered: refuses what the product does not offer. */
export async function reconfigured(context: CommandContext, record: OrderRecord, line: LineRecord): Promise<LineRecord> {
  const snapshot = await findSnapshot(context, record, line);
  if (snapshot === undefined) throw new Refused([{ code: 'line.product_unavailable', lineId: line.id, pointer: '/configuration', detail: { sku: line.sku } }]);
  const [first, ...others] = checkConfiguration(snapshot.configurationOptions, line.configuration).map((refusal) => ({ ...refusal, lineId: line.id }));
  if (first !== undefined) throw new Refused([first, ...others]);
  return { ...line, ...configuredPart(snapshot, line.configuration, record.currency) };
}
