// The checkout of an order that is being edited, before the server has answered: the domain's own rule on the JSON.

import type { CheckoutStepJson } from '@backdesk/contract/order/checkout.ts';
import { checkoutFactsOf } from '@backdesk/contract/order/checkout-facts.ts';
import type { Order } from '@backdesk/contract/order/order.ts';
import type { RefusalJson } from '@backdesk/contract/order/refusal.ts';
import type { Refusal } from '@backdesk/domain/core/refusal.ts';
import type { CheckoutFacts } from '@backdesk/domain/order/checkout-facts.ts';
import { checkoutSteps, methodHolds } from '@backdesk/domain/order/checkout-progress.ts';
import { inputsWithMethodOf, stepInputs } from '@backdesk/domain/order/step-inputs.ts';
import type { CheckoutStep } from '@backdesk/domain/order/types.ts';
import type { OrderOp } from './order-op.ts';

type Completed = CheckoutFacts['completed'];

/** What the steps are completed with after an op: entering an answer completes its step, anything else leaves it as it was. */
export function completedAfter(completed: Completed, order: Order, op: OrderOp): Completed {
  const facts = () => ({ ...checkoutFactsOf(order), completed });
  switch (op.kind) {
    case 'set_shipping':
    case 'set_shipments':
      return { ...completed, shipping: stepInputs(facts(), 'shipping') };
    case 'set_shipping_method':
    case 'type_shipping_price':
      return { ...completed, 'shipping-method': inputsWithMethodOf(facts(), op.shipmentId) };
    case 'set_billing':
    case 'set_payment':
      return { ...completed, billing: stepInputs(facts(), 'billing') };
    default:
      return completed;
  }
}

/** The order with its steps judged anew; the charge of a method that no longer holds is unknown, never its old price. */
export function withCheckout(order: Order, completed: Completed): Order {
  const facts = { ...checkoutFactsOf(order), completed };
  const found = new Map(checkoutSteps(facts).map((step) => [step.name, step]));
  const holds = methodHolds(facts);
  const steps = order.checkout.steps.map((step) => {
    const now = found.get(step.name);
    return now === undefined ? step : { ...step, ...stepJson(now, order.currency) };
  });
  const shipments = order.shipping.shipments.map((shipment) => ({
    ...shipment,
    amount: shipment.kind === 'pickup' ? { amount: 0, currency: order.currency } : holds ? (shipment.method?.amount ?? null) : null,
  }));
  return { ...order, shipping: { ...order.shipping, shipments }, checkout: { ...order.checkout, steps }, blockers: blockers(order, steps) };
}

function blockers(order: Order, steps: readonly CheckoutStepJson[]): RefusalJson[] {
  const kept = order.blockers.filter((blocker) => blocker.step === undefined || blocker.step === 'finalize');
  return [...kept, ...steps.filter((step) => step.name !== 'finalize').flatMap((step) => step.refusals)];
}

function stepJson({ state, entered, reasons, refusals, offer }: CheckoutStep, currency: string): Omit<CheckoutStepJson, 'name' | 'title'> {
  return {
    state,
    entered,
    reasons: reasons.map((reason) => ({ ...reason })),
    refusals: refusals.map(refusalJson),
    // What the rate costs at a new address only the server knows.
    offer:
      offer && !reasons.some(({ input }) => input === 'destination')
        ? { ...offer, was: { amount: offer.was, currency }, now: { amount: offer.now, currency } }
        : null,
  };
}

function refusalJson({ detail, ...refusal }: Refusal): RefusalJson {
  return detail === undefined ? refusal : { ...refusal, detail: { ...detail } };
}
