// The named inputs each checkout step hangs on. They are stored when the step is completed and compared afterwards, so that
// undoing a change heals the step. Names are what the screen explains ("the weight changed"). Each shipment stands for
// itself: its inputs carry its id, so choosing one method heals no other. Decision record 0017.
import { digestOfSet } from '../core/digest.ts';
import type { CheckoutStepName } from '../core/refusal.ts';
import { hangsOnItems } from '../shipping/quote-rate.ts';
import { type CheckoutFacts, type CheckoutShipment, linesOfShipment, shipmentsSent, weightOfShipment } from './checkout-facts.ts';
import type { Address, StepInputs } from './types.ts';

/** Where it goes, as far as a rate can hang on it: not who opens the door. */
export function destination(address: Address | null): string | null {
  if (address === null) return null;
  return [address.country, address.region, address.postcode, address.city, address.line1, address.line2].map((part) => part.trim().toLowerCase()).join('|');
}

/** Where the account sends from; null while it has no place. */
export function originOf(place: { readonly country: string; readonly region: string; readonly postcode: string }): string | null {
  const text = [place.country, place.region, place.postcode].map((part) => part.trim().toLowerCase()).join('|');
  return text === '||' ? null : text;
}

/** A count to show and a mark to compare by: a list of 5,000 lines would be kept, sent and compared with every write. */
function counted(count: number, parts: readonly string[]): string {
  return `${count}#${digestOfSet(parts)}`;
}

function shipmentInputs(facts: CheckoutFacts, shipment: CheckoutShipment): StepInputs {
  const { method } = shipment;
  // A typed price hangs on nothing: it is kept until it is cleared.
  if (method !== null && method.rateId === null) return {};
  const held = linesOfShipment(facts, shipment);
  const pieces = held.reduce((sum, { quantity }) => sum + quantity, 0);
  return {
    destination: destination(shipment.address),
    lines: counted(
      held.length,
      held.map(({ line }) => line.id),
    ),
    quantity: counted(
      pieces,
      held.map(({ line, quantity }) => `${line.id}=${quantity}`),
    ),
    weight: weightOfShipment(facts, shipment),
    origin: facts.origin,
    ...(method !== null && hangsOnItems(method.terms) && { itemsTotal: facts.itemsAmount }),
  };
}

const separator = ':';

/** "weight:s1" is the weight of shipment s1; an input of the whole order has no shipment. */
export function inputOf(name: string): { readonly input: string; readonly shipmentId: string | null } {
  const at = name.indexOf(separator);
  return at < 0 ? { input: name, shipmentId: null } : { input: name.slice(0, at), shipmentId: name.slice(at + 1) };
}

export function inputName(input: string, shipmentId: string): string {
  return `${input}${separator}${shipmentId}`;
}

function methodInputs(facts: CheckoutFacts): StepInputs {
  return Object.fromEntries(
    shipmentsSent(facts).flatMap((shipment) => Object.entries(shipmentInputs(facts, shipment)).map(([input, value]) => [inputName(input, shipment.id), value])),
  );
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

/** What the method step is completed with when the method of one shipment is chosen: the others keep what they were chosen with. */
export function inputsWithMethodOf(facts: CheckoutFacts, shipmentId: string): StepInputs {
  const own = (inputs: StepInputs, isOwn: boolean) => Object.entries(inputs).filter(([name]) => (inputOf(name).shipmentId === shipmentId) === isOwn);
  return Object.fromEntries([...own(facts.completed['shipping-method'] ?? {}, false), ...own(methodInputs(facts), true)]);
}
