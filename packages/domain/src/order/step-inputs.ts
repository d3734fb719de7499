// The named inputs each checkout step hangs on. They are stored when the step is completed and compared afterwards, so that
// undoing a change heals the step. Names are what the screen explains ("the weight changed").
import type { CheckoutStepName } from '../core/refusal.ts';
import { hangsOnItems } from '../shipping/quote-rate.ts';
import { type CheckoutFacts, linesOfShipment, weightOfShipment } from './checkout-facts.ts';
import type { Address, StepInputs } from './types.ts';

function destination(address: Address | null): string | null {
  if (address === null) return null;
  return [address.country, address.region, address.postcode, address.city, address.line1, address.line2].map((part) => part.trim().toLowerCase()).join('|');
}

function methodInputs(facts: CheckoutFacts): StepInputs {
  const inputs: Record<string, string | number | null> = {};
  for (const shipment of facts.shipments) {
    // A typed price hangs on nothing: it is kept until it is cleared.
    if (shipment.method?.rateId === null) continue;
    const suffix = facts.shipments.length === 1 ? '' : `:${shipment.id}`;
    const held = linesOfShipment(facts, shipment);
    inputs[`destination${suffix}`] = shipment.kind === 'pickup' ? 'pickup' : destination(shipment.address);
    inputs[`lines${suffix}`] = held
      .map(({ line }) => line.id)
      .toSorted()
      .join(',');
    inputs[`quantity${suffix}`] = held
      .map(({ line, quantity }) => `${line.id}=${quantity}`)
      .toSorted()
      .join(',');
    inputs[`weight${suffix}`] = weightOfShipment(facts, shipment);
    if (shipment.kind === 'ship' && shipment.method !== null && hangsOnItems(shipment.method.terms)) inputs[`itemsTotal${suffix}`] = facts.itemsAmount;
  }
  return inputs;
}

/** The inputs of a step as they are now. */
export function stepInputs(facts: CheckoutFacts, step: CheckoutStepName): StepInputs {
  switch (step) {
    case 'shipping':
      return { customer: facts.customerId };
    case 'shipping-method':
      return methodInputs(facts);
    case 'billing':
      return { customer: facts.customerId, allowedPayments: facts.allowedPayments.toSorted().join(',') };
    case 'finalize':
      return {};
  }
}
