// How large a figure may be, so that every sum over a document stays an exact integer. What is typed beyond a bound is refused
// with the bound (cases, policy 6).
import type { Refusal } from '../core/refusal.ts';
import { parseDecimal } from '../money/parse-decimal.ts';
import { millionths } from '../money/rational.ts';
import type { DiscountValue } from './types.ts';

/** Pieces on one line. */
export const largestQuantity = 10_000_000;

/** Minor units on one line: four billion with two digits. 10,000 such lines with 100 % tax are still exact. */
export const largestLineAmount = 400_000_000_000;

/** `line.quantity_out_of_range` with the bounds, unless it is a whole number of pieces that a line can hold. */
export function checkQuantity(quantity: number): Refusal | null {
  if (Number.isInteger(quantity) && quantity >= 1 && quantity <= largestQuantity) return null;
  return { code: 'line.quantity_out_of_range', pointer: '/quantity', detail: { minimum: 1, maximum: largestQuantity } };
}

/** `line.override_out_of_range` unless it is a decimal from 0 up (a credit is its own kind of line). */
export function checkUnitPrice(unitPrice: string): Refusal | null {
  const decimal = parseDecimal(unitPrice);
  if (decimal !== null && millionths(decimal) >= 0n && millionths(decimal) <= 1_000_000_000_000_000n) return null;
  return { code: 'line.override_out_of_range', pointer: '/unitPrice', detail: { minimum: '0', maximum: '1000000000' } };
}

/** Whether a typed discount is one at all: 0 to 100 %, an amount from 0 to its base (minor units). */
export function checkDiscount(value: DiscountValue, baseAmount: number, code: 'line.discount_out_of_range' | 'discount.out_of_range'): Refusal | null {
  if (value.kind === 'percentage') {
    if (Number.isInteger(value.ppm) && value.ppm >= 0 && value.ppm <= 1_000_000) return null;
    return { code, pointer: '/discount', detail: { minimumPpm: 0, maximumPpm: 1_000_000 } };
  }
  if (Number.isSafeInteger(value.amount) && value.amount >= 0 && value.amount <= Math.max(0, baseAmount)) return null;
  return { code, pointer: '/discount', detail: { minimumAmount: 0, maximumAmount: Math.max(0, baseAmount) } };
}
