import type { Settings, ShippingZoneJson, TaxRateJson } from '@backdesk/contract/settings/schema.ts';
import type { AccountSettings } from '../../db/account-settings.ts';
import type { TaxRateRow, Zone } from './queries/settings.ts';

export function presentSettings(account: AccountSettings): Settings {
  const { version, name, locale, timeZone, currency, country, region, postcode, priceMode, taxRounding, includedElsewhere, paper, accent, estimateValidDays } =
    account;
  return { version, name, locale, timeZone, currency, country, region, postcode, priceMode, taxRounding, includedElsewhere, paper, accent, estimateValidDays };
}

export function presentTaxRate(row: TaxRateRow): TaxRateJson {
  const { id, version, code, name, country, region, category, active } = row;
  return { id, version, code, name, ratePpm: row.rate_ppm, country, region, category, onShipping: row.on_shipping, active };
}

export function presentShippingZone(zone: Zone): ShippingZoneJson {
  return {
    id: zone.id,
    version: zone.version,
    name: zone.name,
    areas: zone.areas.map((area) => ({ country: area.country, regions: [...area.regions] })),
    rates: zone.rates.map(({ id, name, transit, terms, active }) => ({
      id,
      name,
      transit,
      active,
      terms: terms.kind === 'flat' ? terms : { kind: terms.kind, tiers: terms.tiers.map((tier) => ({ ...tier })) },
    })),
  };
}
