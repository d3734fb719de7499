// What is earned: what is paid for goods after all discounts and without tax, less what they cost. It is worked out beside the price and is
// no part of it, so that it reaches nobody by being in an order. Unknown is not zero: what has no known cost has no margin.
// Decision record 0042.
import { type DecimalString, type MinorUnits, minor } from '../money/money.ts';
import { priceOfPieces } from '../money/rational.ts';
import { scaleRounded } from '../money/rounding.ts';
import { netOf, ratesFor } from '../tax/tax-of.ts';
import type { PlaceTax, PricedLine, PriceMode } from './types.ts';

const million = 1_000_000;

export type EarningLine = {
  readonly id: string;
  readonly counted: boolean;
  /** Whole pieces. */
  readonly quantity: number;
  /** Of one piece, in major units without tax; null: not known. */
  readonly unitCost: DecimalString | null;
  /** What is paid for the line, without tax (minor units). */
  readonly netAmount: MinorUnits;
};

/** Amounts are minor units; `marginPpm` is the part of the net amount that is earned, null where nothing is paid. */
export type Margin = {
  readonly netAmount: MinorUnits;
  readonly costAmount: MinorUnits;
  readonly marginAmount: MinorUnits;
  readonly marginPpm: number | null;
};

/** `below`: less is paid than it costs, or than the least margin of the account asks; null: neither. */
export type LineMargin = Margin & { readonly lineId: string; readonly below: 'cost' | 'floor' | null };

export type OrderMargin = {
  /** Over the counted lines whose cost is known; null: none is. */
  readonly total: Margin | null;
  /** Lines whose cost is known, counted or not. */
  readonly lines: readonly LineMargin[];
  /** Counted lines that are paid for without a known cost: they are in no figure here. */
  readonly withoutCost: number;
};

function marginOf(netAmount: MinorUnits, costAmount: MinorUnits): Margin {
  const marginAmount = minor(netAmount - costAmount);
  return { netAmount, costAmount, marginAmount, marginPpm: netAmount > 0 ? scaleRounded(marginAmount, million, netAmount) : null };
}

/**
 * The least that must be paid for goods of this cost (minor units) so that `leastMarginPpm` of it is earned.
 * @example leastNetAmount(minor(750), 250_000) // at least a quarter of the price is earned: 1_000
 */
export function leastNetAmount(costAmount: MinorUnits, leastMarginPpm: number): MinorUnits {
  return minor(scaleRounded(costAmount, million, million - leastMarginPpm));
}

/** What is earned by a line; null: what it costs is not known. */
export function lineMargin({ id, quantity, unitCost, netAmount }: EarningLine, currency: string, leastMarginPpm: number): LineMargin | null {
  if (unitCost === null) return null;
  const margin = marginOf(netAmount, minor(priceOfPieces(unitCost, quantity, 1, currency)));
  const { costAmount } = margin;
  const below = netAmount < costAmount ? 'cost' : netAmount < leastNetAmount(costAmount, leastMarginPpm) ? 'floor' : null;
  return { lineId: id, ...margin, below };
}

/** What is earned by an order and each of its lines. */
export function orderMargin(lines: readonly EarningLine[], currency: string, leastMarginPpm: number): OrderMargin {
  const margins = lines.map((line) => lineMargin(line, currency, leastMarginPpm));
  const counted = margins.filter((margin, at): margin is LineMargin => margin !== null && lines[at]?.counted === true);
  const sum = (amountOf: (margin: LineMargin) => number) => minor(counted.reduce((total, margin) => total + amountOf(margin), 0));
  return {
    total:
      counted.length === 0
        ? null
        : marginOf(
            sum(({ netAmount }) => netAmount),
            sum(({ costAmount }) => costAmount),
          ),
    lines: margins.flatMap((margin) => margin ?? []),
    withoutCost: lines.filter((line) => line.counted && line.unitCost === null && line.netAmount !== 0).length,
  };
}

type Taxed = { readonly priceMode: PriceMode; readonly homeTax: PlaceTax };

/** What is paid for a priced line without tax: of prices that hold it the tax they hold, or would at the account's own place while that is open. */
export function netAmountOf(
  { total, orderDiscount, tax }: Pick<PricedLine, 'total' | 'orderDiscount' | 'tax'>,
  taxCategory: string,
  { priceMode, homeTax }: Taxed,
): MinorUnits {
  const paid = minor(total - orderDiscount);
  if (priceMode === 'tax_excluded') return paid;
  return tax === null ? netOf(paid, ratesFor(homeTax.rates, { category: taxCategory })) : minor(paid - tax);
}
