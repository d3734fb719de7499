// The tax of every portion at its own place. Per line by default; per order as an account setting, then split back over the portions.
import { allocate } from '../money/allocate.ts';
import { type MinorUnits, minor, subtract, sum, zero } from '../money/money.ts';
import { ratesFor, taxInGross, taxOnNet } from '../tax/tax-of.ts';
import type { TaxLine, TaxRate } from '../tax/types.ts';
import type { Portion } from './portions.ts';
import type { PriceOrderInput } from './types.ts';

/** null tax lines: the place is not known. */
export type TaxedPortion = Portion & { readonly taxLines: readonly TaxLine[] | null };

function ratesOf(portion: Portion, rates: readonly TaxRate[]): readonly TaxRate[] {
  return ratesFor(rates, portion.taxCategory === null ? 'shipping' : { category: portion.taxCategory });
}

function taxOf(input: PriceOrderInput, base: MinorUnits, rates: readonly TaxRate[]): readonly TaxLine[] {
  return input.priceMode === 'tax_included' ? taxInGross(base, rates) : taxOnNet(base, rates);
}

/** One rounding for all portions with the same rates; each portion then carries its part. */
function taxTogether(input: PriceOrderInput, portions: readonly Portion[]): readonly TaxedPortion[] {
  const key = (portion: Portion) =>
    portion.place === null
      ? ''
      : ratesOf(portion, portion.place.rates)
          .map((rate) => `${rate.code} ${rate.ratePpm}`)
          .join('|');
  const taxed = new Map<Portion, readonly TaxLine[] | null>();
  for (const group of Map.groupBy(portions, key).values()) {
    const place = group[0]?.place ?? null;
    if (place === null || group[0] === undefined) {
      for (const portion of group) taxed.set(portion, null);
      continue;
    }
    const bases = group.map((portion) => subtract(portion.amount, portion.discount));
    const lines = taxOf(input, sum(bases), ratesOf(group[0], place.rates));
    const weights = bases.map((base) => Math.max(0, base));
    const parts = lines.map((line) => ({ line, amounts: allocate(line.amount, weights), bases: allocate(line.base, weights) }));
    group.forEach((portion, index) => {
      taxed.set(
        portion,
        parts.map(({ line, amounts, bases: split }) => ({ ...line, base: split[index] ?? zero, amount: amounts[index] ?? zero })),
      );
    });
  }
  return portions.map((portion) => ({ ...portion, taxLines: taxed.get(portion) ?? null }));
}

/** Taxes the portions; `guess` is the tax by the account's own place of everything, for "about". */
export function taxPortions(input: PriceOrderInput, portions: readonly Portion[]): { readonly portions: readonly TaxedPortion[]; readonly guess: MinorUnits } {
  if (input.exemption !== null) return { portions: portions.map((portion) => ({ ...portion, taxLines: [] })), guess: zero };
  const base = (portion: Portion) => subtract(portion.amount, portion.discount);
  const taxed =
    input.taxRounding === 'order'
      ? taxTogether(input, portions)
      : portions.map((portion) => ({
          ...portion,
          taxLines: portion.place === null ? null : taxOf(input, base(portion), ratesOf(portion, portion.place.rates)),
        }));
  const guesses = taxed.flatMap((portion) => portion.taxLines ?? taxOf(input, base(portion), ratesOf(portion, input.homeTax.rates)));
  return { portions: taxed, guess: minor(guesses.reduce((total, line) => total + line.amount, 0)) };
}
