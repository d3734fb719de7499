import type { MinorUnits } from '@backdesk/domain/money/money.ts';
import { parcelOf } from '@backdesk/domain/order/checkout-facts.ts';
import { matchZone } from '@backdesk/domain/shipping/match-zone.ts';
import { quoteRate } from '@backdesk/domain/shipping/quote-rate.ts';
import type { CommandContext } from '../../context.ts';
import { checkoutFactsOf, completeStep } from '../checkout-of.ts';
import { zonesAsPromised } from '../held-facts.ts';
import type { OrderRecord, ShipmentRecord } from '../order-record.ts';
import { priceRecord } from '../price-record.ts';
import { refreshPrices } from '../refresh-prices.ts';
import { withoutPromise } from './withdraw-estimate.ts';

/**
 * What a promise would come to at the prices, tax and shipping of now, as if nothing held it, minor units: the one figure that mail, history, queue
 * and the drift policy tell. Each chosen rate is quoted anew; one that is gone, or serves this no more, counts as it was promised.
 */
export async function totalToday(context: CommandContext, promised: OrderRecord): Promise<MinorUnits> {
  const { record } = await refreshPrices(context, withoutPromise(promised, 'withdrawn'));
  if (promised.pricing.totals.shipping === null) return record.pricing.totals.total;
  const shipments = record.shipments.map((shipment) => quotedAnew(record, shipment));
  const quoted = { ...record, shipments, facts: { ...record.facts, zones: zonesAsPromised(record.facts.zones, shipments) } };
  return priceRecord(completeStep(quoted, 'shipping-method', context.now)).pricing.totals.total;
}

function quotedAnew(record: OrderRecord, shipment: ShipmentRecord): ShipmentRecord {
  const { address, method } = shipment;
  if (address === null || method === null || method.rateId === null) return shipment;
  const rate = matchZone(record.facts.zones, address)?.rates.find(({ id }) => id === method.rateId);
  const amount = rate === undefined ? null : quoteRate(rate.terms, parcelOf(checkoutFactsOf(record), shipment));
  return rate === undefined || amount === null ? shipment : { ...shipment, method: { rateId: rate.id, name: rate.name, amount, terms: rate.terms } };
}
