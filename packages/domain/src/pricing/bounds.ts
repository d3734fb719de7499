// How large a figure may be, so that every sum over a document stays an exact integer. What is typed beyond a bound is refused
// with the bound (cases, policy 6).
import type { Refusal } from '../core/refusal.ts';
import { parseDecimal } from '../money/parse-decimal.ts';
import { decimalOfMillionths, millionths } from '../money/rational.ts';
import type { DiscountValue, LineKind } from './types.ts';

/** Pieces on one line: seven digits. */
export const largestQuantity = 9_999_999;

/** Minor units on one line: four billion with two digits. 10,000 such lines with 100 % tax are still exact. */
export const largestLineAmount = 400_000_000_000;

/** `line.quantity_out_of_range` with the bounds, unless it is a whole number of pieces that a line can hold. */
export function checkQuantity(quantity: number): Refusal | null {
  if (Number.isInteger(quantity) && quantity >= 1 && quantity <= largestQuantity) return null;
  return { code: 'line.quantity_out_of_range', pointer: '/quantity', detail: { minimum: 1, maximum: largestQuantity } };
}

/** A billion of the currency for one piece, whole: what a person may type as a unit price. */
const largestUnitPrice = 1_000_000_000n;

/** `line.override_out_of_range` with the bounds unless it is a decimal from 0 up; a credit's goes down from 0. */
export function checkUnitPrice(unitPrice: string, kind: LineKind = 'catalog'): Refusal | null {
  const decimal = parseDecimal(unitPrice);
  const most = largestUnitPrice * 1_000_000n;
  const [minimum, maximum] = kind === 'credit' ? [-most, 0n] : [0n, most];
  if (decimal !== null && millionths(decimal) >= minimum && millionths(decimal) <= maximum) return null;
  return {
    code: 'line.override_out_of_range',
    pointer: '/unitPrice',
    detail: { minimum: decimalOfMillionths(minimum), maximum: decimalOfMillionths(maximum) },
  };
}

/**
 * Whether a typed discount is one at all: 0 to 100 %, a whole amount from 0 to what one line can hold (minor units). That it is not more
 * than its base is seen when the order is priced (`discount.exceeds_base`).
 */
export function checkDiscount(value: DiscountValue, code: 'line.discount_out_of_range' | 'discount.out_of_range'): Refusal | null {
  if (value.kind === 'percentage') {
    if (Number.isInteger(value.ppm) && value.ppm >= 0 && value.ppm <= 1_000_000) return null;
    return { code, pointer: '/discount', detail: { minimumPpm: 0, maximumPpm: 1_000_000 } };
  }
  if (Number.isSafeInteger(value.amount) && value.amount >= 0 && value.amount <= largestLineAmount) return null;
  return { code, pointer: '/discount', detail: { minimumAmount: 0, maximumAmount: largestLineAmount } };
}
