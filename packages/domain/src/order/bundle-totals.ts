// What a bundle comes to with its parts: a sum of stored parts that is in no total, shown in place of the bundle's own amount, so that a
// bundle whose parts have the prices is not read as free. Charges that hang on it stand by themselves. Decision record 0047.
import { currencyDigits } from '../money/currency.ts';
import { type DecimalString, type MinorUnits, minor } from '../money/money.ts';
import { decimalOfMillionths } from '../money/rational.ts';
import { divideRounded } from '../money/rounding.ts';
import type { LineKind } from '../pricing/types.ts';
import { type SectionedLine, sectionTotals } from './section-totals.ts';

type Hanging = { readonly id: string; readonly kind: LineKind; readonly parentLineId: string | null };
export type BundledAmount = Hanging & {
  /** Minor units, after the line discount. */
  readonly totalAmount: number;
};

/** Lines that are a part of the bundle they stand beneath: a setup or run hangs there too and is none. */
export function partLineIds(lines: readonly Hanging[]): ReadonlySet<string> {
  const bundles = new Set(lines.flatMap(({ id, kind }) => (kind === 'bundle' ? [id] : [])));
  if (bundles.size === 0) return bundles;
  return new Set(lines.flatMap(({ id, kind, parentLineId }) => (kind !== 'charge' && parentLineId !== null && bundles.has(parentLineId) ? [id] : [])));
}

/** What each bundle comes to with its parts, by its id; minor units. */
export function bundleTotals(lines: readonly BundledAmount[]): ReadonlyMap<string, MinorUnits> {
  const totals = new Map(lines.flatMap((line) => (line.kind === 'bundle' ? [[line.id, minor(line.totalAmount)] as const] : [])));
  if (totals.size === 0) return totals;
  for (const { kind, parentLineId, totalAmount } of lines) {
    const before = kind === 'charge' || parentLineId === null ? undefined : totals.get(parentLineId);
    if (before !== undefined && parentLineId !== null) totals.set(parentLineId, minor(before + totalAmount));
  }
  return totals;
}

/** What the lines of each section and the parts of each bundle come to, by the id of the section or bundle; minor units. */
export function subtotals(lines: readonly (BundledAmount & SectionedLine)[]): ReadonlyMap<string, MinorUnits> {
  if (!lines.some(({ kind }) => kind === 'section' || kind === 'bundle')) return new Map();
  return new Map([...sectionTotals(lines), ...bundleTotals(lines)]);
}

type Amount = { readonly amount: number; readonly currency: string };
type ReadLine<Money> = {
  readonly kind: LineKind;
  readonly quantity: number;
  readonly unitPrice: DecimalString | null;
  readonly total: Money;
  /** Of a bundle: what it comes to with its parts; null: not known. */
  readonly subtotal: Money | null;
};

/**
 * The figures that a line is read by: of a bundle whose parts have the prices their sum, and what that is for one, to six places; of
 * anything else its own.
 * @example 2 kits, their parts come to 33.33: unit price "16.665", total 33.33
 */
export function shownFigures<Money extends Amount>(line: ReadLine<Money>): { readonly unitPrice: DecimalString | null; readonly total: Money } {
  const { kind, quantity, unitPrice, total, subtotal } = line;
  if (kind !== 'bundle' || subtotal === null || subtotal.amount === total.amount) return { unitPrice, total };
  const millionths = BigInt(subtotal.amount) * 10n ** BigInt(6 - currencyDigits(subtotal.currency));
  return { unitPrice: decimalOfMillionths(divideRounded(millionths, BigInt(quantity))), total: subtotal };
}
