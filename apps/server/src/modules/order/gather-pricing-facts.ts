// The tax of each place an order touches and why its customer pays none, from the settings' tables. Gathered when a place
// or the customer changes and kept with the order; no other command reads them again.
import type { Address } from '@backdesk/domain/order/types.ts';
import type { PlaceTax } from '@backdesk/domain/pricing/types.ts';
import { matchZone } from '@backdesk/domain/shipping/match-zone.ts';
import type { ShippingZone } from '@backdesk/domain/shipping/types.ts';
import { matchRates } from '@backdesk/domain/tax/match-rates.ts';
import type { TaxPlace } from '@backdesk/domain/tax/types.ts';
import type { CommandContext } from '../context.ts';
import { getSettingsFacts, type SettingsFacts } from '../settings/queries/pricing-facts.ts';
import type { OrderRecord, PricingFacts } from './order-record.ts';

const taxAt = (settings: SettingsFacts, place: TaxPlace): PlaceTax => ({ place, rates: matchRates(settings.rates, place) });

const placeOf = ({ country, region, postcode }: TaxPlace): TaxPlace => ({ country, region, postcode });

/** Where the bill goes: the address of the first shipment that is sent when it is the same. Nobody is billed where they fetch their goods. */
export function billingAddressOf({ billing, shipments }: Pick<OrderRecord, 'billing' | 'shipments'>): Address | null {
  return billing.sameAsShipping ? (shipments.find(({ kind }) => kind === 'ship')?.address ?? null) : billing.address;
}

export function countriesOf(record: Pick<OrderRecord, 'billing' | 'shipments'>): readonly string[] {
  const addresses = [...record.shipments.map(({ address }) => address), billingAddressOf(record)];
  return [...new Set(addresses.flatMap((address) => (address === null ? [] : [address.country])))];
}

/** Pure: the facts of a record under the account's settings. A pickup without an address is at the account's own place. */
export function pricingFactsOf(
  record: Pick<OrderRecord, 'billing' | 'shipments' | 'customer' | 'company'>,
  settings: SettingsFacts,
  account: TaxPlace,
): PricingFacts {
  const home = taxAt(settings, placeOf(account));
  const billing = billingAddressOf(record);
  const shipmentTax = record.shipments.flatMap(({ id, kind, address }) => {
    if (address !== null) return [[id, taxAt(settings, placeOf(address))] as const];
    return kind === 'pickup' ? [[id, home] as const] : [];
  });
  return {
    shipmentTax: Object.fromEntries(shipmentTax),
    billingTax: billing === null ? null : taxAt(settings, placeOf(billing)),
    homeTax: home,
    exemption: record.customer?.taxExemption ?? record.company?.taxExemption ?? null,
    zones: zonesServing(record.shipments, settings.zones),
  };
}

function zonesServing(shipments: OrderRecord['shipments'], zones: readonly ShippingZone[]): readonly ShippingZone[] {
  const serving = new Set(shipments.map(({ address }) => (address === null ? null : matchZone(zones, address))));
  return zones.filter((zone) => serving.has(zone));
}

/** Reads the settings and answers the record with today's facts, and the settings for who needs more of them. */
export async function gatherPricingFacts(
  context: Pick<CommandContext, 'tx' | 'scope' | 'account'>,
  record: OrderRecord,
): Promise<{ record: OrderRecord; settings: SettingsFacts }> {
  const settings = await getSettingsFacts(context.tx, context.scope, countriesOf(record));
  return { record: { ...record, facts: pricingFactsOf(record, settings, context.account) }, settings };
}
