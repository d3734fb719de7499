import type { ReadContext } from '../../context.ts';
import { getSettingsFacts } from '../../settings/queries/pricing-facts.ts';
import { keepsPromise } from '../accepted-promise.ts';
import { zonesAsPromised } from '../held-facts.ts';
import { getOrderRecord } from '../queries/get-order.ts';
import { type RateOffer, rateOffers } from '../shipping-rate-offers.ts';

/** The rates that serve an order's shipments now, at today's prices; a chosen one at the price it is promised at while that holds. Reads only. */
export async function listRateOffers(context: ReadContext, orderId: string): Promise<{ readonly offers: readonly RateOffer[]; readonly currency: string }> {
  const { db, scope } = context;
  const record = await getOrderRecord(db, scope, orderId);
  const { zones } = await getSettingsFacts(db, scope, []);
  return { offers: rateOffers(record, (await keepsPromise(context, record)) ? zonesAsPromised(zones, record.shipments) : zones), currency: record.currency };
}
