import type { RateGone, TotalToday } from '@backdesk/domain/estimate/total-today.ts';
import type { MinorUnits } from '@backdesk/domain/money/money.ts';
import { parcelOf } from '@backdesk/domain/order/checkout-facts.ts';
import { matchZone } from '@backdesk/domain/shipping/match-zone.ts';
import { nearestRate } from '@backdesk/domain/shipping/nearest-rate.ts';
import { quoteRate } from '@backdesk/domain/shipping/quote-rate.ts';
import type { ShippingRate } from '@backdesk/domain/shipping/types.ts';
import type { CommandContext } from '../../context.ts';
import { checkoutFactsOf, completeStep } from '../checkout-of.ts';
import { zonesAsPromised } from '../held-facts.ts';
import type { OrderRecord, ShipmentRecord } from '../order-record.ts';
import { priceRecord } from '../price-record.ts';
import { refreshPrices } from '../refresh-prices.ts';
import { withoutPromise } from './withdraw-estimate.ts';

/**
 * What a promise would come to at the prices, tax and shipping of now, as if nothing held it, minor units: the one figure that mail, history, queue
 * and the drift policy tell. Each chosen rate is quoted anew. One that is gone, or serves this no more, is told; the nearest one that is offered
 * counts for it, and where none is, shipping is open.
 */
export async function totalToday(context: CommandContext, promised: OrderRecord): Promise<TotalToday> {
  const { record } = await refreshPrices(context, withoutPromise(promised, 'withdrawn'));
  if (promised.pricing.totals.shipping === null) return { amount: record.pricing.totals.total, ratesGone: [] };
  const quotes = record.shipments.map((shipment) => quotedAnew(record, shipment));
  const shipments = quotes.map(({ shipment }) => shipment);
  const quoted = { ...record, shipments, facts: { ...record.facts, zones: zonesAsPromised(record.facts.zones, shipments) } };
  const { total } = priceRecord(completeStep(quoted, 'shipping-method', context.now)).pricing.totals;
  return { amount: total, ratesGone: quotes.flatMap(({ gone }) => gone ?? []) };
}

type Quoted = { readonly shipment: ShipmentRecord; readonly gone?: RateGone };

function quotedAnew(record: OrderRecord, shipment: ShipmentRecord): Quoted {
  const { address, method } = shipment;
  if (address === null || method === null || method.rateId === null) return { shipment };
  const offered = matchZone(record.facts.zones, address)?.rates ?? [];
  const parcel = parcelOf(checkoutFactsOf(record), shipment);
  const rate = offered.find(({ id }) => id === method.rateId);
  const amount = rate === undefined ? null : quoteRate(rate.terms, parcel);
  if (rate !== undefined && amount !== null) return { shipment: { ...shipment, method: chosen(rate, amount) } };
  const nearest = nearestRate(offered, parcel, method.amount);
  return {
    shipment: { ...shipment, method: nearest === null ? null : chosen(nearest.rate, nearest.amount) },
    gone: { name: method.name, nearest: nearest === null ? null : { name: nearest.rate.name, amount: nearest.amount } },
  };
}

function chosen({ id, name, terms }: ShippingRate, amount: MinorUnits): ShipmentRecord['method'] {
  return { rateId: id, name, amount, terms };
}
