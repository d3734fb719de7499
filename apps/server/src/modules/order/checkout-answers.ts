// What an answer at checkout writes: the step that it completes and the events that tell of it. Whoever answers, one step at a time or all
// that are usual at once, writes the same. Pure.
import { isDeepStrictEqual } from 'node:util';
import type { OrderEvent } from '@backdesk/domain/order/events.ts';
import type { ChosenMethod } from '@backdesk/domain/shipping/types.ts';
import type { Amendment } from './amend-order.ts';
import { completeMethod, completeStep, isConfirmedAnew } from './checkout-of.ts';
import { headChanges, on, shippingChanges } from './order-events.ts';
import type { OrderRecord, ShipmentRecord } from './order-record.ts';

/** Where it goes, as `answered` has it. */
export function shippingAnswered(before: OrderRecord, answered: OrderRecord, now: Date): Amendment {
  const record = completeStep(answered, 'shipping', now);
  const changes = shippingChanges(before, record);
  return { record, events: changes.length === 0 && isConfirmedAnew(before, record, 'shipping') ? confirmed(record) : changes };
}

/** The same addresses, said again for another customer. */
function confirmed({ shipments }: OrderRecord): readonly OrderEvent[] {
  return shipments.map(({ id, address }) => ({ type: 'shipping.address_set', data: { shipmentId: id, from: address, to: address } }));
}

/** By what one shipment is sent; null: it is not chosen any more. */
export function methodAnswered(before: OrderRecord, answered: OrderRecord, shipmentId: string, method: ChosenMethod | null, now: Date): Amendment {
  const shipments = answered.shipments.map((other) => (other.id === shipmentId ? { ...other, method } : other));
  const record = completeMethod({ ...answered, shipments }, shipmentId, now);
  const chosenBefore = before.shipments.find(({ id }) => id === shipmentId)?.method ?? null;
  const [was, is] = [before, record].map(({ checkout }) => checkout['shipping-method']?.inputs);
  const events = on({ method: shownMethod(chosenBefore), inputs: was }, { method: shownMethod(method), inputs: is }, (from, to) => ({
    type: 'shipping.method_chosen',
    data: { shipmentId, currency: record.currency, from: from.method, to: to.method },
  }));
  return { record, events };
}

/** A method as history and conflicts tell it. */
export function shownMethod(method: ShipmentRecord['method']) {
  if (method === null) return null;
  const { rateId, name, amount } = method;
  return { rateId, name, amount, ...(method.rateId === null && { reason: method.reason }) };
}

/** Where the bill goes, as `answered` has it. */
export function billingAnswered(before: OrderRecord, answered: OrderRecord, now: Date): Amendment {
  const record = completeStep(answered, 'billing', now);
  const event: OrderEvent = { type: 'billing.set', data: { from: before.billing, to: record.billing } };
  const isNews = isConfirmedAnew(before, record, 'billing') || !isDeepStrictEqual(before.billing, record.billing);
  return { record, events: isNews ? [event] : [] };
}

/** How it is paid, as `answered` has it. */
export function paymentAnswered(before: OrderRecord, answered: OrderRecord, now: Date): Amendment {
  const record = completeStep(answered, 'billing', now);
  const event: OrderEvent = { type: 'payment.chosen', data: { from: said(before), to: said(record) } };
  const isNews = isConfirmedAnew(before, record, 'billing') || !isDeepStrictEqual(before.payment, record.payment);
  return { record, events: [...(isNews ? [event] : []), ...headChanges(before, record)] };
}

/** As history tells it: with the number it was chosen with. */
function said({ payment, poNumber }: OrderRecord) {
  return payment?.method === 'purchase_order' ? { ...payment, poNumber } : payment;
}
