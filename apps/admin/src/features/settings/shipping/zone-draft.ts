import type { ShippingZoneJson } from '@backdesk/contract/settings/schema.ts';
import { decimalToMinor, minorToDecimal } from '@backdesk/ui/format/money.ts';
import { wordsOf } from '../words-of.ts';

// What the zone's form holds: amounts as the decimal text a person edits, minor units only at the edge.

export type WeightStep = { readonly upToGrams: number | null; readonly price: string | null };
export type ItemsStep = { readonly upTo: string | null; readonly price: string | null };
export type RateKind = 'flat' | 'by_weight' | 'by_items';
export type RateDraft = {
  readonly key: string;
  readonly id: string | undefined;
  readonly name: string;
  readonly transit: string;
  readonly active: boolean;
  readonly kind: RateKind;
  readonly price: string | null;
  /** Steps of a rate by weight, and of one by items total: both are kept while the kind is tried. */
  readonly weightSteps: readonly WeightStep[];
  readonly itemsSteps: readonly ItemsStep[];
  readonly freeOver: string | null;
};
export type AreaDraft = { readonly key: string; readonly country: string; readonly regions: readonly string[]; readonly postcodes: string };
export type ZoneDraft = { readonly name: string; readonly areas: readonly AreaDraft[]; readonly rates: readonly RateDraft[] };

export function newRate(key: string): RateDraft {
  const open = { price: null };
  return {
    key,
    id: undefined,
    name: '',
    transit: '',
    active: true,
    kind: 'flat',
    price: null,
    weightSteps: [{ upToGrams: null, ...open }],
    itemsSteps: [{ upTo: null, ...open }],
    freeOver: null,
  };
}

export function newArea(key: string, country: string): AreaDraft {
  return { key, country, regions: [], postcodes: '' };
}

function pricesOf(terms: ShippingZoneJson['rates'][number]['terms'], digits: number): Partial<RateDraft> {
  const text = (amount: number) => minorToDecimal(amount, digits);
  switch (terms.kind) {
    case 'flat':
      return { price: text(terms.amount) };
    case 'by_weight':
      return { weightSteps: terms.tiers.map(({ upToGrams, amount }) => ({ upToGrams, price: text(amount) })) };
    case 'by_items':
      return { itemsSteps: terms.tiers.map(({ upToAmount, amount }) => ({ upTo: upToAmount === null ? null : text(upToAmount), price: text(amount) })) };
  }
}

export function zoneDraft(zone: ShippingZoneJson | null, country: string, digits: number): ZoneDraft {
  if (!zone) return { name: '', areas: [newArea('1', country)], rates: [newRate('1')] };
  return {
    name: zone.name,
    areas: zone.areas.map((area) => ({ key: area.country, country: area.country, regions: area.regions, postcodes: area.postcodes.join(', ') })),
    rates: zone.rates.map(({ id, name, transit, active, terms }) => ({
      ...newRate(id),
      id,
      name,
      transit,
      active,
      kind: terms.kind,
      ...pricesOf(terms, digits),
      freeOver: terms.freeOverAmount === null ? null : minorToDecimal(terms.freeOverAmount, digits),
    })),
  };
}

/** The places as the API takes them. */
export function areaBodies(areas: readonly AreaDraft[]) {
  return areas.map(({ country, regions, postcodes }) => ({
    country,
    regions: country === '*' ? [] : [...regions],
    postcodes: country === '*' ? [] : wordsOf(postcodes),
  }));
}

/** The rate as the API takes it; null while an amount is missing. */
export function rateBody(rate: RateDraft, digits: number) {
  const { id, name, transit, active } = rate;
  const terms = termsBody(rate, digits);
  return terms === null ? null : { ...(id !== undefined && { id }), name, transit, active, terms };
}

function termsBody(rate: RateDraft, digits: number) {
  const minor = (text: string | null) => decimalToMinor(text ?? '', digits);
  const freeOverAmount = rate.freeOver === null ? null : minor(rate.freeOver);
  if (freeOverAmount === undefined) return null;
  switch (rate.kind) {
    case 'flat': {
      const amount = minor(rate.price);
      return amount === undefined ? null : { kind: rate.kind, amount, freeOverAmount };
    }
    case 'by_weight': {
      const tiers = rate.weightSteps.flatMap(({ upToGrams, price }) => {
        const amount = minor(price);
        return amount === undefined ? [] : [{ upToGrams, amount }];
      });
      return tiers.length < rate.weightSteps.length ? null : { kind: rate.kind, tiers, freeOverAmount };
    }
    case 'by_items': {
      const tiers = rate.itemsSteps.flatMap(({ upTo, price }) => {
        const [upToAmount, amount] = [upTo === null ? null : minor(upTo), minor(price)];
        return upToAmount === undefined || amount === undefined ? [] : [{ upToAmount, amount }];
      });
      return tiers.length < rate.itemsSteps.length ? null : { kind: rate.kind, tiers, freeOverAmount };
    }
  }
}
