// The charge lines of an order as it is edited, worked out as the server does.

import type { LinePartJson } from '@backdesk/contract/catalog/parts.ts';
import type { OrderLine } from '@backdesk/contract/order/lines.ts';
import type { LineCharge } from '@backdesk/domain/catalog/charges.ts';
import { partIn } from '@backdesk/domain/catalog/parts.ts';
import { type SettledPart, settleCharges, withWaiver } from '@backdesk/domain/order/settle-charges.ts';
import { settleParts } from '@backdesk/domain/order/settle-parts.ts';

type Settled = Omit<SettledPart, 'priceTable'> & Pick<OrderLine, 'priceTable'>;

const underived = { subtotal: null, unitPrice: null, tax: null, taxLines: [], explanation: [], hint: null, blockers: [] } satisfies Partial<OrderLine>;
const untouched = { override: null, discount: null, choiceGroup: null, noteCustomer: '', noteInternal: '' } satisfies Partial<OrderLine>;

function nothing(currency: string) {
  const zero = { amount: 0, currency };
  return { amount: zero, discountAmount: zero, total: zero };
}

function made(id: string, charge: LineCharge, parent: OrderLine, settled: SettledPart): OrderLine {
  return {
    ...parent,
    ...untouched,
    ...underived,
    ...nothing(parent.amount.currency),
    ...(settled as Settled),
    id,
    kind: 'charge',
    productId: null,
    variantId: null,
    name: charge.name,
    sku: charge.code,
    productCode: '',
    options: [],
    imageUrl: null,
    configuration: {},
    answers: [],
    quantityVersion: 0,
    typedUnitPrice: null,
    quantityRule: { increment: null, maximum: null },
    upcharges: [],
    charges: [],
    chargeId: charge.id,
    parts: [],
    partId: null,
    ships: false,
    weightGrams: null,
  };
}

function madePart(id: string, part: LinePartJson, bundle: OrderLine): OrderLine {
  const { id: partId, pricing, quantity: _, unavailable: __, ...sold } = part;
  const line: OrderLine = {
    ...bundle,
    ...untouched,
    ...underived,
    ...nothing(bundle.amount.currency),
    ...sold,
    id,
    kind: 'catalog',
    parentLineId: bundle.id,
    partId,
    parts: [],
    configuration: {},
    quantity: 1,
    quantityVersion: 0,
    typedUnitPrice: pricing === 'fixed' ? '0' : null,
    quantityRule: { increment: null, maximum: null },
    upcharges: [],
    charges: [],
    chargeId: null,
    quantityBounds: null,
  };
  return partIn(line, pricing) as OrderLine;
}

/** The lines with the parts of their bundles and the charges they owe; what hangs on a line that is gone is gone. */
export function withCharges(lines: readonly OrderLine[]): OrderLine[] {
  return settleCharges(
    settleParts(lines, (id, part, bundle) => madePart(id, part as LinePartJson, bundle)),
    made,
  ) as OrderLine[];
}

/** The lines without one: a charge is taken off the line it hangs on. */
export function withoutLine(lines: readonly OrderLine[], lineId: string): OrderLine[] {
  const line = lines.find(({ id }) => id === lineId);
  if (line === undefined) return [...lines];
  const left = lines.filter((other) => other !== line);
  return withCharges(line.parentLineId === null ? left : withWaiver(left, line, true));
}

/** Whether a charge line may be taken off: not one that the product insists on. */
export function mayTakeOff(lines: readonly OrderLine[], { chargeId, parentLineId }: OrderLine): boolean {
  return lines.find(({ id }) => id === parentLineId)?.charges.find(({ id }) => id === chargeId)?.removable === true;
}
