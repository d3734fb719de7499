// The order's JSON as what the checkout steps are judged by, so that a screen can say before a change which steps it would
// make stale, and show after it what no longer holds, by the server's own rule. Decision record 0017.
import type { MinorUnits } from '@backdesk/domain/money/money.ts';
import type { CheckoutFacts, CheckoutLine } from '@backdesk/domain/order/checkout-facts.ts';
import { inputName, originOf, stepInputs } from '@backdesk/domain/order/step-inputs.ts';
import type { StepInputs } from '@backdesk/domain/order/types.ts';
import type { ChosenMethod, ShippingRateTerms } from '@backdesk/domain/shipping/types.ts';
import type { CheckoutStepJson } from './checkout.ts';
import type { OrderLine } from './lines.ts';
import type { Order } from './order.ts';

function lineOf({ id, quantity, ships, optional, chosen, weightGrams }: OrderLine): CheckoutLine {
  return { id, quantity, ships, counted: !optional || chosen, weightGrams };
}

function methodOf(method: Order['shipping']['shipments'][number]['method']): ChosenMethod | null {
  if (method === null) return null;
  const { rateId, name, typed, terms } = method;
  const amount = method.amount.amount as MinorUnits;
  if (rateId === null || terms === null) return { rateId: null, name, amount, reason: typed?.reason ?? '', by: typed?.by ?? '' };
  return { rateId, name, amount, terms: terms as ShippingRateTerms };
}

function enteredFacts(order: Order): CheckoutFacts {
  return {
    customerId: order.customer?.id ?? null,
    lines: order.lines.map(lineOf),
    shipments: order.shipping.shipments.map(({ id, kind, address, method, lines, served }) => ({
      id,
      kind,
      address,
      lines,
      isServed: served,
      method: methodOf(method),
      termsNow: (method?.termsNow ?? null) as ShippingRateTerms | null,
    })),
    billing: order.billing,
    payment: order.payment === null ? null : { method: order.payment.method },
    poNumber: order.poNumber,
    // Which fields are required is the server's to know: what it found missing, as long as it stands on the order.
    missingFields: order.blockers.flatMap(({ code, pointer = '', detail }) =>
      code === 'fields.missing' ? [{ code: 'fields.missing' as const, pointer, step: 'finalize' as const, ...(detail && { detail }) }] : [],
    ),
    allowedPayments: order.allowedPayments,
    totalAmount: order.totals.total.amount as MinorUnits,
    itemsAmount: order.totals.items.amount as MinorUnits,
    origin: originOf(order.homeTax.place),
    completed: {},
  };
}

/** What a step was completed with: what it hangs on now, but where it says that something differs, what that was. */
function completedWith(facts: CheckoutFacts, step: CheckoutStepJson): StepInputs {
  const [only] = facts.shipments;
  const was = step.reasons.map((reason) => {
    const shipmentId = step.name === 'shipping-method' ? (reason.shipmentId ?? only?.id) : undefined;
    return [shipmentId === undefined ? reason.input : inputName(reason.input, shipmentId), reason.was] as const;
  });
  const now = stepInputs(facts, step.name);
  return { ...now, ...Object.fromEntries(was.filter(([name]) => name in now)) };
}

/** Takes an order as the API shows it and gives what `checkoutSteps` and `willGoStale` take. */
export function checkoutFactsOf(order: Order): CheckoutFacts {
  const facts = enteredFacts(order);
  const looked = order.checkout.steps.filter(({ state }) => state === 'done' || state === 'stale');
  return { ...facts, completed: Object.fromEntries(looked.map((step) => [step.name, completedWith(facts, step)])) };
}
