// Tax of one amount at one place: rounded per line (or portion) and rate when prices leave it out, taken out of the gross and split over
// the rates when they hold it. Rates of a place add up (cases, policy 1).
import { allocate } from '../money/allocate.ts';
import { type MinorUnits, minor, zero } from '../money/money.ts';
import { divideRounded } from '../money/rounding.ts';
import type { TaxLine, TaxRate } from './types.ts';

const million = 1_000_000n;

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
  return minor(Number(divideRounded(BigInt(gross) * million, million + BigInt(sumOfPpm(rates)))));
}

/** Tax on top of a net amount, a line for each rate. */
export function taxOnNet(base: MinorUnits, rates: readonly TaxRate[]): readonly TaxLine[] {
  return rates.map((rate) => ({
    code: rate.code,
    name: rate.name,
    ratePpm: rate.ratePpm,
    base,
    amount: minor(Number(divideRounded(BigInt(base) * BigInt(rate.ratePpm), million))),
  }));
}

/** Tax a gross amount contains, split over the rates so that the parts sum to it. */
export function taxInGross(gross: MinorUnits, rates: readonly TaxRate[]): readonly TaxLine[] {
  if (rates.length === 0) return [];
  const net = netOf(gross, rates);
  const parts = allocate(
    minor(gross - net),
    rates.map((rate) => rate.ratePpm),
  );
  return rates.map((rate, index) => ({ code: rate.code, name: rate.name, ratePpm: rate.ratePpm, base: net, amount: parts[index] ?? zero }));
}

/** Tax lines of the same code and rate added up, in the order they first come. */
export function mergeTaxLines(lines: Iterable<TaxLine>): readonly TaxLine[] {
  const merged = new Map<string, TaxLine>();
  for (const line of lines) {
    const key = `${line.code} ${line.ratePpm}`;
    const known = merged.get(key);
    merged.set(key, known === undefined ? line : { ...known, base: minor(known.base + line.base), amount: minor(known.amount + line.amount) });
  }
  return [...merged.values()];
}
