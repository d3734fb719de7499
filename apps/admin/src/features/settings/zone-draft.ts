import type { ShippingZoneJson } from '@backdesk/contract/settings/schema.ts';
import { decimalToMinor, minorToDecimal } from '@backdesk/ui/format/money.ts';

// What the zone's form holds: amounts as the decimal text a person edits, minor units only at the edge.

export type TierDraft = { readonly upToGrams: number | null; readonly price: string | null };
export type RateDraft = {
  readonly key: string;
  readonly id: string | undefined;
  readonly name: string;
  readonly transit: string;
  readonly active: boolean;
  readonly kind: 'flat' | 'by_weight';
  readonly price: string | null;
  readonly tiers: readonly TierDraft[];
};
export type ZoneDraft = { readonly name: string; readonly countries: string; readonly rates: readonly RateDraft[] };

type Areas = ShippingZoneJson['areas'];

export function newRate(key: string): RateDraft {
  return { key, id: undefined, name: '', transit: '', active: true, kind: 'flat', price: null, tiers: [{ upToGrams: null, price: null }] };
}

export function zoneDraft(zone: ShippingZoneJson | null, country: string, digits: number): ZoneDraft {
  if (!zone) return { name: '', countries: country, rates: [newRate('1')] };
  return {
    name: zone.name,
    countries: zone.areas.map((area) => area.country).join(', '),
    rates: zone.rates.map(({ id, name, transit, active, terms }) => ({
      ...newRate(id),
      id,
      name,
      transit,
      active,
      kind: terms.kind,
      ...(terms.kind === 'flat'
        ? { price: minorToDecimal(terms.amount, digits) }
        : { tiers: terms.tiers.map((tier) => ({ upToGrams: tier.upToGrams, price: minorToDecimal(tier.amount, digits) })) }),
    })),
  };
}

/** The countries as areas; regions of a country that stays are kept. Null when a word is no country code. */
export function areasOf(countries: string, before: Areas): Areas | null {
  const codes = [
    ...new Set(
      countries
        .toUpperCase()
        .split(/[\s,;]+/)
        .filter(Boolean),
    ),
  ];
  if (codes.length === 0 || codes.some((code) => code !== '*' && !/^[A-Z]{2}$/.test(code))) return null;
  return codes.map((country) => ({ country, regions: before.find((area) => area.country === country)?.regions ?? [] }));
}

/** The rate as the API takes it; null while an amount is missing. */
export function rateBody(rate: RateDraft, digits: number) {
  const { id, name, transit, active } = rate;
  const base = { ...(id !== undefined && { id }), name, transit, active };
  if (rate.kind === 'flat') {
    const amount = decimalToMinor(rate.price ?? '', digits);
    return amount === undefined ? null : { ...base, terms: { kind: 'flat' as const, amount } };
  }
  const tiers = rate.tiers.map((tier) => ({ upToGrams: tier.upToGrams, amount: decimalToMinor(tier.price ?? '', digits) }));
  const full = tiers.filter((tier): tier is { upToGrams: number | null; amount: number } => tier.amount !== undefined);
  return full.length < tiers.length ? null : { ...base, terms: { kind: 'by_weight' as const, tiers: full } };
}
