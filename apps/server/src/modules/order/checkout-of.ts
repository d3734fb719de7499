// Checkout of a stored order, judged by the domain: its steps, what stands against submitting, and what shipping counts.

import { isDeepStrictEqual } from 'node:util';
import type { CheckoutStepName, Refusal } from '@backdesk/domain/core/refusal.ts';
import { missingFields } from '@backdesk/domain/field/missing-fields.ts';
import { type MinorUnits, zero } from '@backdesk/domain/money/money.ts';
import { type CheckoutFacts, shipmentUnder } from '@backdesk/domain/order/checkout-facts.ts';
import { checkoutSteps, methodHolds } from '@backdesk/domain/order/checkout-progress.ts';
import { isEditable } from '@backdesk/domain/order/lifecycle.ts';
import { isGoods } from '@backdesk/domain/order/section-totals.ts';
import { choiceRefusals } from '@backdesk/domain/order/settle-choice.ts';
import { inputsWithMethodOf, originOf, stepInputs } from '@backdesk/domain/order/step-inputs.ts';
import { checkSubmit, type SubmitLine } from '@backdesk/domain/order/submit-check.ts';
import type { AllowedPayment, CheckoutStep, StepInputs } from '@backdesk/domain/order/types.ts';
import { drawsFrom } from '@backdesk/domain/stock/shortages.ts';
import type { OrderRecord } from './order-record.ts';

/** The names people see (design "Checkout"). */
const titles: Readonly<Record<CheckoutStepName, string>> = {
  shipping: 'Shipping',
  'shipping-method': 'Shipping method',
  billing: 'Billing & payment',
  finalize: 'Finalize Order',
};

export type TitledStep = CheckoutStep & { readonly title: string };
export type CheckoutOfOrder = {
  readonly steps: readonly TitledStep[];
  readonly blockers: readonly Refusal[];
  readonly allowedPayments: readonly AllowedPayment[];
};

/** Open account is a switch of the customer; a purchase order's number is always taken. */
export function allowedPaymentsOf({ customer }: Pick<OrderRecord, 'customer'>): readonly AllowedPayment[] {
  return customer?.openAccount === true ? ['open_account', 'purchase_order'] : ['purchase_order'];
}

/** What the domain judges checkout by, all of it as stored with the order. */
export function checkoutFactsOf(record: OrderRecord): CheckoutFacts {
  const { checkout } = record;
  const completed = Object.entries(checkout).map(([name, step]) => [name, step.inputs]);
  return {
    customerId: record.customer?.id ?? null,
    lines: record.lines.map(({ id, quantity, ships, optional, chosen, weightGrams }) => ({ id, quantity, ships, counted: !optional || chosen, weightGrams })),
    shipments: record.shipments.map((shipment) => shipmentUnder(record.facts.zones, shipment)),
    billing: record.billing,
    payment: record.payment,
    poNumber: record.poNumber,
    missingFields: missingFields(record.fieldRules, record.fields, record.poNumber),
    allowedPayments: allowedPaymentsOf(record),
    totalAmount: record.pricing.totals.total,
    itemsAmount: record.pricing.totals.items,
    origin: originOf(record.facts.homeTax.place),
    completed: Object.fromEntries(completed),
  };
}

/** The charge that counts for each shipment: the method's while it holds, nothing for a pickup, null while unknown or stale. */
export function chargesOf(record: OrderRecord): readonly (MinorUnits | null)[] {
  const holds = methodHolds(checkoutFactsOf(record));
  return record.shipments.map(({ kind, method }) => (kind === 'pickup' ? zero : holds ? (method?.amount ?? null) : null));
}

/** The order with a step completed as of now: what it was completed with is kept, to see later what differs. */
export function completeStep(record: OrderRecord, step: Exclude<CheckoutStepName, 'finalize'>, now: Date): OrderRecord {
  return completedWith(record, step, stepInputs(checkoutFactsOf(record), step), now);
}

/** The order with the method of one shipment chosen as of now; those of the others are as done or as stale as before. */
export function completeMethod(record: OrderRecord, shipmentId: string, now: Date): OrderRecord {
  return completedWith(record, 'shipping-method', inputsWithMethodOf(checkoutFactsOf(record), shipmentId), now);
}

function completedWith(record: OrderRecord, step: Exclude<CheckoutStepName, 'finalize'>, inputs: StepInputs, now: Date): OrderRecord {
  return { ...record, checkout: { ...record.checkout, [step]: { inputs, completedAt: now.toISOString() } } };
}

/** Whether a step holds by other inputs than before: confirming the same answer for a new customer heals it, and is written. */
export function isConfirmedAnew(before: OrderRecord, after: OrderRecord, step: Exclude<CheckoutStepName, 'finalize'>): boolean {
  return !isDeepStrictEqual(before.checkout[step]?.inputs, after.checkout[step]?.inputs);
}

/** What the catalogue says about a line at this moment; gathered when an order is submitted, not looked at otherwise. */
export type LineAvailability = Pick<SubmitLine, 'unavailable' | 'stock'>;
const notLookedAt: LineAvailability = { unavailable: null, stock: null };

/** Every reason against submitting, each pointing to its line or step; without `availability` stock is not looked at. */
export function submitRefusals(record: OrderRecord, availability: ReadonlyMap<string, LineAvailability> = new Map()): readonly Refusal[] {
  const priced = new Map(record.pricing.lines.map((line) => [line.lineId, line.blockers]));
  return checkSubmit({
    stage: record.stage,
    customer: record.customer,
    lines: record.lines.map(({ id, kind, optional, chosen, quantity, variantId }, index) => ({
      id,
      index,
      counted: isGoods({ kind }) && (!optional || chosen),
      quantity,
      variantId: drawsFrom({ kind, variantId }),
      blockers: priced.get(id) ?? [],
      ...(availability.get(id) ?? notLookedAt),
    })),
    choiceBlockers: choiceRefusals(record.lines),
    discountBlockers: record.pricing.discounts.flatMap(({ blocker }) => blocker ?? []),
    steps: checkoutSteps(checkoutFactsOf(record)),
    totalAmount: record.pricing.totals.total,
  });
}

/** Steps and blockers for an answer. An order that is handed in has nothing left against it. */
export function checkoutOf(record: OrderRecord): CheckoutOfOrder {
  const steps = checkoutSteps(checkoutFactsOf(record)).map((step) => ({ ...step, title: titles[step.name] }));
  return { steps, blockers: isEditable(record.stage) ? submitRefusals(record) : [], allowedPayments: allowedPaymentsOf(record) };
}
