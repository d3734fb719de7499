// The checkout of an order's answer: shipments with their method, the steps, what shipping would cost.
import type { ShippingRateOffer } from '@backdesk/contract/order/checkout.ts';
import type { Order } from '@backdesk/contract/order/order.ts';
import { termsJson } from '../../settings/presenter.ts';
import { checkoutFactsOf, type checkoutOf } from '../checkout-of.ts';
import type { OrderRecord } from '../order-record.ts';
import type { RateOffer } from '../shipping-rate-offers.ts';
import { refusalJson, type Shape } from './present-parts.ts';

export function shipmentsJson(record: OrderRecord, { money, moneyOrNull }: Shape): Order['shipping']['shipments'] {
  const priced = new Map(record.pricing.shipments.map((shipment) => [shipment.shipmentId, shipment]));
  const pickupPlaces = new Map(record.shipments.map((shipment) => [shipment.id, shipment.pickupPlace]));
  return checkoutFactsOf(record).shipments.map(({ id, kind, address, method, lines, isServed, termsNow }) => ({
    id,
    kind,
    address: address === null ? null : { ...address },
    pickupPlace: placeJson(pickupPlaces.get(id) ?? null),
    method:
      method === null
        ? null
        : {
            rateId: method.rateId,
            name: method.name,
            amount: money(method.amount),
            typed: method.rateId === null ? { reason: method.reason, by: method.by } : null,
            terms: method.rateId === null ? null : termsJson(method.terms),
            termsNow: termsNow && termsJson(termsNow),
          },
    amount: moneyOrNull(priced.get(id)?.charge ?? null),
    lines: lines === null ? null : lines.map((held) => ({ ...held })),
    tax: placeTaxJson(record.facts.shipmentTax[id] ?? null),
    served: isServed,
  }));
}

function placeJson(place: OrderRecord['shipments'][number]['pickupPlace']): Order['shipping']['shipments'][number]['pickupPlace'] {
  return place === null ? null : { ...place };
}

export function placeTaxJson(tax: OrderRecord['facts']['billingTax']): Order['billingTax'] {
  return tax === null
    ? null
    : { place: { ...tax.place }, rates: tax.rates.map(({ code, name, ratePpm, category, onShipping }) => ({ code, name, ratePpm, category, onShipping })) };
}

/** How far each step has come, with what stands against it and the new price it offers. */
export function stepsJson(steps: ReturnType<typeof checkoutOf>['steps'], shape: Shape): Order['checkout']['steps'] {
  return steps.map(({ name, title, state, entered, reasons, refusals, offer }) => ({
    name,
    title,
    state,
    entered,
    reasons: reasons.map((reason) => ({ ...reason })),
    refusals: refusals.map(refusalJson),
    offer: offer === null ? null : { shipmentId: offer.shipmentId, rateId: offer.rateId, was: shape.money(offer.was), now: shape.money(offer.now) },
  }));
}

export function presentOffer({ shipment, rate, amount }: RateOffer, currency: string): ShippingRateOffer {
  const chosen = shipment.method?.rateId === rate.id;
  const was = chosen && shipment.method !== null && shipment.method.amount !== amount ? { amount: shipment.method.amount, currency } : null;
  return {
    shipmentId: shipment.id,
    rateId: rate.id,
    name: rate.name,
    transit: rate.transit,
    amount: { amount, currency },
    terms: termsJson(rate.terms),
    chosen,
    was,
  };
}
