// From the SKUs and ids that people send to variants of the catalogue.
import type { ParsedNewLine } from '@backdesk/contract/order/requests.ts';
import { namedFiles } from '@backdesk/domain/catalog/configuration.ts';
import { whyNotSold } from '@backdesk/domain/catalog/sold-to.ts';
import type { FileFacts } from '@backdesk/domain/file/kinds.ts';
import { type LineSnapshot, listLineSnapshots } from '../catalog/queries/line-snapshots.ts';
import type { CommandContext } from '../context.ts';
import { listReadable } from '../file/commands/list-readable.ts';
import { Problem } from '../problem.ts';
import type { PriceAudience } from './price-table-for.ts';
import { filesAtParts } from './said-at-parts.ts';

export type CatalogRequest = Exclude<ParsedNewLine, { custom: unknown } | { section: unknown }>;

export function isCatalogRequest(line: ParsedNewLine): line is CatalogRequest {
  return !('custom' in line) && !('section' in line);
}

/**
 * The variant of each requested catalogue line, all read at once. An unknown SKU or id is `request.invalid` with a pointer
 * each: `pointerOf` says where the line of this index stands in the request ("" or "/lines/3").
 */
export async function resolveVariants(
  context: Pick<CommandContext, 'tx' | 'scope' | 'actor'>,
  lines: readonly ParsedNewLine[],
  audience: PriceAudience,
  pointerOf: (index: number) => string,
): Promise<ReadonlyMap<number, LineSnapshot>> {
  const wanted = lines.flatMap((line, index) => (isCatalogRequest(line) ? [{ line, index }] : []));
  if (wanted.length === 0) return new Map();
  const snapshots = await listLineSnapshots(context.tx, context.scope, {
    roleId: audience.role?.id ?? null,
    currency: audience.currency,
    variantIds: [...new Set(wanted.flatMap(({ line }) => line.variantId ?? []))],
    skus: [...new Set(wanted.flatMap(({ line }) => line.sku ?? []))],
  });
  const byId = new Map(snapshots.flatMap((snapshot) => (snapshot.askedSku === null ? [[snapshot.variantId, snapshot]] : [])));
  const bySku = new Map(snapshots.flatMap((snapshot) => (snapshot.askedSku === null ? [] : [[snapshot.askedSku, snapshot]])));
  const errors: { pointer: string; message: string }[] = [];
  const found = new Map<number, LineSnapshot>();
  for (const { line, index } of wanted) {
    const snapshot = line.variantId === undefined ? bySku.get(line.sku ?? '') : byId.get(line.variantId);
    if (snapshot !== undefined && !isHidden(context, snapshot, audience)) found.set(index, snapshot);
    else if (line.variantId === undefined) errors.push({ pointer: `${pointerOf(index)}/sku`, message: `There is no product with the SKU ${line.sku ?? ''}.` });
    else errors.push({ pointer: `${pointerOf(index)}/variantId`, message: 'There is no variant with this id.' });
  }
  if (errors.length > 0) throw new Problem('request.invalid', { errors });
  return found;
}

/** To customers what is not sold to them is like what is missing; staff are told why. */
function isHidden({ actor }: Pick<CommandContext, 'actor'>, snapshot: LineSnapshot, { role }: PriceAudience): boolean {
  return (actor.kind === 'customer' || actor.kind === 'guest') && whyNotSold(snapshot, role?.id ?? null) === 'excluded';
}

/** What is known of the files that the answers of these lines name, as far as the actor may read them. */
export function filesOfRequest(
  context: CommandContext,
  lines: readonly ParsedNewLine[],
  snapshots: ReadonlyMap<number, LineSnapshot>,
): Promise<readonly FileFacts[]> {
  const named = lines.flatMap((line, index) => {
    if (!isCatalogRequest(line)) return [];
    const snapshot = snapshots.get(index);
    return [...namedFiles(snapshot?.configurationOptions ?? [], line.configuration ?? {}), ...filesAtParts(snapshot, line.parts ?? [])];
  });
  return listReadable(context, named);
}
