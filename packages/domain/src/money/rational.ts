// Exact arithmetic for prices: a decimal string of up to six places is a whole number of millionths, so every price
// question is one division of big integers, rounded once. Decision record 0003 (rounding).
import { currencyDigits } from './currency.ts';
import type { DecimalString } from './money.ts';
import { divideRounded, scaleRounded } from './rounding.ts';

const decimalPattern = /^(-?)(\d+)(?:\.(\d{1,6}))?$/;

/** Whole millionths of a major unit: "3.5" is 3,500,000n. Throws on anything that is not a decimal of up to six places. */
export function millionths(decimal: DecimalString): bigint {
  const match = decimalPattern.exec(decimal);
  if (match === null) throw new RangeError(`Not a decimal of up to six places: ${decimal}`);
  const [, sign, whole = '0', fraction = ''] = match;
  const value = BigInt(whole) * 1_000_000n + BigInt(fraction.padEnd(6, '0'));
  return sign === '-' ? -value : value;
}

/** The decimal string of whole millionths, without trailing zeros: 3500000n is "3.5". */
export function decimalOfMillionths(value: bigint): DecimalString {
  const positive = value < 0n ? -value : value;
  const fraction = String(positive % 1_000_000n)
    .padStart(6, '0')
    .replace(/0+$/, '');
  const whole = String(positive / 1_000_000n);
  return `${value < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

/**
 * `numerator ÷ denominator` millionths of a major unit as minor units of the currency, rounded half away from zero, once. Not checked
 * against the safe integers: `minor()` does that, or the caller's own bound.
 */
export function roundedMinorUnits(numerator: bigint, denominator: bigint, currency: string): number {
  return Number(divideRounded(numerator * 10n ** BigInt(currencyDigits(currency)), denominator * 1_000_000n));
}

const powersOfTen = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000] as const;
const [digitZero, digitNine, mark, minus] = ['0', '9', '.', '-'].map((character) => character.charCodeAt(0)) as [number, number, number, number];

/**
 * The same as `millionths` as a plain number while it has at most nine digits before the mark; null for what is longer. Most prices are
 * short, and a document of 5,000 lines asks for tens of thousands of them while someone types.
 */
function plainMillionths(decimal: DecimalString): number | null {
  const negative = decimal.charCodeAt(0) === minus;
  let value = 0;
  let digits = 0;
  let places = -1;
  for (let at = negative ? 1 : 0; at < decimal.length; at += 1) {
    const code = decimal.charCodeAt(at);
    if (code === mark && places < 0 && digits > 0) {
      if (digits > 9) return null;
      places = 0;
      continue;
    }
    if (code < digitZero || code > digitNine || places === 6) return null;
    value = 10 * value + (code - digitZero);
    digits += 1;
    if (places >= 0) places += 1;
    if (digits > 15) return null;
  }
  if (digits === 0 || places === 0 || (places < 0 && digits > 9)) return null;
  const whole = value * (powersOfTen[6 - Math.max(0, places)] ?? 1);
  return negative ? 0 - whole : whole;
}

function decimalOfPlain(value: number): DecimalString {
  const positive = Math.abs(value);
  const fraction = positive % 1_000_000;
  const whole = `${value < 0 ? '-' : ''}${(positive - fraction) / 1_000_000}`;
  if (fraction === 0) return whole;
  return `${whole}.${String(fraction + 1_000_000)
    .slice(1)
    .replace(/0+$/, '')}`;
}

/**
 * What `quantity` pieces cost when `per` of them cost `price` (major units): minor units, computed exactly, rounded once. Not checked
 * against the safe integers: `minor()` does that, or the caller's own bound.
 * @example priceOfPieces('850', 150, 100, 'USD') // 127_500
 */
export function priceOfPieces(price: DecimalString, quantity: number, per: number, currency: string): number {
  const divisor = per * (powersOfTen[6 - currencyDigits(currency)] ?? 1);
  const plain = plainMillionths(price);
  if (plain !== null) return scaleRounded(plain, quantity, divisor);
  return Number(divideRounded(millionths(price) * BigInt(quantity), BigInt(divisor)));
}

/** `price ÷ per` as a decimal of up to six places, for display only: the price of one when `per` cost `price`. */
export function unitDecimal(price: DecimalString, per: number): DecimalString {
  const plain = plainMillionths(price);
  return plain === null ? decimalOfMillionths(divideRounded(millionths(price), BigInt(per))) : decimalOfPlain(scaleRounded(plain, 1, per));
}

/** Whether a piece is cheaper in the first price than in the second, exactly. */
export function isCheaperEach(
  first: { readonly price: DecimalString; readonly per: number },
  second: { readonly price: DecimalString; readonly per: number },
): boolean {
  const left = (plainMillionths(first.price) ?? Number.NaN) * second.per;
  const right = (plainMillionths(second.price) ?? Number.NaN) * first.per;
  if (Number.isSafeInteger(left) && Number.isSafeInteger(right)) return left < right;
  return millionths(first.price) * BigInt(second.per) < millionths(second.price) * BigInt(first.per);
}
