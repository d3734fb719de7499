// The charge lines of an order as it is edited, worked out as the server does.
import type { OrderLine } from '@backdesk/contract/order/schema.ts';
import type { LineCharge } from '@backdesk/domain/catalog/charges.ts';
import { type SettledPart, settleCharges, withWaiver } from '@backdesk/domain/order/settle-charges.ts';

type Settled = Omit<SettledPart, 'priceTable'> & Pick<OrderLine, 'priceTable'>;

function made(id: string, charge: LineCharge, parent: OrderLine, settled: SettledPart): OrderLine {
  const zero = { amount: 0, currency: parent.amount.currency };
  return {
    ...parent,
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
    override: null,
    discount: null,
    choiceGroup: null,
    ships: false,
    weightGrams: null,
    noteCustomer: '',
    noteInternal: '',
    subtotal: null,
    unitPrice: null,
    amount: zero,
    discountAmount: zero,
    total: zero,
    tax: null,
    taxLines: [],
    explanation: [],
    hint: null,
    blockers: [],
  };
}

/** The lines with the setup and run charges they owe; what hangs on a line that is gone is gone. */
export function withCharges(lines: readonly OrderLine[]): OrderLine[] {
  return settleCharges(lines, made) as OrderLine[];
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
