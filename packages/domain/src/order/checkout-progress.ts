// How far checkout has come: each step empty, done, stale with its reasons, or not needed. Tax is never a step: it is recomputed.
import type { CheckoutStepName, Refusal, RefusalCode } from '../core/refusal.ts';
import type { MinorUnits } from '../money/money.ts';
import { quoteRate } from '../shipping/quote-rate.ts';
import type { ShippingRateTerms } from '../shipping/types.ts';
import { type CheckoutFacts, type CheckoutShipment, linesHeldOtherwise, parcelOf, shipmentsSent, somethingShips } from './checkout-facts.ts';
import { inputName, inputOf, stepInputs } from './step-inputs.ts';
import type { CheckoutStep, StaleReason, StepInputs } from './types.ts';

/** The inputs that differ. What a shipment was chosen with that no longer sends anything is kept, in case it does again, and is no reason. */
function differences(facts: CheckoutFacts, was: StepInputs, now: StepInputs): readonly StaleReason[] {
  const names = new Set([...Object.keys(was).filter((name) => name in now || inputOf(name).shipmentId === null), ...Object.keys(now)]);
  return [...names].flatMap((name) => {
    const before = was[name] ?? null;
    const after = now[name] ?? null;
    return before === after ? [] : [reason(facts, name, before, after)];
  });
}

function reason(facts: CheckoutFacts, name: string, was: StaleReason['was'], now: StaleReason['now']): StaleReason {
  const { input, shipmentId } = inputOf(name);
  return { input, ...(shipmentId !== null && facts.shipments.length > 1 && { shipmentId }), was, now };
}

function shippingRefusals(facts: CheckoutFacts): readonly Refusal[] {
  const at = { step: 'shipping', pointer: '/shipping' } as const;
  const differing = linesHeldOtherwise(facts).map(
    ({ lineId, ...detail }): Refusal => ({ code: 'shipping.quantities_differ', ...at, pointer: '/shipping/shipments', lineId, detail }),
  );
  const perShipment = shipmentsSent(facts).flatMap((shipment): readonly Refusal[] => {
    if (shipment.address === null) return [{ code: 'shipping.address_missing', ...at, detail: { shipmentId: shipment.id } }];
    if (shipment.isServed) return [];
    return [{ code: 'shipping.country_not_served', ...at, detail: { shipmentId: shipment.id, country: shipment.address.country } }];
  });
  return [...perShipment, ...differing];
}

function methodRefusals(facts: CheckoutFacts): readonly Refusal[] {
  const at = { step: 'shipping-method', pointer: '/shipping' } as const;
  return shipmentsSent(facts).flatMap((shipment): readonly Refusal[] => {
    if (shipment.method === null) return [{ code: 'shipping.method_missing', ...at, detail: { shipmentId: shipment.id } }];
    // What staff typed serves any address and weight.
    if (shipment.method.rateId === null) return [];
    if (shipment.address === null || rateNow(facts, shipment) !== null) return [];
    return [{ code: 'shipping.method_not_serving', ...at, detail: { shipmentId: shipment.id, method: shipment.method.name } }];
  });
}

/** What the chosen rate charges today for the shipment as it is now, minor units; null when it no longer serves it. */
function rateNow(facts: CheckoutFacts, shipment: CheckoutShipment): MinorUnits | null {
  return shipment.address === null ? null : charge(facts, shipment, shipment.termsNow);
}

function charge(facts: CheckoutFacts, shipment: CheckoutShipment, terms: ShippingRateTerms | null): MinorUnits | null {
  return terms === null ? null : quoteRate(terms, parcelOf(facts, shipment));
}

/** The rate itself was edited: today it charges something else for the very same shipment than by the terms it was chosen with. */
function movedRates(facts: CheckoutFacts): readonly StaleReason[] {
  return shipmentsSent(facts).flatMap((shipment) => {
    const { method } = shipment;
    // A typed price was charged by no terms, and is never quoted again.
    const was = method === null || method.rateId === null ? null : charge(facts, shipment, method.terms);
    const now = rateNow(facts, shipment);
    return was === null || now === null || was === now ? [] : [reason(facts, inputName('rate', shipment.id), was, now)];
  });
}

/** The new price of the first shipment whose method has to be looked at again. */
function offerOf(facts: CheckoutFacts, reasons: readonly StaleReason[]): CheckoutStep['offer'] {
  const about = new Set(reasons.map(({ shipmentId }) => shipmentId));
  for (const shipment of shipmentsSent(facts)) {
    const now = rateNow(facts, shipment);
    const isMeant = facts.shipments.length === 1 || about.has(shipment.id);
    if (isMeant && shipment.method !== null && shipment.method.rateId !== null && now !== null)
      return { shipmentId: shipment.id, rateId: shipment.method.rateId, was: shipment.method.amount, now };
  }
  return null;
}

function billingRefusals(facts: CheckoutFacts): readonly Refusal[] {
  const at = { step: 'billing' } as const;
  const shipsTo = facts.shipments.some((shipment) => shipment.kind === 'ship' && shipment.address !== null);
  const address = facts.billing.sameAsShipping ? shipsTo : facts.billing.address !== null;
  const refusals: Refusal[] = address ? [] : [{ code: 'billing.address_missing', ...at, pointer: '/billing' }];
  if (facts.totalAmount === 0) return refusals;
  if (facts.payment === null) refusals.push({ code: 'payment.missing', ...at, pointer: '/payment' });
  else if (!facts.allowedPayments.includes(facts.payment.method))
    refusals.push({ code: 'payment.not_allowed', ...at, pointer: '/payment', detail: { method: facts.payment.method } });
  else if (facts.payment.method === 'purchase_order' && facts.poNumber.trim() === '')
    refusals.push({ code: 'payment.missing', ...at, pointer: '/poNumber', detail: { method: facts.payment.method } });
  return refusals;
}

function step(facts: CheckoutFacts, name: CheckoutStepName, refusals: readonly Refusal[], moved: readonly StaleReason[] = []): CheckoutStep {
  const completed = facts.completed[name];
  const missing = refusals.some((refusal) => refusal.code.endsWith('_missing') || refusal.code === 'payment.missing');
  const entered = completed !== undefined;
  if (completed === undefined || missing) return { name, state: 'empty', entered, reasons: [], refusals, offer: null };
  const reasons = [...differences(facts, completed, stepInputs(facts, name)), ...moved];
  const stale = reasons.length > 0 || refusals.length > 0;
  return { name, state: stale ? 'stale' : 'done', entered, reasons, refusals, offer: null };
}

/** A step that is not done says why against submitting, also when nothing in it is missing or wrong: it has to be looked at again. */
function looked(found: CheckoutStep, code: RefusalCode, pointer: string): CheckoutStep {
  return found.state === 'done' || found.refusals.length > 0 ? found : { ...found, refusals: [{ code, step: found.name, pointer }] };
}

function shippingStep(facts: CheckoutFacts): CheckoutStep {
  return looked(step(facts, 'shipping', shippingRefusals(facts)), 'shipping.address_stale', '/shipping');
}

function billingStep(facts: CheckoutFacts): CheckoutStep {
  return looked(step(facts, 'billing', billingRefusals(facts)), 'billing.stale', '/billing');
}

/** Where everything is fetched there is no method to choose. */
function methodStep(facts: CheckoutFacts): CheckoutStep {
  if (shipmentsSent(facts).length === 0) return notNeeded('shipping-method');
  const found = looked(step(facts, 'shipping-method', methodRefusals(facts), movedRates(facts)), 'shipping.method_stale', '/shipping');
  return found.state === 'stale' ? { ...found, offer: offerOf(facts, found.reasons) } : found;
}

function notNeeded(name: CheckoutStepName): CheckoutStep {
  return { name, state: 'not_needed', entered: false, reasons: [], refusals: [], offer: null };
}

/** The four steps as they stand. `finalize` lists all that is still open in the others. */
export function checkoutSteps(facts: CheckoutFacts): readonly CheckoutStep[] {
  const ships = somethingShips(facts);
  const shipping = ships ? shippingStep(facts) : notNeeded('shipping');
  const method = ships ? methodStep(facts) : notNeeded('shipping-method');
  const billing = billingStep(facts);
  const open = [...[shipping, method, billing].flatMap((each) => each.refusals), ...facts.missingFields];
  const settled = facts.missingFields.length === 0 && [shipping, method, billing].every((each) => each.state === 'done' || each.state === 'not_needed');
  return [shipping, method, billing, { name: 'finalize', state: settled ? 'done' : 'empty', entered: settled, reasons: [], refusals: open, offer: null }];
}

/** Whether the chosen methods still hold, so that their charge counts; while they do not, shipping is unknown. */
export function methodHolds(facts: CheckoutFacts): boolean {
  return methodStep(facts).state === 'done';
}

/** Steps that are done now and would need another look, or an answer, after a change: said under the field before it is made. */
export function willGoStale(before: CheckoutFacts, after: CheckoutFacts): readonly CheckoutStep[] {
  const done = new Set(
    checkoutSteps(before)
      .filter((each) => each.name !== 'finalize' && each.state === 'done')
      .map((each) => each.name),
  );
  return checkoutSteps(after).filter((each) => done.has(each.name) && (each.state === 'stale' || each.state === 'empty'));
}
