// Shapes an order's answer. Everything derived was stored by the last command; here it is only put beside what people set,
// with what the actor may do.
import type { HistoryEntry } from '@backdesk/contract/order/history.ts';
import type { Order, OrderChange } from '@backdesk/contract/order/order.ts';
import type { OrderRow } from '@backdesk/contract/order/order-row.ts';
import { finderById } from '@backdesk/domain/core/finder-by-id.ts';
import { hasExpired } from '@backdesk/domain/estimate/expiry.ts';
import { nextStep } from '@backdesk/domain/estimate/queues.ts';
import { fulfilmentStatus } from '@backdesk/domain/fulfilment/open-to-ship.ts';
import { pickupStatus } from '@backdesk/domain/fulfilment/pickup-status.ts';
import { undoableEvents } from '@backdesk/domain/order/events.ts';
import type { Actor } from '../../context.ts';
import { decisionJson } from '../../estimate/decision-json.ts';
import { checkoutOf } from '../checkout-of.ts';
import { eventInWords } from '../event-in-words.ts';
import type { LineRecord, OrderRecord, RevisionOfOrder } from '../order-record.ts';
import { abilitiesOn } from '../policy.ts';
import type { HistoryRow } from '../queries/list-history.ts';
import type { ListedOrder } from '../queries/list-orders.ts';
import { isSameJson } from '../same-json.ts';
import { shippableOf } from '../shippable-of.ts';
import { agreedTermsOf, askedDeposit, paymentTermsOf } from '../terms-of.ts';
import { placeTaxJson, shipmentsJson, stepsJson } from './present-checkout.ts';
import { presentLines, subtotalsOf } from './present-lines.ts';
import { discountJson, refusalJson, type Shape, shapeIn, taxLineJson } from './present-parts.ts';

/** A time of the database ("2026-11-23T10:00:00.123456+00:00") as RFC 3339 in UTC. */
export const timeJson = (time: string) => new Date(time).toISOString();
const timeOrNull = (time: string | null) => (time === null ? null : timeJson(time));

export type Viewing = { readonly actor: Actor; readonly now: Date };

function totalsJson({ pricing }: OrderRecord, shape: Shape): Order['totals'] {
  const { money, moneyOrNull } = shape;
  const { items, discount, shipping, tax, estimatedTax, total, open } = pricing.totals;
  return {
    items: money(items),
    discount: money(discount),
    shipping: moneyOrNull(shipping),
    tax: moneyOrNull(tax),
    estimatedTax: moneyOrNull(estimatedTax),
    total: money(total),
    amountDue: money(total),
    open: [...open],
    taxLines: pricing.taxLines.map((line) => taxLineJson(line, shape)),
  };
}

function discountsJson({ discounts, pricing }: OrderRecord, shape: Shape): Order['discounts'] {
  const priced = new Map(pricing.discounts.map((discount) => [discount.discountId, discount]));
  return discounts.map(({ id, source, label, value, reach, code = null, productIds = null, refused = null }) => {
    const { amount, blocker } = priced.get(id) ?? { amount: 0, blocker: null };
    return {
      id,
      source,
      label,
      value: discountJson(value, shape),
      reach,
      code,
      productIds: productIds === null ? null : [...productIds],
      refused,
      amount: shape.money(amount),
      blocker: blocker === null ? null : refusalJson(blocker),
    };
  });
}

function depositJson(record: OrderRecord, shape: Shape): Order['deposit'] {
  const asked = askedDeposit(record);
  return asked === null ? null : { term: discountJson(asked.term, shape), due: shape.money(asked.dueAmount), balance: shape.money(asked.balanceAmount) };
}

/** What went out, and what was taken back. */
export function fulfilmentsJson({ fulfilments, shipments }: OrderRecord): Order['fulfilments'] {
  const kinds = new Map(shipments.map(({ id, kind }) => [id, kind]));
  return fulfilments.map(({ id, shipmentId, shippedOn, fetchedOn, carrier, trackingNumber, trackingUrl, at, by, isVoided, lines }) => ({
    id,
    shipmentId,
    kind: kinds.get(shipmentId) ?? 'ship',
    shippedOn,
    fetchedOn,
    carrier,
    trackingNumber,
    trackingUrl,
    at: timeJson(at),
    by,
    voided: isVoided,
    lines: lines.map((piece) => ({ ...piece })),
  }));
}

/** A frozen revision as staff see it. `expired` is worked out now, never stored. */
export function presentRevision(revision: RevisionOfOrder, currency: string, now: Date): NonNullable<Order['estimate']>['revisions'][number] {
  const { revision: number, status, open, validUntil, message, issuedBy, sha256, sentTo, viewCount } = revision;
  return {
    revision: number,
    status,
    expired: hasExpired(revision.expiresAt, now),
    total: { amount: revision.totalAmount, currency },
    open: [...open],
    validUntil,
    expiresAt: timeJson(revision.expiresAt),
    message,
    issuedAt: timeJson(revision.issuedAt),
    issuedBy,
    releasedAt: timeOrNull(revision.releasedAt),
    sha256,
    sentTo: [...sentTo],
    deliveries: revision.deliveries.map((delivery) => ({
      ...delivery,
      heldUntil: delivery.state === 'queued' ? timeOrNull(delivery.heldUntil) : null,
      sentAt: timeOrNull(delivery.sentAt),
      viewedAt: timeOrNull(delivery.viewedAt),
      readAt: timeOrNull(delivery.readAt),
      downloadedAt: timeOrNull(delivery.downloadedAt),
    })),
    sentAt: timeOrNull(revision.sentAt),
    viewedAt: timeOrNull(revision.viewedAt),
    viewCount,
    lockUntil: timeJson(revision.lockUntil ?? revision.expiresAt),
    today: revision.todayAmount === null ? null : { amount: revision.todayAmount, currency },
    ratesGone: (revision.todayRatesGone ?? []).map(({ name, nearest }) => ({
      name,
      nearest: nearest === null ? null : { name: nearest.name, amount: { amount: nearest.amount, currency } },
    })),
    decisions: revision.decisions.map((kept) => decisionJson(kept)),
  };
}

function orderWithoutLines(record: OrderRecord, { actor, now }: Viewing): Omit<Order, 'lines'> {
  const shape = shapeIn(record.currency);
  const { customer, company } = record;
  const checkout = checkoutOf(record);
  return {
    id: record.id,
    number: record.number,
    orderNumber: record.orderNumber,
    stage: record.stage,
    version: record.version,
    name: record.name,
    customer:
      customer === null
        ? null
        : {
            id: customer.id,
            name: customer.name,
            email: customer.email,
            phone: customer.phone,
            number: customer.number,
            taxExemption: customer.taxExemption,
            active: customer.active,
          },
    company: company === null ? null : { id: company.id, name: company.name },
    currency: record.currency,
    priceMode: record.priceMode,
    taxRounding: record.taxRounding,
    includedElsewhere: record.includedElsewhere,
    discounts: discountsJson(record, shape),
    totals: totalsJson(record, shape),
    itemCount: record.pricing.itemCount,
    shipping: { shipments: shipmentsJson(record, shape) },
    fulfilments: fulfilmentsJson(record),
    billing: { sameAsShipping: record.billing.sameAsShipping, address: record.billing.address === null ? null : { ...record.billing.address } },
    payment: record.payment?.method === 'purchase_order' ? { ...record.payment, poNumber: record.poNumber } : record.payment,
    allowedPayments: [...checkout.allowedPayments],
    billingTax: placeTaxJson(record.facts.billingTax),
    homeTax: placeTaxJson(record.facts.homeTax) ?? { place: { country: '', region: '', postcode: '' }, rates: [] },
    exemption: record.facts.exemption,
    checkout: { steps: stepsJson(checkout.steps, shape) },
    blockers: checkout.blockers.map(refusalJson),
    estimate:
      record.estimate === null
        ? null
        : { revision: record.estimate.revision, revisions: record.revisions.map((revision) => presentRevision(revision, record.currency, now)) },
    poNumber: record.poNumber,
    dueOn: record.dueOn,
    validDays: record.validDays,
    paymentTerms: paymentTermsOf(record),
    agreedTerms: agreedTermsOf(record),
    deposit: depositJson(record, shape),
    noteCustomer: record.noteCustomer,
    noteInternal: record.noteInternal,
    fields: { ...record.fields },
    owner: record.owner === null ? null : { ...record.owner },
    paymentStatus: 'unpaid',
    fulfilmentStatus: fulfilmentStatus(shippableOf(record)),
    pickupStatus: pickupStatus(record),
    createdAt: timeJson(record.createdAt),
    updatedAt: timeJson(record.updatedAt),
    submittedAt: timeOrNull(record.submittedAt),
    ending: record.ending === null ? null : { ...record.ending, at: timeJson(record.ending.at) },
    abilities: abilitiesOn(actor, record),
  };
}

/** The whole order, a document: every line in it. */
export function presentOrder(record: OrderRecord, viewing: Viewing): Order {
  return { ...orderWithoutLines(record, viewing), lines: presentLines(record, record.lines) };
}

/** What a write changed: the order without its other lines. */
export function presentChange({ before, after }: { readonly before: OrderRecord; readonly after: OrderRecord }, viewing: Viewing): OrderChange {
  const ids = after.lines.map(({ id }) => id);
  const remaining = new Set(ids);
  const kept = before.lines.map(({ id }) => id).filter((id) => remaining.has(id));
  const known = new Set(kept);
  const appended = [...kept, ...ids.filter((id) => !known.has(id))];
  const isMoved = appended.some((id, index) => ids[index] !== id);
  return {
    ...orderWithoutLines(after, viewing),
    changedLines: presentLines(after, movedLines(before, after)),
    removedLineIds: before.lines.map(({ id }) => id).filter((id) => !remaining.has(id)),
    ...(isMoved ? { lineOrder: ids } : {}),
  };
}

/** Lines whose inputs changed, or whose amounts did (a break reached by another line, an order discount spread anew). */
function movedLines(before: OrderRecord, after: OrderRecord): readonly LineRecord[] {
  const lineBefore = finderById(before.lines, (line) => line.id);
  const pricedBefore = finderById(before.pricing.lines, (line) => line.lineId);
  const pricedNow = finderById(after.pricing.lines, (line) => line.lineId);
  const [subtotalsBefore, subtotalsNow] = [subtotalsOf(before), subtotalsOf(after)];
  return after.lines.filter(
    (line, at) =>
      lineBefore(line.id, at) !== line ||
      subtotalsBefore.get(line.id) !== subtotalsNow.get(line.id) ||
      !isSameJson(pricedBefore(line.id, at), pricedNow(line.id, at)),
  );
}

/** A row of the listing. */
export function presentRow(row: ListedOrder, now: Date): OrderRow {
  const { id, number, orderNumber, stage, version, name, customer, company, owner, itemCount, lineCount, estimate } = row;
  const step = nextStep(row.queues);
  return {
    id,
    number,
    orderNumber,
    stage,
    version,
    name,
    customer,
    company,
    owner,
    itemCount,
    lineCount,
    total: { amount: row.totalAmount, currency: row.currency },
    open: [...row.open],
    fulfilmentStatus: row.fulfilment,
    pickupStatus: row.pickup,
    estimate:
      estimate === null
        ? null
        : {
            revision: estimate.revision,
            status: estimate.status,
            validUntil: estimate.validUntil,
            expired: estimate.expiresAt !== null && hasExpired(estimate.expiresAt, now),
            releasedAt: estimate.releasedAt?.toISOString() ?? null,
            sentAt: estimate.sentAt?.toISOString() ?? null,
            viewedAt: estimate.viewedAt?.toISOString() ?? null,
          },
    next: step === null ? null : { ...step, besides: [...step.besides] },
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    submittedAt: row.submittedAt?.toISOString() ?? null,
  };
}

/** One thing that happened, in plain words. */
export function presentHistory({ version, index, event, actor, actorName, at, isUndone }: HistoryRow, account: { readonly locale: string }): HistoryEntry {
  return {
    version,
    index,
    type: event.type,
    at: at.toISOString(),
    actor: { id: actor, name: actorName },
    sentence: eventInWords(event, account),
    undoable: !isUndone && undoableEvents.has(event.type),
    undone: isUndone,
  };
}
