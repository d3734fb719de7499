import type { Letterhead, PickupPlaceJson, Settings, ShippingZoneJson, TaxRateJson, UnitListJson } from '@backdesk/contract/settings/schema.ts';
import type { ShippingRateTerms } from '@backdesk/domain/shipping/types.ts';
import type { AccountSettings } from '../../db/account-settings.ts';
import { productPictureUrl } from '../file/file-key.ts';
import type { LetterheadRow } from './queries/letterhead.ts';
import type { PickupPlaceRow } from './queries/pickup-places.ts';
import type { TaxRateRow, Zone } from './queries/settings.ts';
import type { UnitListRow } from './queries/unit-list.ts';

export function presentSettings(account: AccountSettings): Settings {
  const { version, name, locale, timeZone, currency, country, region, postcode, priceMode, taxRounding, includedElsewhere, paper, accent } = account;
  const { estimateValidDays, acceptedLockDays, driftPolicy, acceptsInPart, leastMarginPpm, remindAfterDays, remindBeforeDays, siteSignIn } = account;
  const { siteRegistration, siteOrdersWait } = account;
  return {
    ...{ version, name, locale, timeZone, currency, country, region, postcode, priceMode, taxRounding, includedElsewhere, paper, accent },
    ...{ estimateValidDays, acceptedLockDays, driftPolicy, acceptsInPart, leastMarginPpm, remindAfterDays, remindBeforeDays, siteSignIn },
    ...{ siteRegistration, siteOrdersWait },
  };
}

export function presentLetterhead({ address, logo, ...letterhead }: LetterheadRow, accountId: string): Letterhead {
  return {
    ...letterhead,
    address: address === null ? null : { ...address },
    logo: logo === null ? null : { ...logo, url: productPictureUrl(accountId, logo.fileId, 'small') },
  };
}

export const presentUnitList = ({ version, items }: UnitListRow): UnitListJson => ({ version, items: items.map((unit) => ({ ...unit })) });

export function presentTaxRate(row: TaxRateRow): TaxRateJson {
  const { id, version, code, name, country, region, postcodes, category, active } = row;
  return { id, version, code, name, ratePpm: row.rate_ppm, country, region, postcodes: [...postcodes], category, onShipping: row.on_shipping, active };
}

export function presentShippingZone(zone: Zone): ShippingZoneJson {
  return {
    id: zone.id,
    version: zone.version,
    name: zone.name,
    areas: zone.areas.map(({ country, regions, postcodes = [] }) => ({ country, regions: [...regions], postcodes: [...postcodes] })),
    rates: zone.rates.map(({ id, name, transit, terms, active }) => ({
      id,
      name,
      transit,
      active,
      terms: termsJson(terms),
    })),
  };
}

/** The terms of a rate on the wire. Those kept before a rate could be free say so too. */
export function termsJson(terms: ShippingRateTerms): ShippingZoneJson['rates'][number]['terms'] {
  const freeOverAmount = terms.freeOverAmount ?? null;
  switch (terms.kind) {
    case 'flat':
      return { kind: terms.kind, amount: terms.amount, freeOverAmount };
    case 'by_weight':
      return { kind: terms.kind, tiers: terms.tiers.map((tier) => ({ ...tier })), freeOverAmount };
    case 'by_items':
      return { kind: terms.kind, tiers: terms.tiers.map((tier) => ({ ...tier })), freeOverAmount };
  }
}

export function presentPickupPlace({ id, version, name, address, hours, active }: PickupPlaceRow): PickupPlaceJson {
  return { id, version, name, address: { ...address }, hours, active };
}
