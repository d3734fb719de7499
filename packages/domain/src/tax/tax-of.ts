// Tax of one amount at one place: rounded per line (or portion) and rate when prices leave it out, taken out of the gross and split over
// the rates when they hold it. Rates of a place add up (cases, policy 1).
import { allocate } from '../money/allocate.ts';
import { type MinorUnits, minor, zero } from '../money/money.ts';
import { scaleRounded } from '../money/rounding.ts';
import type { TaxLine, TaxRate } from './types.ts';

const million = 1_000_000;

/** The rates of a place that reach a line of this category, or a shipping charge. */
export function ratesFor(rates: readonly TaxRate[], what: { readonly category: string } | 'shipping'): readonly TaxRate[] {
  if (what === 'shipping') return rates.filter((rate) => rate.onShipping);
  if (what.category === 'exempt') return [];
  return rates.filter((rate) => rate.category === null || rate.category === what.category);
}

export function sumOfPpm(rates: readonly TaxRate[]): number {
  return rates.reduce((sum, rate) => sum + rate.ratePpm, 0);
}

/** What is left of a gross amount without the tax of these rates: round(gross ÷ (1 + Σ rates)). */
export function netOf(gross: MinorUnits, rates: readonly TaxRate[]): MinorUnits {
  return rates.length === 0 ? gross : minor(scaleRounded(gross, million, million + sumOfPpm(rates)));
}

/** Tax on top of a net amount, a line for each rate. */
export function taxOnNet(base: MinorUnits, rates: readonly TaxRate[]): readonly TaxLine[] {
  return rates.map((rate) => ({
    code: rate.code,
    name: rate.name,
    ratePpm: rate.ratePpm,
    base,
    amount: minor(scaleRounded(base, rate.ratePpm, million)),
  }));
}

/** Tax a gross amount contains, split over the rates so that the parts sum to it. */
export function taxInGross(gross: MinorUnits, rates: readonly TaxRate[]): readonly TaxLine[] {
  if (rates.length === 0) return [];
  const net = netOf(gross, rates);
  const contained = minor(gross - net);
  const only = rates.length === 1 ? rates[0] : undefined;
  if (only !== undefined) return [{ code: only.code, name: only.name, ratePpm: only.ratePpm, base: net, amount: contained }];
  const parts = allocate(
    contained,
    rates.map((rate) => rate.ratePpm),
  );
  return rates.map((rate, index) => ({ code: rate.code, name: rate.name, ratePpm: rate.ratePpm, base: net, amount: parts[index] ?? zero }));
}

/** Tax lines of the same code and rate added up, in the order they first come. */
export function mergeTaxLines(lines: Iterable<TaxLine>): readonly TaxLine[] {
  const merged: { -readonly [Key in keyof TaxLine]: TaxLine[Key] }[] = [];
  for (const line of lines) {
    // A handful of rates at most: looking through them beats building a key for each of thousands of lines.
    const known = merged.find((each) => each.code === line.code && each.ratePpm === line.ratePpm && each.name === line.name);
    if (known === undefined) merged.push({ ...line });
    else {
      known.base = minor(known.base + line.base);
      known.amount = minor(known.amount + line.amount);
    }
  }
  return merged;
}
