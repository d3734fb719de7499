// An op applied to the order's JSON, before the server has answered. Pure; prices follow in `repriced`.
import type { OrderLine } from '@backdesk/contract/order/lines.ts';
import type { Order } from '@backdesk/contract/order/order.ts';
import { configurationKey } from '@backdesk/domain/catalog/configuration.ts';
import { findMergeableLine } from '@backdesk/domain/order/find-mergeable-line.ts';
import { parentsSetApart } from '@backdesk/domain/order/parents-set-apart.ts';
import { settleChoice } from '@backdesk/domain/order/settle-choice.ts';
import type { DiscountReach, OrderOp, OrderPatch } from './order-op.ts';
import { sameJson } from './same-json.ts';
import { withCharges, withoutLine } from './with-charges.ts';

export function applyOp(order: Order, op: OrderOp): Order {
  switch (op.kind) {
    case 'add_line':
      return { ...order, ...reaching(order, [op]), lines: withCharges(placed(withLine(order, op.preview, op.asNewLine, op.below), op)) };
    case 'add_lines':
      return { ...order, ...reaching(order, op.added), lines: withCharges(withLines(order, op)) };
    case 'change_line':
      return { ...order, lines: withCharges(changed(order, op)) };
    case 'remove_line':
      return { ...order, lines: withoutLine(order.lines, op.lineId) };
    case 'change_order':
      return withHead(order, op.patch);
    case 'set_shipping':
      return withShipping(order, op);
    case 'set_shipments':
      return withShipments(order, op);
    case 'set_shipping_method':
      return withMethod(order, op);
    case 'type_shipping_price':
      return withTypedPrice(order, op);
    case 'set_billing':
      return { ...order, billing: { sameAsShipping: op.sameAsShipping, address: op.sameAsShipping ? null : op.address } };
    case 'set_payment':
      return { ...order, payment: op.payment, ...(op.payment.method === 'purchase_order' && { poNumber: op.payment.poNumber ?? '' }) };
    case 'fill_checkout':
      return order;
    case 'set_discounts':
      return {
        ...order,
        discounts: [
          ...order.discounts.filter(({ source }) => source !== 'manual'),
          ...op.discounts.map((discount, at) => ({
            ...discount,
            id: discount.id ?? `new-${at}`,
            source: 'manual' as const,
            code: null,
            productIds: null,
            refused: null,
            amount: { amount: 0, currency: order.currency },
            blocker: null,
          })),
        ],
      };
    case 'set_codes':
      return { ...order, discounts: order.discounts.filter(({ source, code }) => source !== 'code' || (code !== null && op.codes.includes(code))) };
    case 'undo':
      return op.restore === null ? order : { ...order, lines: withCharges(restored(order.lines, op.restore)) };
  }
}

/** The line a new one of the same variant is added to: the server's own rule. */
export function mergeTarget(lines: readonly OrderLine[], added: OrderLine): OrderLine | undefined {
  if (added.variantId === null || added.noteCustomer !== '' || added.noteInternal !== '') return undefined;
  const parents = parentsSetApart(lines);
  const candidates = lines.map((line) => ({
    id: line.id,
    // What hangs on another line is no place to add to.
    variantId: line.parentLineId === null ? line.variantId : null,
    configuration: configurationKey(line.configuration),
    hasOverride: line.override !== null,
    hasDiscount: line.discount !== null,
    hasNote: line.noteCustomer !== '' || line.noteInternal !== '',
    hasChoiceGroup: line.choiceGroup !== null,
    hasCharges: parents.has(line.id),
    optional: line.optional,
  }));
  const found = findMergeableLine(candidates, added.variantId, configurationKey(added.configuration));
  return found === null ? undefined : lines.find((line) => line.id === found.id);
}

/** Changed last, before the server has given the version: later than every line there is. */
function nextVersion({ version, lines }: Pick<Order, 'version' | 'lines'>): number {
  return lines.reduce((latest, line) => Math.max(latest, line.quantityVersion), version) + 1;
}

function withLine(order: Pick<Order, 'version' | 'lines'>, added: OrderLine, asNewLine: boolean, below: readonly OrderLine[] = []): OrderLine[] {
  const { lines } = order;
  // A reload can find the line already there: the try before was done, only its answer was lost.
  if (lines.some((line) => line.id === added.id)) return lines;
  const target = asNewLine ? undefined : mergeTarget(lines, added);
  const quantityVersion = nextVersion(order);
  if (target === undefined) return [...lines, { ...added, quantityVersion }, ...below];
  return lines.map((line) => (line === target ? { ...line, quantity: line.quantity + added.quantity, quantityVersion } : line));
}

/** The discounts for some products only, with those that come now: the server says which when they are found, and joins them as it adds the line. */
function reaching({ discounts }: Order, added: readonly { readonly reach?: DiscountReach }[]): Partial<Order> {
  const all = added.flatMap(({ reach = [] }) => reach);
  if (all.length === 0) return {};
  const joining = (id: string) => all.flatMap((reach) => (reach.discountId === id ? reach.productIds : []));
  return {
    discounts: discounts.map((discount) =>
      discount.productIds === null ? discount : { ...discount, productIds: [...new Set([...discount.productIds, ...joining(discount.id)])] },
    ),
  };
}

/** A new line where it was asked to stand. */
function placed(lines: OrderLine[], { request, preview }: Extract<OrderOp, { kind: 'add_line' }>): OrderLine[] {
  return request.after === undefined ? lines : moved(lines, preview.id, request.after);
}

function withLines({ version, lines: before }: Order, { added }: Extract<OrderOp, { kind: 'add_lines' }>): OrderLine[] {
  let lines = before;
  for (const { preview } of added) lines = withLine({ version, lines }, preview, false);
  return lines;
}

function changed(order: Order, { lineId, patch, by, configured }: Extract<OrderOp, { kind: 'change_line' }>): OrderLine[] {
  const { after, override, unitPrice, configuration, optional, chosen, choiceGroup, ...plain } = patch;
  const settled = settleChoice(order.lines, lineId, { optional, chosen, choiceGroup });
  const next = settled.map((line) => {
    if (line.id !== lineId) return line;
    return {
      ...line,
      ...plain,
      ...(configuration !== undefined && { configuration: { ...configuration }, ...configured }),
      ...(plain.quantity !== undefined && plain.quantity !== line.quantity && { quantityVersion: nextVersion(order) }),
      ...(override !== undefined && { override: override === null ? null : { ...override, by } }),
      ...(unitPrice !== undefined && { typedUnitPrice: unitPrice }),
    };
  });
  return after === undefined ? next : moved(next, lineId, after);
}

/** The line with its children behind another line (and that one's children); null: to the top. */
export function moved(lines: OrderLine[], lineId: string, after: string | null): OrderLine[] {
  const own = lines.filter((line) => line.id === lineId || line.parentLineId === lineId);
  const others = lines.filter((line) => line.id !== lineId && line.parentLineId !== lineId);
  if (after === null) return [...own, ...others];
  const at = others.findLastIndex((line) => line.id === after || line.parentLineId === after);
  return at < 0 ? lines : [...others.slice(0, at + 1), ...own, ...others.slice(at + 1)];
}

function restored(lines: OrderLine[], { line, after }: { line: OrderLine; after: string | null }): OrderLine[] {
  return lines.some((found) => found.id === line.id) ? lines : moved([...lines, line], line.id, after);
}

function withHead(order: Order, { customerId: _, fields, paymentTerms, deposit, ...shown }: OrderPatch): Order {
  const { poNumber } = shown;
  return {
    ...order,
    ...shown,
    ...(paymentTerms !== undefined && { paymentTerms: termsShown(order, paymentTerms) }),
    ...(deposit !== undefined && {
      deposit: deposit === null ? null : { due: order.totals.total, balance: order.totals.total, ...order.deposit, term: deposit },
    }),
    ...(fields !== undefined && { fields: { ...order.fields, ...fields } }),
    // One number, shown with the payment too.
    ...(poNumber !== undefined && order.payment?.method === 'purchase_order' && { payment: { ...order.payment, poNumber } }),
  };
}

function termsShown({ agreedTerms }: Order, typed: string | null): Order['paymentTerms'] {
  if (typed === null) return agreedTerms;
  return typed.trim() === '' ? null : { terms: typed, from: 'order' };
}

function withShipping(order: Order, { address }: Extract<OrderOp, { kind: 'set_shipping' }>): Order {
  const [first, ...others] = order.shipping.shipments;
  if (first === undefined || others.length > 0) return order;
  const samePlace =
    first.address !== null &&
    first.address.country === address.country &&
    first.address.region === address.region &&
    first.address.postcode === address.postcode;
  // At another place the tax is not known until the server has looked, nor whether anybody ships there: it refuses where nobody does.
  return {
    ...order,
    shipping: { shipments: [{ ...first, kind: 'ship', address, pickupPlace: null, lines: null, served: true, ...(!samePlace && { tax: null }) }] },
  };
}

function withShipments(order: Order, { shipments }: Extract<OrderOp, { kind: 'set_shipments' }>): Order {
  const known = new Map(order.shipping.shipments.map((shipment) => [shipment.id, shipment]));
  return {
    ...order,
    shipping: {
      shipments: shipments.map((entry) => {
        const before = known.get(entry.id);
        // Without a place it is fetched at the account's own; at another place the tax is not known until the server has looked.
        const isAtHome = entry.kind === 'pickup' && entry.address === null;
        const tax = isAtHome ? order.homeTax : sameJson(before?.address ?? null, entry.address) ? (before?.tax ?? null) : null;
        return { ...entry, method: before?.method ?? null, amount: null, tax, served: true };
      }),
    },
  };
}

function withMethod(order: Order, op: Extract<OrderOp, { kind: 'set_shipping_method' }>): Order {
  const amount = { amount: op.amount, currency: order.currency };
  const shipments = order.shipping.shipments.map((shipment) =>
    shipment.id === op.shipmentId
      ? { ...shipment, method: { rateId: op.rateId, name: op.name, amount, typed: null, terms: op.terms, termsNow: op.terms }, amount }
      : shipment,
  );
  return { ...order, shipping: { shipments } };
}

function withTypedPrice(order: Order, { shipmentId, typed }: Extract<OrderOp, { kind: 'type_shipping_price' }>): Order {
  const amount = typed === null ? null : { amount: typed.amount, currency: typed.currency };
  const method =
    typed === null || amount === null
      ? null
      : { rateId: null, name: typed.name, amount, typed: { reason: typed.reason, by: typed.by }, terms: null, termsNow: null };
  return { ...order, shipping: { shipments: order.shipping.shipments.map((each) => (each.id === shipmentId ? { ...each, method, amount } : each)) } };
}
