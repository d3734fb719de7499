// A line with another configuration: what it says and adds is read from the catalogue of now. Its break table stays, so a price that an
// estimate holds is not lost by choosing another imprint.
import { checkConfiguration, enteredConfiguration, namedFiles } from '@backdesk/domain/catalog/configuration.ts';
import type { Configuration } from '@backdesk/domain/catalog/configuration-options.ts';
import type { FileFacts } from '@backdesk/domain/file/kinds.ts';
import { type LineSnapshot, listLineSnapshots } from '../catalog/queries/line-snapshots.ts';
import type { CommandContext } from '../context.ts';
import { listReadable } from '../file/commands/list-readable.ts';
import { Refused } from '../problem.ts';
import { audienceOf, configuredPart } from './line-from-catalog.ts';
import type { LineRecord, OrderRecord } from './order-record.ts';

async function findSnapshot(context: CommandContext, record: OrderRecord, line: LineRecord): Promise<LineSnapshot | undefined> {
  const { role, currency } = audienceOf(record, context);
  const variantIds = line.variantId === null ? [] : [line.variantId];
  const [snapshot] = await listLineSnapshots(context.tx, context.scope, { variantIds, skus: [], roleId: role?.id ?? null, currency });
  return snapshot;
}

/** The files that answers name, as far as the actor may read them. */
export function filesNamed(context: CommandContext, { configurationOptions }: LineSnapshot, configuration: Configuration): Promise<readonly FileFacts[]> {
  return listReadable(context, namedFiles(configurationOptions, configuration));
}

/** The line as its configuration makes it, whatever is in it: what is gone from the catalogue says so. */
export async function configureLine(context: CommandContext, record: OrderRecord, line: LineRecord): Promise<LineRecord> {
  const snapshot = await findSnapshot(context, record, line);
  if (snapshot === undefined) return line;
  const { configuration } = line;
  return { ...line, ...configuredPart(snapshot, { configuration, files: await filesNamed(context, snapshot, configuration) }, record.currency) };
}

/** As `configureLine` for what a person entered: refuses what the product does not offer. */
export async function reconfigured(context: CommandContext, record: OrderRecord, line: LineRecord): Promise<LineRecord> {
  const snapshot = await findSnapshot(context, record, line);
  if (snapshot === undefined) throw new Refused([{ code: 'line.product_unavailable', lineId: line.id, pointer: '/configuration', detail: { sku: line.sku } }]);
  const files = await filesNamed(context, snapshot, line.configuration);
  const [first, ...others] = checkConfiguration(snapshot.configurationOptions, line.configuration, files).map((refusal) => ({ ...refusal, lineId: line.id }));
  if (first !== undefined) throw new Refused([first, ...others]);
  const configuration = enteredConfiguration(snapshot.configurationOptions, line.configuration);
  return { ...line, configuration, ...configuredPart(snapshot, { configuration, files }, record.currency) };
}
