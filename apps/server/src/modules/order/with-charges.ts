// The charge lines of a document brought in line with the lines they hang on, and their places in it. Pure.
import { partIn } from '@backdesk/domain/catalog/parts.ts';
import { type MakeCharge, settleCharges } from '@backdesk/domain/order/settle-charges.ts';
import { type MakePart, settleParts } from '@backdesk/domain/order/settle-parts.ts';
import type { LineRecord, OrderRecord } from './order-record.ts';
import { positionGap } from './position-gap.ts';

const make: MakeCharge<LineRecord> = (id, { id: chargeId, code, name }, parent, settled) => ({
  id,
  position: 0,
  kind: 'charge',
  productId: null,
  variantId: null,
  name,
  sku: code,
  productCode: '',
  options: [],
  imageUrl: null,
  configuration: {},
  answers: [],
  unitPrice: null,
  quantityRule: { increment: null, maximum: null },
  upcharges: [],
  charges: [],
  chargeId,
  parts: [],
  partId: null,
  override: null,
  discount: null,
  choiceGroup: null,
  quantityBounds: null,
  taxCategory: parent.taxCategory,
  ships: false,
  weightGrams: null,
  cost: null,
  unavailable: null,
  noteCustomer: '',
  noteInternal: '',
  fieldVersions: {},
  ...settled,
});

const makePart: MakePart<LineRecord> = (id, part, bundle) => {
  const { id: partId, pricing, quantity: _, cost, ...sold } = part;
  const line: LineRecord = {
    ...sold,
    id,
    position: 0,
    kind: 'catalog',
    parentLineId: bundle.id,
    partId,
    parts: [],
    configuration: {},
    quantity: 1,
    // In a bundle of a fixed price it costs nothing, whatever the catalogue says.
    unitPrice: pricing === 'fixed' ? '0' : null,
    quantityRule: { increment: null, maximum: null },
    upcharges: [],
    charges: [],
    chargeId: null,
    override: null,
    discount: null,
    optional: bundle.optional,
    chosen: bundle.chosen,
    choiceGroup: null,
    quantityBounds: null,
    cost: cost ?? null,
    noteCustomer: '',
    noteInternal: '',
    fieldVersions: {},
  };
  return partIn(line, pricing);
};

/** The lines of what a bundle is made of, as they begin: nothing is answered or written there yet. */
export const partLinesOf = (bundle: LineRecord): readonly LineRecord[] => settleParts([bundle], makePart).slice(1);

/** Lines with the parts of their bundles, and the setup and run charges that they owe. */
export const chargedLines = (lines: readonly LineRecord[]): readonly LineRecord[] => settleCharges(settleParts(lines, makePart), make);

/** The order with what hangs on its lines: parts of bundles, setup and run charges, each beneath its line. The same order when nothing differs. */
export function withCharges(record: OrderRecord): OrderRecord {
  const lines = positioned(chargedLines(record.lines));
  return lines === record.lines ? record : { ...record, lines };
}

/**
 * Lines in this order with places that say so. What hangs on a line goes into the gap behind it; only when there is no room left are all
 * numbered anew.
 */
export function positioned(lines: readonly LineRecord[]): readonly LineRecord[] {
  if (lines.every((line, at) => line.position > (lines[at - 1]?.position ?? 0))) return lines;
  const next: LineRecord[] = [];
  for (let at = 0; at < lines.length; ) {
    const top = lines[at];
    if (top === undefined) break;
    const size = blockSize(lines, at);
    const before = next.at(-1)?.position ?? 0;
    const after = lines[at + size]?.position ?? Number.POSITIVE_INFINITY;
    if (top.position <= before || after <= top.position) return renumbered(lines);
    next.push(top);
    const below = placedBetween(lines.slice(at + 1, at + size), top.position, after);
    if (below === null) return renumbered(lines);
    next.push(...below);
    at += size;
  }
  return next;
}

/** How many lines a line and what hangs on it are. */
function blockSize(lines: readonly LineRecord[], at: number): number {
  let size = 1;
  while (lines[at + size] !== undefined && lines[at + size]?.parentLineId !== null) size += 1;
  return size;
}

function placedBetween(below: readonly LineRecord[], from: number, to: number): readonly LineRecord[] | null {
  const inPlace = below.every((line, at) => line.position > (below[at - 1]?.position ?? from) && line.position < to);
  if (inPlace) return below;
  const end = Math.min(to, from + positionGap);
  const step = Math.floor((end - from) / (below.length + 1));
  return step < 1 ? null : below.map((line, at) => ({ ...line, position: from + (at + 1) * step }));
}

const renumbered = (lines: readonly LineRecord[]) => lines.map((line, index) => ({ ...line, position: (index + 1) * positionGap }));
