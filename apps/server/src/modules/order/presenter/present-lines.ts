// A line of an order's answer: what people set beside what the calculator made of it.
import { lineChargesJson } from '@backdesk/contract/catalog/charges.ts';
import { linePartsJson } from '@backdesk/contract/catalog/parts.ts';
import type { OrderLine } from '@backdesk/contract/order/lines.ts';
import { priceStepJson } from '@backdesk/contract/order/price-steps.ts';
import { subtotals as subtotalsIn } from '@backdesk/domain/order/bundle-totals.ts';
import type { PricedLine } from '@backdesk/domain/pricing/types.ts';
import type { LineRecord, OrderRecord } from '../order-record.ts';
import { discountJson, refusalJson, type Shape, shapeIn, taxLineJson } from './present-parts.ts';

const unpriced: Omit<PricedLine, 'lineId'> = {
  unitPrice: null,
  amount: 0 as never,
  discount: 0 as never,
  total: 0 as never,
  orderDiscount: 0 as never,
  tax: null,
  taxLines: [],
  groupQuantity: 0,
  explanation: [],
  hint: null,
  blockers: [],
};

function lineJson(line: LineRecord, priced: PricedLine | undefined, shape: Shape): Omit<OrderLine, 'subtotal'> {
  const { money, moneyOrNull } = shape;
  const { unitPrice, amount, discount, total, tax, taxLines, explanation, hint, blockers } = priced ?? unpriced;
  return {
    id: line.id,
    kind: line.kind,
    parentLineId: line.parentLineId,
    productId: line.productId,
    variantId: line.variantId,
    name: line.name,
    sku: line.sku,
    productCode: line.productCode,
    options: line.options.map((option) => ({ ...option })),
    imageUrl: line.imageUrl,
    configuration: { ...line.configuration },
    answers: line.answers.map((answer) => ({ ...answer })),
    quantity: line.quantity,
    quantityVersion: line.fieldVersions.quantity ?? 0,
    typedUnitPrice: line.unitPrice,
    priceTable: line.priceTable === null ? null : { ...line.priceTable, breaks: line.priceTable.breaks.map((row) => ({ ...row })) },
    breakGroup: line.breakGroup,
    quantityRule: { ...line.quantityRule },
    upcharges: line.upcharges.map((upcharge) => ({ ...upcharge, perLine: money(upcharge.perLine) })),
    charges: lineChargesJson(line.charges),
    chargeId: line.chargeId,
    parts: linePartsJson(line.parts),
    partId: line.partId,
    override: line.override === null ? null : { ...line.override },
    discount: line.discount === null ? null : discountJson(line.discount, shape),
    optional: line.optional,
    chosen: line.chosen,
    choiceGroup: line.choiceGroup,
    quantityBounds: line.quantityBounds === null ? null : { ...line.quantityBounds },
    taxCategory: line.taxCategory,
    ships: line.ships,
    weightGrams: line.weightGrams,
    noteCustomer: line.noteCustomer,
    noteInternal: line.noteInternal,
    unitPrice,
    amount: money(amount),
    discountAmount: money(discount),
    total: money(total),
    tax: moneyOrNull(tax),
    taxLines: taxLines.map((taxLine) => taxLineJson(taxLine, shape)),
    explanation: explanation.map((step) => priceStepJson(step, shape.currency)),
    hint: hint === null ? null : { quantity: hint.quantity, unitPrice: hint.unitPrice, saves: moneyOrNull(hint.saves) },
    blockers: blockers.map(refusalJson),
  };
}

/** What the lines of each section and the parts of each bundle come to, by the section's or bundle's id. */
export function subtotalsOf({ lines, pricing }: Pick<OrderRecord, 'lines' | 'pricing'>): ReadonlyMap<string, number> {
  if (!lines.some(({ kind }) => kind === 'section' || kind === 'bundle')) return new Map();
  const totals = new Map(pricing.lines.map(({ lineId, total }) => [lineId, total]));
  return subtotalsIn(
    lines.map(({ id, kind, parentLineId, optional, chosen }) => ({ id, kind, parentLineId, optional, chosen, totalAmount: totals.get(id) ?? 0 })),
  );
}

/** Some lines of an order, in the order given. */
export function presentLines(record: OrderRecord, lines: readonly LineRecord[]): OrderLine[] {
  const priced = new Map(record.pricing.lines.map((line) => [line.lineId, line]));
  const shape = shapeIn(record.currency);
  const subtotals = subtotalsOf(record);
  return lines.map((line) => ({ ...lineJson(line, priced.get(line.id), shape), subtotal: shape.moneyOrNull(subtotals.get(line.id) ?? null) }));
}
