// The tax of every portion at its own place, from what is left after all discounts. Rounded per portion and rate by default; per order
// as an account setting: then the rounded whole is given back to the portions, so that totals stay sums of stored parts.

import { allocate } from '../money/allocate.ts';
import { apportion } from '../money/apportion.ts';
import { type MinorUnits, minor, sum } from '../money/money.ts';
import { scaleRounded } from '../money/rounding.ts';
import { netOf, sumOfPpm, taxInGross } from '../tax/tax-of.ts';
import type { TaxLine, TaxRate } from '../tax/types.ts';
import type { Portion } from './portions.ts';
import type { PriceOrderInput } from './types.ts';

/** Tax lines of each portion, in their order; null: the place is not known. */
export function taxPortions(input: PriceOrderInput, portions: readonly Portion[]): readonly (readonly TaxLine[] | null)[] {
  const alone = portions.map((portion) => portion.treatment.taxLines(portion.left));
  if (input.taxRounding === 'line' || input.exemption !== null) return alone;
  const together = input.priceMode === 'tax_included' ? includedTogether(portions) : excludedTogether(portions);
  return portions.map((portion, index) => together.get(portion) ?? alone[index] ?? null);
}

const keyOf = (rates: readonly TaxRate[]) => rates.map((rate) => `${rate.code} ${rate.ratePpm}`).join('|');

/** One rounding for each rate over all that it reaches. */
function excludedTogether(portions: readonly Portion[]): ReadonlyMap<Portion, readonly TaxLine[]> {
  const known = portions.filter((portion) => portion.treatment.rates !== null);
  const reached = Map.groupBy(
    known.flatMap((portion) => (portion.treatment.rates ?? []).map((rate) => ({ portion, rate }))),
    ({ rate }) => keyOf([rate]),
  );
  const amounts = new Map<Portion, Map<TaxRate, MinorUnits>>(known.map((portion) => [portion, new Map()]));
  for (const group of reached.values()) {
    const ratePpm = group[0]?.rate.ratePpm ?? 0;
    const total = minor(scaleRounded(sum(group.map(({ portion }) => portion.left)), ratePpm, 1_000_000));
    const parts = apportion(
      total,
      group.map(({ portion }) => ({ numerator: BigInt(portion.left) * BigInt(ratePpm), denominator: 1_000_000n })),
    );
    group.forEach(({ portion, rate }, index) => {
      amounts.get(portion)?.set(rate, minor(parts[index] ?? 0));
    });
  }
  return new Map(
    known.map((portion) => [
      portion,
      (portion.treatment.rates ?? []).map((rate) => ({
        code: rate.code,
        name: rate.name,
        ratePpm: rate.ratePpm,
        base: portion.left,
        amount: amounts.get(portion)?.get(rate) ?? minor(0),
      })),
    ]),
  );
}

/** One rounding for all gross amounts of the same rates. Where the customer keeps the net, the price itself hangs on the line's tax. */
function includedTogether(portions: readonly Portion[]): ReadonlyMap<Portion, readonly TaxLine[]> {
  const known = portions.filter((portion) => portion.treatment.rates !== null && portion.treatment.paid === null);
  const taxed = new Map<Portion, readonly TaxLine[]>();
  for (const group of Map.groupBy(known, (portion) => keyOf(portion.treatment.rates ?? [])).values()) {
    const rates = group[0]?.treatment.rates ?? [];
    const ppm = BigInt(sumOfPpm(rates));
    const gross = sum(group.map((portion) => portion.left));
    const contained = minor(gross - netOf(gross, rates));
    const parts = apportion(
      contained,
      group.map((portion) => ({ numerator: BigInt(portion.left) * ppm, denominator: 1_000_000n + ppm })),
    );
    group.forEach((portion, index) => {
      const part = minor(parts[index] ?? 0);
      const split = allocate(
        part,
        rates.map((rate) => rate.ratePpm),
      );
      const base = minor(portion.left - part);
      taxed.set(
        portion,
        taxInGross(portion.left, rates).map((line, at) => ({ ...line, base, amount: split[at] ?? minor(0) })),
      );
    });
  }
  return taxed;
}
