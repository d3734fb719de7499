// The lines of an order once more, as the catalogue has them now, with what changed since. Nothing is written here.

import type { RepeatedChange } from '@backdesk/contract/order/repeat.ts';
import type { RepeatOrder } from '@backdesk/contract/order/requests.ts';
import { partOf } from '@backdesk/domain/catalog/parts.ts';
import { whyNotSold } from '@backdesk/domain/catalog/sold-to.ts';
import { type RenamedValue, renamedValues } from '@backdesk/domain/order/renamed-values.ts';
import { isFromCatalog } from '@backdesk/domain/order/section-totals.ts';
import type { LineSnapshot } from '../catalog/queries/line-snapshots.ts';
import type { CommandContext } from '../context.ts';
import { Refused } from '../problem.ts';
import { audienceOf, catalogPart, catalogPartOfBundle, enteredOn } from './line-from-catalog.ts';
import { labelOf } from './order-events.ts';
import type { LineRecord, OrderRecord } from './order-record.ts';
import { assertMayOverride } from './policy.ts';
import { priceRecord } from './price-record.ts';
import { listSnapshotsOf } from './read-catalog-again.ts';
import { termsOf } from './terms-of.ts';
import { withCharges } from './with-charges.ts';

export type Repeated = {
  readonly lines: readonly LineRecord[];
  readonly changes: readonly RepeatedChange[];
  /** What was written at lines that stay behind, a sentence each: what was agreed is not lost with what is no longer sold. */
  readonly leftNotes: readonly string[];
};

type Copy = { readonly from: LineRecord; readonly line: LineRecord; readonly changes: readonly RepeatedChange[] };

/**
 * What comes along, under new ids. What is no longer sold stays behind and is told; with `prices: kept` what costs another price by
 * now is set by hand to the old one, with the order as the reason. Refuses an id that is no line of the order.
 */
export async function repeatLines(context: CommandContext, source: OrderRecord, body: RepeatOrder): Promise<Repeated> {
  const picked = pickedLines(source, body.lineIds).map((line) => (body.artwork ? line : withoutFiles(line)));
  const snapshots = await listSnapshotsOf(context, source);
  const ids = new Map(picked.map(({ id }) => [id, context.newId()]));
  const copies = picked.map((line) => copyOf(context, source, line, { body, ids, snapshot: snapshots.get(line.variantId ?? '') }));
  const left = new Set(copies.flatMap((copy) => ('line' in copy ? [] : copy.from.id)));
  // What hangs on a line that stays behind stays behind too.
  const kept = copies.flatMap((copy) => ('line' in copy && !left.has(copy.from.parentLineId ?? '') ? [copy] : []));
  const priced = withPrices(context, source, kept, body);
  const byLine = new Map([...copies, ...priced.moves].map((each) => each.from.id).map((id) => [id, [] as RepeatedChange[]]));
  for (const { from, changes } of [...copies, ...priced.moves]) byLine.get(from.id)?.push(...changes);
  const staying = picked.filter(({ id }) => !kept.some(({ from }) => from.id === id));
  return { lines: priced.lines, leftNotes: body.notes ? staying.flatMap(notesAt) : [], changes: picked.flatMap(({ id }) => byLine.get(id) ?? []) };
}

function pickedLines({ lines }: OrderRecord, lineIds: readonly string[] | undefined): readonly LineRecord[] {
  if (lineIds === undefined) return lines;
  const wanted = new Set(lineIds);
  const unknown = lineIds.find((id) => !lines.some((line) => line.id === id));
  if (unknown !== undefined) throw new Refused([{ code: 'line.not_found', lineId: unknown, pointer: '/lineIds' }]);
  return lines.filter(({ id, parentLineId }) => wanted.has(id) || wanted.has(parentLineId ?? ''));
}

/** Without the answers that are files: an option that requires one then says that it is missing. */
function withoutFiles(line: LineRecord): LineRecord {
  const files = new Set(line.answers.flatMap(({ optionId, file }) => (file === undefined ? [] : optionId)));
  if (files.size === 0) return line;
  return {
    ...line,
    configuration: Object.fromEntries(Object.entries(line.configuration).filter(([optionId]) => !files.has(optionId))),
    answers: line.answers.filter(({ optionId }) => !files.has(optionId)),
  };
}

/** The notes of a line in words that name it. */
function notesAt({ sku, name, quantity, noteCustomer, noteInternal }: LineRecord): readonly string[] {
  const said = [noteCustomer && `for the customer: “${noteCustomer}”`, noteInternal && `internal: “${noteInternal}”`].filter(Boolean);
  return said.length === 0 ? [] : [`${quantity} × ${name}${sku === '' ? '' : ` (${sku})`}, no longer sold. Its note ${said.join('; ')}`];
}

type Copying = { readonly body: RepeatOrder; readonly ids: ReadonlyMap<string, string>; readonly snapshot: LineSnapshot | undefined };

function copyOf(
  context: CommandContext,
  source: OrderRecord,
  from: LineRecord,
  { body, ids, snapshot }: Copying,
): Copy | { readonly from: LineRecord; readonly changes: readonly RepeatedChange[] } {
  const told = changeOf(from);
  if (isFromCatalog(from) && whyNotSold(snapshot, termsOf(source).role?.id ?? null) !== null) return { from, changes: [told('not_sold')] };
  const line: LineRecord = {
    ...from,
    ...(snapshot !== undefined && isFromCatalog(from) && fromCatalog(context, source, from, snapshot)),
    id: ids.get(from.id) ?? context.newId(),
    parentLineId: from.parentLineId === null ? null : (ids.get(from.parentLineId) ?? null),
    override: null,
    ...(!body.discounts && { discount: null }),
    ...(!body.notes && { noteCustomer: '', noteInternal: '' }),
    fieldVersions: {},
  };
  const renamed = renamedOf(from, line);
  const isShort = snapshot?.stock.tracked === true && !snapshot.stock.backorder && availableOf(snapshot) < from.quantity;
  return {
    from,
    line,
    changes: [
      ...(isShort ? [told('short_of_stock', { available: availableOf(snapshot) })] : []),
      ...(line.answers.some(({ state }) => state === 'gone') ? [told('answer_gone')] : []),
      ...(renamed.length > 0 ? [told('renamed', { values: [...renamed] })] : []),
    ],
  };
}

/** What the catalogue calls otherwise by now: a person repeats what they know by its old name. */
function renamedOf(from: LineRecord, line: LineRecord): readonly RenamedValue[] {
  const before = new Map(from.answers.map((answer) => [answer.optionId, answer.value]));
  const answers = line.answers.flatMap(({ optionId, name, value, state, file }) => {
    const was = before.get(optionId);
    return was === undefined || was === value || state !== 'answered' || file !== undefined ? [] : [{ name, from: was, to: value }];
  });
  return [...renamedValues(from.options, line.options), ...answers];
}

const availableOf = ({ stock }: LineSnapshot) => Math.max(0, stock.onHand - stock.reserved);

function changeOf(line: LineRecord) {
  return (code: RepeatedChange['code'], more: Partial<RepeatedChange> = {}): RepeatedChange => ({
    lineId: line.id,
    label: labelOf(line),
    code,
    from: null,
    to: null,
    available: null,
    values: [],
    ...more,
  });
}

function fromCatalog(context: CommandContext, source: OrderRecord, line: LineRecord, snapshot: LineSnapshot): Partial<LineRecord> {
  const { name, sku, productCode, options, imageUrl } = snapshot;
  const audience = audienceOf(source, context);
  const part = partOf(source.lines, line);
  const sold = part === null ? catalogPart(snapshot, audience, enteredOn(line)) : catalogPartOfBundle(snapshot, audience, line, part.pricing);
  return { ...sold, name, sku, productCode, options, imageUrl };
}

/** Today's prices beside those of the order; those that differ are told, and kept by hand when that was asked for. */
function withPrices(context: CommandContext, source: OrderRecord, copies: readonly Copy[], { prices }: RepeatOrder) {
  const settled = withCharges({ ...source, lines: copies.map(({ line }) => line) });
  const copied = new Map(copies.map((copy) => [copy.line.id, copy]));
  const shipments = source.shipments.slice(0, 1).map((shipment) => ({ ...shipment, lines: null, method: null }));
  const today = priceRecord({ ...settled, shipments, discounts: [] });
  const now = new Map(today.pricing.lines.map(({ lineId, unitPrice }) => [lineId, unitPrice]));
  const was = new Map(source.pricing.lines.map(({ lineId, unitPrice }) => [lineId, unitPrice]));
  const moves: Copy[] = [];
  const lines = settled.lines.map((line) => {
    const copy = copied.get(line.id);
    // A charge that the product had not then.
    if (copy === undefined) return line;
    const { from } = copy;
    const [before, after] = [was.get(from.id) ?? null, now.get(line.id) ?? null];
    if (line.unitPrice !== null || before === after) return line;
    moves.push({ ...copy, changes: [changeOf(from)('price_moved', { from: before, to: after })] });
    if (prices === 'today' || before === null) return line;
    assertMayOverride(context.actor);
    return { ...line, override: from.override ?? { unitPrice: before, reason: reasonOf(source), by: context.actor.name } };
  });
  return { lines, moves };
}

function reasonOf({ number, orderNumber, stage }: OrderRecord): string {
  return `As on ${stage === 'submitted' ? 'order' : stage === 'estimate' ? 'estimate' : 'draft'} ${orderNumber ?? number ?? ''}`.trim();
}
