// The price of one line before order discounts and tax: break or typed price → upcharges → override → line discount, computed exactly
// and rounded once (cases, policies 3 and 8).
import type { Refusal } from '../core/refusal.ts';
import { type MinorUnits, minor, zero } from '../money/money.ts';
import { decimalOfMillionths, millionths, toMinorUnits } from '../money/rational.ts';
import { divideRounded } from '../money/rounding.ts';
import type { BreakHint, DiscountValue, PriceBreak, PriceStep, PricingLine } from './types.ts';

export type LineAmounts = {
  readonly unitPrice: string | null;
  readonly amount: MinorUnits;
  readonly discount: MinorUnits;
  readonly total: MinorUnits;
  readonly explanation: readonly PriceStep[];
  readonly hint: BreakHint | null;
  readonly blockers: readonly Refusal[];
};

/** What a discount takes off a base: a percentage rounds what is left; a fixed one counts up to the base. */
export function discountOn(base: MinorUnits, value: DiscountValue): MinorUnits {
  if (value.kind === 'fixed') return minor(Math.max(0, Math.min(value.amount, base)));
  const left = divideRounded(BigInt(base) * BigInt(1_000_000 - value.ppm), 1_000_000n);
  return minor(base - Number(left));
}

/** The highest break not above the quantity; null when the quantity is under the lowest. */
export function breakFor(breaks: readonly PriceBreak[], quantity: number): PriceBreak | null {
  let found: PriceBreak | null = null;
  for (const each of breaks) if (each.quantity <= quantity) found = each;
  return found;
}

function unitOf(each: PriceBreak): bigint {
  return divideRounded(millionths(each.extendedPrice), BigInt(each.quantity));
}

/** Whether the quantity may be ordered: the steps between breaks, the largest one, the smallest (cases, "Price breaks"). */
export function quantityRefusals(line: PricingLine, groupQuantity: number): readonly Refusal[] {
  const breaks = line.priceTable?.breaks ?? [];
  const at = { lineId: line.id, pointer: '/quantity' };
  const { increment, maximum } = line.quantityRule;
  const refusals: Refusal[] = [];
  const lowest = breaks[0];
  const current = breakFor(breaks, groupQuantity);
  if (lowest !== undefined && current === null)
    refusals.push({ code: 'line.below_minimum', ...at, detail: { minimum: lowest.quantity, quantity: groupQuantity } });
  if (maximum !== null && groupQuantity > maximum) refusals.push({ code: 'line.over_maximum', ...at, detail: { maximum, quantity: groupQuantity } });
  if (increment !== null && current !== null) {
    const beyond = groupQuantity - current.quantity;
    const fits = increment === 0 ? beyond === 0 : beyond % increment === 0;
    if (!fits) refusals.push({ code: 'line.not_in_increment', ...at, detail: { increment, from: current.quantity, quantity: groupQuantity } });
  }
  return refusals;
}

function hintFor(line: PricingLine, groupQuantity: number, currency: string): BreakHint | null {
  const breaks = line.priceTable?.breaks ?? [];
  const current = breakFor(breaks, groupQuantity);
  if (current === null) return null;
  const cost = (quantity: number, by: PriceBreak) => toMinorUnits(millionths(by.extendedPrice) * BigInt(quantity), BigInt(by.quantity), currency);
  const now = cost(groupQuantity, current);
  const quantityFor = (each: PriceBreak) => line.quantity + each.quantity - groupQuantity;
  const higher = breaks.filter((each) => each.quantity > groupQuantity);
  for (const each of higher) {
    const saves = now - cost(each.quantity, each);
    if (saves > 0) return { quantity: quantityFor(each), unitPrice: decimalOfMillionths(unitOf(each)), saves: minor(saves) };
  }
  const next = higher[0];
  if (next === undefined || unitOf(next) >= unitOf(current)) return null;
  return { quantity: quantityFor(next), unitPrice: decimalOfMillionths(unitOf(next)), saves: null };
}

type Base = { readonly numerator: bigint; readonly denominator: bigint; readonly unit: bigint; readonly step: PriceStep };

function baseOf(line: PricingLine, groupQuantity: number, currency: string): Base | null {
  const quantity = BigInt(line.quantity);
  if (line.unitPrice !== null) {
    const unit = millionths(line.unitPrice);
    return {
      numerator: unit * quantity,
      denominator: 1n,
      unit,
      step: { step: 'unit_price', unitPrice: line.unitPrice, amount: toMinorUnits(unit * quantity, 1n, currency) },
    };
  }
  const table = line.priceTable;
  const found = table === null ? null : (breakFor(table.breaks, groupQuantity) ?? table.breaks[0] ?? null);
  if (table === null || found === null) return null;
  const numerator = millionths(found.extendedPrice) * quantity;
  const denominator = BigInt(found.quantity);
  const unit = unitOf(found);
  return {
    numerator,
    denominator,
    unit,
    step: {
      step: 'break',
      label: table.label,
      unitPrice: decimalOfMillionths(unit),
      breakQuantity: found.quantity,
      groupQuantity,
      amount: toMinorUnits(numerator, denominator, currency),
    },
  };
}

/** Prices one line. `groupQuantity` is what chooses the break: the line's own quantity, or its break group's. */
export function priceLine(line: PricingLine, groupQuantity: number, currency: string): LineAmounts {
  const base = baseOf(line, groupQuantity, currency);
  const perLine = line.upcharges.reduce((sum, upcharge) => sum + upcharge.perLine, 0);
  const perPiece = line.upcharges.reduce((sum, upcharge) => sum + millionths(upcharge.perPiece), 0n);
  const quantity = BigInt(line.quantity);
  const steps: PriceStep[] = base === null ? [] : [base.step];
  let amount: MinorUnits = zero;
  let unit: bigint | null = null;
  const upchargeSteps = line.upcharges.map(
    (upcharge): PriceStep => ({
      step: 'upcharge',
      label: upcharge.label,
      amount: minor(upcharge.perLine + (line.override === null ? toMinorUnits(millionths(upcharge.perPiece) * quantity, 1n, currency) : 0)),
    }),
  );
  const listAmount = base === null ? null : minor(toMinorUnits(base.numerator + perPiece * quantity * base.denominator, base.denominator, currency) + perLine);
  if (line.override !== null) {
    unit = millionths(line.override.unitPrice);
    const overridden = toMinorUnits(unit * quantity, 1n, currency);
    amount = minor(overridden + perLine);
    steps.push({ step: 'override', unitPrice: line.override.unitPrice, by: line.override.by, reason: line.override.reason, listAmount, amount: overridden });
  } else if (base !== null && listAmount !== null) {
    unit = base.unit + perPiece;
    amount = listAmount;
  }
  steps.push(...upchargeSteps);
  const discount = line.discount === null ? zero : discountOn(amount, line.discount);
  if (line.discount !== null) steps.push({ step: 'line_discount', value: line.discount, amount: discount });
  const blockers: Refusal[] = [];
  if (unit === null) blockers.push({ code: 'line.no_price', lineId: line.id, pointer: '/unitPrice' });
  if (line.discount?.kind === 'fixed' && line.discount.amount > Math.max(0, amount)) {
    blockers.push({
      code: 'discount.exceeds_base',
      lineId: line.id,
      pointer: '/discount',
      detail: { discountAmount: line.discount.amount, baseAmount: amount },
    });
  }
  return {
    unitPrice: unit === null ? null : decimalOfMillionths(unit),
    amount,
    discount,
    total: minor(amount - discount),
    explanation: steps,
    hint: line.override === null && line.unitPrice === null ? hintFor(line, groupQuantity, currency) : null,
    blockers,
  };
}
