// What it would cost to ship an order now: each rate of the zone that serves a shipment's address, at its weight and the items total.
import type { MinorUnits } from '@backdesk/domain/money/money.ts';
import { linesOfShipment, parcelOf } from '@backdesk/domain/order/checkout-facts.ts';
import { matchZone } from '@backdesk/domain/shipping/match-zone.ts';
import { quoteRate } from '@backdesk/domain/shipping/quote-rate.ts';
import type { ChosenMethod, ShippingRate, ShippingZone } from '@backdesk/domain/shipping/types.ts';
import { Refused } from '../problem.ts';
import { checkoutFactsOf } from './checkout-of.ts';
import type { OrderRecord, ShipmentRecord } from './order-record.ts';

export type RateOffer = { readonly shipment: ShipmentRecord; readonly rate: ShippingRate; readonly amount: MinorUnits };

/** Every rate that serves, cheapest first. Without an address where something is to be sent: `shipping.address_missing`. */
export function rateOffers(record: OrderRecord, zones: readonly ShippingZone[]): readonly RateOffer[] {
  const facts = checkoutFactsOf(record);
  const sent = record.shipments.filter((shipment) => shipment.kind === 'ship' && linesOfShipment(facts, shipment).length > 0);
  const [missing] = sent.filter(({ address }) => address === null);
  if (missing !== undefined)
    throw new Refused([{ code: 'shipping.address_missing', step: 'shipping', pointer: '/shipping', detail: { shipmentId: missing.id } }]);
  return sent.flatMap((shipment) => offersFor(record, zones, shipment));
}

/** The rates that serve one shipment, cheapest first; none while its address is not known. */
export function offersFor(record: OrderRecord, zones: readonly ShippingZone[], shipment: ShipmentRecord): readonly RateOffer[] {
  const { address } = shipment;
  const rates = address === null ? [] : (matchZone(zones, address)?.rates ?? []);
  const parcel = parcelOf(checkoutFactsOf(record), shipment);
  const offers = rates.flatMap((rate) => {
    const amount = quoteRate(rate.terms, parcel);
    return amount === null ? [] : [{ shipment, rate, amount }];
  });
  return offers.toSorted((a, b) => a.amount - b.amount);
}

/** A copy of the rate, so that a later change of the table cannot move it. */
export function methodOf({ rate: { id, name, terms }, amount }: Pick<RateOffer, 'rate' | 'amount'>): ChosenMethod {
  return { rateId: id, name, amount, terms };
}
