// New lines into a document: the same variant with the same configuration raises the quantity of the line that is there
// (cases, policy 10), everything else is added at the end. Pure.
import type { ParsedNewLine } from '@backdesk/contract/order/requests.ts';
import { checkConfiguration, configurationKey, enteredConfiguration } from '@backdesk/domain/catalog/configuration.ts';
import { partIn } from '@backdesk/domain/catalog/parts.ts';
import { whyNotSold } from '@backdesk/domain/catalog/sold-to.ts';
import type { FileFacts } from '@backdesk/domain/file/kinds.ts';
import type { OrderEvent } from '@backdesk/domain/order/events.ts';
import { findMergeableLine, type MergeCandidate } from '@backdesk/domain/order/find-mergeable-line.ts';
import { parentsSetApart } from '@backdesk/domain/order/parents-set-apart.ts';
import { isFromCatalog } from '@backdesk/domain/order/section-totals.ts';
import { settleChoice } from '@backdesk/domain/order/settle-choice.ts';
import { checkQuantity, checkUnitPrice } from '@backdesk/domain/pricing/bounds.ts';
import type { LineSnapshot } from '../catalog/queries/line-snapshots.ts';
import { invalidField, Refused } from '../problem.ts';
import { configuredPart, type Entered, lineFromCatalog } from './line-from-catalog.ts';
import { moveLine } from './move-line.ts';
import { labelOf, lineAdded, on } from './order-events.ts';
import type { LineRecord } from './order-record.ts';
import { positionGap } from './position-gap.ts';
import type { PriceAudience } from './price-table-for.ts';
import { isCatalogRequest } from './resolve-variants.ts';
import { variantsOfParts } from './said-at-parts.ts';
import { partLinesOf } from './with-charges.ts';

export type PlacedLines = {
  readonly lines: readonly LineRecord[];
  /** What was added, and whose quantity rose. */
  readonly events: readonly OrderEvent[];
  /** Where in the request each line was named last, by its id. */
  readonly pointers: ReadonlyMap<string, string>;
};

type Placing = {
  readonly present: readonly LineRecord[];
  readonly requested: readonly ParsedNewLine[];
  readonly snapshots: ReadonlyMap<number, LineSnapshot>;
  /** What is known of the files that the requests name. */
  readonly files: readonly FileFacts[];
  readonly audience: PriceAudience;
  readonly newId: () => string;
  readonly pointerOf: (index: number) => string;
};

/** Refuses a product that is not sold to this customer (`line.product_unavailable`), a quantity beyond all bounds, and a line id taken twice. */
export function placeLines({ present, requested, snapshots, files, audience, newId, pointerOf }: Placing): PlacedLines {
  const lines = new Map(present.map((line) => [line.id, line]));
  const candidates = Map.groupBy(candidatesOf(present), ({ variantId }) => variantId);
  const pointers = new Map<string, string>();
  const ids = new Map<number, string>();
  let position = Math.max(0, ...present.map((line) => line.position));

  requested.forEach((request, index) => {
    const snapshot = snapshots.get(index);
    const priceRefusal = !('custom' in request) ? null : checkUnitPrice(request.custom.unitPrice, 'custom');
    if (priceRefusal !== null) throw new Refused([{ ...priceRefusal, pointer: `${pointerOf(index)}/custom/unitPrice` }]);
    const reason = snapshot === undefined ? null : whyNotSold(snapshot, audience.role?.id ?? null);
    if (snapshot !== undefined && reason !== null)
      throw new Refused([{ code: 'line.product_unavailable', pointer: pointerOf(index), detail: { sku: snapshot.sku, reason } }]);
    if (snapshot !== undefined && isCatalogRequest(request))
      assertConfigurable(snapshot, { configuration: request.configuration ?? {}, files }, pointerOf(index));
    const line = { ...newLine(request, { snapshot, audience, files }, request.lineId ?? newId()), position: position + positionGap };
    const below = partsSaid(request, line, { snapshot, audience, files }, pointerOf(index));
    const twin = below.length > 0 ? undefined : lines.get(twinOf(request, line, candidates)?.id ?? '');
    if (twin !== undefined) {
      pointers.set(twin.id, pointerOf(index));
      lines.set(twin.id, { ...twin, quantity: raised(twin, line, `${pointerOf(index)}/quantity`) });
      return;
    }
    ids.set(index, line.id);
    if (lines.has(line.id)) throw invalidField(`${pointerOf(index)}/lineId`, 'is the id of a line of this order already');
    position = line.position;
    for (const placed of [line, ...below]) lines.set(placed.id, placed);
    pointers.set(line.id, pointerOf(index));
    const [candidate] = candidatesOf([line, ...below]);
    if (candidate !== undefined) candidates.set(line.variantId, [...(candidates.get(line.variantId) ?? []), candidate]);
  });

  const placed = arranged([...lines.values()], requested, ids, pointerOf);
  return { lines: placed, events: eventsOf(present, placed), pointers };
}

/** The new lines as they were asked for: optional or of a group, and where in the document. */
function arranged(
  placed: readonly LineRecord[],
  requested: readonly ParsedNewLine[],
  ids: ReadonlyMap<number, string>,
  pointerOf: (index: number) => string,
): readonly LineRecord[] {
  return requested.reduce((lines, request, index) => {
    const id = ids.get(index);
    if (id === undefined) return lines;
    const choice = 'section' in request ? {} : { optional: request.optional, chosen: request.chosen, choiceGroup: request.choiceGroup };
    const settled = settleChoice(lines, id, choice);
    return request.after === undefined ? settled : moveLine({ lines: settled }, id, request.after, `${pointerOf(index)}/after`).lines;
  }, placed);
}

function eventsOf(present: readonly LineRecord[], placed: readonly LineRecord[]): readonly OrderEvent[] {
  const before = new Map(present.map((line) => [line.id, line]));
  return placed.flatMap((line): readonly OrderEvent[] => {
    const was = before.get(line.id);
    // What hangs on a line came with it.
    if (was === undefined) return line.parentLineId === null ? [lineAdded(line)] : [];
    return on(was.quantity, line.quantity, (from, to) => ({ type: 'line.quantity_changed', data: { lineId: line.id, label: labelOf(line), from, to } }));
  });
}

function candidatesOf(lines: readonly LineRecord[]): readonly MergeCandidate[] {
  const parents = parentsSetApart(lines);
  return lines.flatMap((line) =>
    !isFromCatalog(line) || line.parentLineId !== null
      ? []
      : [
          {
            id: line.id,
            variantId: line.variantId,
            configuration: configurationKey(line.configuration),
            hasOverride: line.override !== null,
            hasDiscount: line.discount !== null,
            hasNote: line.noteCustomer !== '' || line.noteInternal !== '',
            hasChoiceGroup: line.choiceGroup !== null,
            hasCharges: parents.has(line.id),
            optional: line.optional,
          },
        ],
  );
}

/** It was said where it stands, or that it is optional: it is a line of its own. */
function isPlaced({ after, optional, choiceGroup }: Exclude<ParsedNewLine, { section: unknown }>): boolean {
  return after !== undefined || optional === true || choiceGroup !== undefined;
}

/** The line that this one raises, unless it was asked for as a new one or brings a note of its own. */
function twinOf(request: ParsedNewLine, line: LineRecord, candidates: ReadonlyMap<string | null, readonly MergeCandidate[]>): MergeCandidate | null {
  if (
    'section' in request ||
    isPlaced(request) ||
    request.asNewLine === true ||
    line.variantId === null ||
    line.noteCustomer !== '' ||
    line.noteInternal !== ''
  )
    return null;
  return findMergeableLine(candidates.get(line.variantId) ?? [], line.variantId, configurationKey(line.configuration));
}

/** Refuses an option or a value that this product does not offer, and a text that is too long; what is missing can follow. */
function assertConfigurable({ configurationOptions }: LineSnapshot, { configuration, files }: Entered, pointer: string): void {
  const [first, ...others] = checkConfiguration(configurationOptions, configuration, files).map((refusal) => ({
    ...refusal,
    pointer: `${pointer}${refusal.pointer ?? ''}`,
  }));
  if (first !== undefined) throw new Refused([first, ...others]);
}

function raised(twin: LineRecord, line: LineRecord, pointer: string): number {
  const quantity = twin.quantity + line.quantity;
  const refusal = checkQuantity(quantity);
  if (refusal !== null) throw new Refused([{ ...refusal, pointer, lineId: twin.id }]);
  return quantity;
}

type Source = { readonly snapshot: LineSnapshot | undefined; readonly audience: PriceAudience; readonly files: readonly FileFacts[] };

function newLine(request: ParsedNewLine, { snapshot, audience, files }: Source, id: string): LineRecord {
  if ('section' in request) return { ...typedLine(id), kind: 'section', name: request.section.name, unitPrice: null, ships: false };
  const notes = { noteCustomer: request.noteCustomer ?? '', noteInternal: request.noteInternal ?? '' };
  if (isCatalogRequest(request)) {
    if (snapshot === undefined) throw new Error('A catalogue line was placed before its variant was found.');
    const configuration = enteredConfiguration(snapshot.configurationOptions, request.configuration ?? {});
    return lineFromCatalog(snapshot, audience, { id, quantity: request.quantity, configuration, ...notes }, files);
  }
  const { name, unitPrice, quantity, ships, weightGrams, taxCategory } = request.custom;
  return { ...typedLine(id), name, quantity, unitPrice, taxCategory, ships, weightGrams, ...notes };
}

/** The lines of the parts at which the request answers or writes something; the others are made where all of them are. */
function partsSaid(request: ParsedNewLine, bundle: LineRecord, { snapshot, audience, files }: Source, pointer: string): readonly LineRecord[] {
  if (!isCatalogRequest(request) || request.parts === undefined || request.parts.length === 0) return [];
  const lines = new Map(partLinesOf(bundle).map((line) => [line.variantId, line]));
  const variants = variantsOfParts(snapshot);
  const named = new Set<string>();
  return request.parts.map(({ variantId, configuration: given = {}, noteCustomer = '', noteInternal = '' }, at) => {
    const where = `${pointer}/parts/${at}`;
    const [line, variant] = [lines.get(variantId), variants.get(variantId)];
    if (line === undefined || variant === undefined) throw invalidField(`${where}/variantId`, 'is no part of this bundle as it is sold now: leave it out');
    if (named.has(variantId)) throw invalidField(`${where}/variantId`, 'is given twice');
    named.add(variantId);
    assertConfigurable(variant, { configuration: given, files }, where);
    const configuration = enteredConfiguration(variant.configurationOptions, given);
    const configured = configuredPart(variant, { configuration, files }, audience.currency);
    return partIn({ ...line, configuration, ...configured, noteCustomer, noteInternal }, bundle.parts[0]?.pricing ?? 'fixed');
  });
}

/** What is in no catalogue, before anything is said of it. */
function typedLine(id: string): LineRecord {
  return {
    id,
    position: 0,
    kind: 'custom',
    parentLineId: null,
    productId: null,
    variantId: null,
    name: '',
    sku: '',
    productCode: '',
    options: [],
    imageUrl: null,
    configuration: {},
    answers: [],
    quantity: 1,
    unitPrice: '0',
    priceTable: null,
    breakGroup: null,
    quantityRule: { increment: null, maximum: null },
    upcharges: [],
    charges: [],
    chargeId: null,
    parts: [],
    partId: null,
    override: null,
    discount: null,
    optional: false,
    chosen: true,
    choiceGroup: null,
    quantityBounds: null,
    taxCategory: 'standard',
    ships: true,
    weightGrams: null,
    cost: null,
    unavailable: null,
    noteCustomer: '',
    noteInternal: '',
    fieldVersions: {},
  };
}
