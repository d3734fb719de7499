// What a person or a file writes as a price, strictly: digits, one '.', up to six places. No thousands marks, no exponents, no spaces:
// turning "1,234.50" into a number is the screen's job, which knows the locale.
import type { DecimalString } from './money.ts';
import { decimalOfMillionths, millionths } from './rational.ts';

/** The largest price that is taken: 14 digits before the mark, what `numeric(20,6)` holds. */
const pattern = /^-?\d{1,14}(?:\.\d{1,6})?$/;

/** The decimal in its shortest form ("08.50" is "8.5"), or null when the text is not a decimal of up to six places. */
export function parseDecimal(text: string): DecimalString | null {
  return pattern.test(text) ? decimalOfMillionths(millionths(text)) : null;
}

/** −1, 0 or 1, as the left decimal is smaller, equal or larger. */
export function compareDecimals(left: DecimalString, right: DecimalString): number {
  const difference = millionths(left) - millionths(right);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
