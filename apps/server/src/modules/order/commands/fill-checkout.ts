import { isDeepStrictEqual } from 'node:util';
import type { fillCheckout as fillCheckoutBody } from '@backdesk/contract/order/requests.ts';
import type { CheckoutStepName } from '@backdesk/domain/core/refusal.ts';
import { shipmentsSent } from '@backdesk/domain/order/checkout-facts.ts';
import { checkoutSteps } from '@backdesk/domain/order/checkout-progress.ts';
import { stepInputs } from '@backdesk/domain/order/step-inputs.ts';
import type { CheckoutStep } from '@backdesk/domain/order/types.ts';
import { type BookedAddress, isBillingSaid, usualBilling, usualOffer, usualPayment, usualShippingAddress } from '@backdesk/domain/order/usual-checkout.ts';
import type { z } from 'zod';
import type { CommandContext } from '../../context.ts';
import { listBookOfCustomer } from '../../customer/queries/customer-of-order.ts';
import { gatherHeldFacts } from '../accepted-promise.ts';
import { type Amended, type Amendment, amendOrder } from '../amend-order.ts';
import { billingAnswered, methodAnswered, paymentAnswered, shippingAnswered, shownMethod } from '../checkout-answers.ts';
import { allowedPaymentsOf, checkoutFactsOf } from '../checkout-of.ts';
import { assertNoConflict, type WrittenField } from '../conflicts.ts';
import type { OrderRecord } from '../order-record.ts';
import { priceRecord } from '../price-record.ts';
import { listLastSentBy } from '../queries/list-last-sent-by.ts';
import { isServed, shippingShown, shipTo } from '../ship-to.ts';
import { methodOf, offersFor } from '../shipping-rate-offers.ts';

type FillCheckout = z.output<typeof fillCheckoutBody>;

/** Where it goes and where the bill goes, as far as that is to be filled in. */
type UsualPlaces = Partial<Pick<OrderRecord, 'shipments' | 'billing'>>;

/** The order as it is filled in so far. */
type Filled = Amendment & { readonly written: readonly WrittenField[] };

/**
 * Answers each step that is still empty as is usual for this customer. What a person entered stays as it is, also where it is stale. An address
 * that nobody ships to is not filled in; what hangs on an address that is not known stays open, and nothing is refused for it.
 */
export function fillCheckout(context: CommandContext, orderId: string, { basedOn }: FillCheckout): Promise<Amended> {
  return amendOrder(context, orderId, async (record) => {
    const asItIs: Amendment = { record, events: [] };
    if (!isAnyEmpty(record)) return asItIs;
    const { book, lastSentBy } = await knownOf(context, record);
    const places = usualPlaces(context, record, book);
    const { record: gathered, settings } = await gatherHeldFacts(context, record, { ...record, ...places });
    if (!gathered.shipments.every((shipment) => isServed(gathered, settings, shipment))) return asItIs;
    const placed = withShipping(context, record, priceRecord(gathered), places);
    if (!isSettled(stepOf(placed.record, 'shipping'))) return asItIs;
    const sent = withMethods(context, record, placed, lastSentBy);
    const { written, ...filled } = withPayment(context, record, withBilling(context, record, sent, places));
    await assertNoConflict(context, orderId, basedOn, written);
    return filled;
  });
}

function stepOf(record: OrderRecord, name: CheckoutStepName): CheckoutStep['state'] | undefined {
  return checkoutSteps(checkoutFactsOf(record)).find((step) => step.name === name)?.state;
}

const isSettled = (state: CheckoutStep['state'] | undefined) => state === 'done' || state === 'not_needed';

const isAnyEmpty = (record: OrderRecord) => checkoutSteps(checkoutFactsOf(record)).some(({ name, state }) => name !== 'finalize' && state === 'empty');

async function knownOf({ tx, scope }: CommandContext, { customer }: OrderRecord) {
  if (customer === null) return { book: [], lastSentBy: [] };
  const [book, lastSentBy] = await Promise.all([listBookOfCustomer(tx, scope, customer.id), listLastSentBy(tx, scope, customer.id)]);
  return { book, lastSentBy };
}

function usualPlaces(context: CommandContext, record: OrderRecord, book: readonly BookedAddress[]): UsualPlaces {
  const address = isUnplaced(record) ? (record.shipments[0]?.address ?? usualShippingAddress(book)) : null;
  const shipments = address === null ? undefined : shipTo(context, record, address);
  const shipsTo = (shipments ?? record.shipments).find((shipment) => shipment.kind === 'ship' && shipment.address !== null)?.address ?? null;
  const isSaid = isBillingSaid({ ...record.billing, isAnswered: record.checkout.billing !== undefined, shipsTo });
  const billing = isSaid ? null : usualBilling(book, shipsTo);
  return { ...(shipments && { shipments }), ...(billing && { billing }) };
}

/** Whether nobody has said yet where it goes. What is fetched or split stays as it was spread. */
function isUnplaced(record: OrderRecord): boolean {
  const isWhole = record.shipments.length <= 1 && record.shipments.every(({ kind, lines }) => kind === 'ship' && lines === null);
  return isWhole && stepOf(record, 'shipping') === 'empty';
}

function withShipping({ now }: CommandContext, before: OrderRecord, record: OrderRecord, { shipments }: UsualPlaces): Filled {
  if (shipments === undefined) return { record, events: [], written: [] };
  const field = { pointer: '/shipping', version: before.fieldVersions.shipping, now: shippingShown(before.shipments), wanted: shippingShown(shipments) };
  return { ...shippingAnswered(before, record, now), written: [field] };
}

function withMethods({ now }: CommandContext, before: OrderRecord, placed: Filled, lastSentBy: readonly string[]): Filled {
  const open = shipmentsSent(checkoutFactsOf(placed.record)).flatMap(({ id, method }) => (method === null ? id : []));
  return placed.record.shipments.reduce((filled, shipment) => {
    if (!open.includes(shipment.id)) return filled;
    const offers = offersFor(filled.record, filled.record.facts.zones, shipment).map((offer) => ({ ...offer, rateId: offer.rate.id }));
    const usual = usualOffer(offers, lastSentBy);
    if (usual === null) return filled;
    const method = methodOf(usual);
    const field = { pointer: '/shipping-method', version: shipment.fieldVersions.method, now: null, wanted: shownMethod(method) };
    return withAnswer(filled, methodAnswered(before, filled.record, shipment.id, method, now), field);
  }, placed);
}

function withBilling({ now }: CommandContext, before: OrderRecord, sent: Filled, { billing }: UsualPlaces): Filled {
  if (billing === undefined) return sent;
  const field = { pointer: '/billing', version: before.fieldVersions.billing, now: before.billing, wanted: billing };
  return withAnswer(sent, billingAnswered(before, sent.record, now), field);
}

function withPayment({ now }: CommandContext, before: OrderRecord, billed: Filled): Filled {
  const payment = usualPayment(allowedPaymentsOf(before));
  if (before.payment !== null || payment === null || stepOf(before, 'billing') !== 'empty' || isBilledForAnother(before)) return billed;
  const field = { pointer: '/payment', version: before.fieldVersions.payment, now: null, wanted: payment };
  return withAnswer(billed, paymentAnswered(before, { ...billed.record, payment }, now), field);
}

/** Whether the bill was answered for another customer, or ways to pay of before: choosing one would confirm it unseen. */
function isBilledForAnother(record: OrderRecord): boolean {
  const { billing } = record.checkout;
  return billing !== undefined && !isDeepStrictEqual(billing.inputs, stepInputs(checkoutFactsOf(record), 'billing'));
}

function withAnswer(filled: Filled, { record, events }: Amendment, field: WrittenField): Filled {
  return { record, events: [...filled.events, ...events], written: [...filled.written, field] };
}
