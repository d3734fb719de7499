// Exact arithmetic for prices: a decimal string of up to six places is a whole number of millionths, so every price
// question is one division of big integers, rounded once. Decision record 0003 (rounding).
import { currencyDigits } from './currency.ts';
import type { DecimalString, MinorUnits } from './money.ts';
import { divideRounded } from './rounding.ts';

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

/** `numerator ÷ denominator` millionths of a major unit as minor units of the currency, rounded half away from zero, once. */
export function toMinorUnits(numerator: bigint, denominator: bigint, currency: string): MinorUnits {
  const amount = Number(divideRounded(numerator * 10n ** BigInt(currencyDigits(currency)), denominator * 1_000_000n));
  if (!Number.isSafeInteger(amount)) throw new RangeError('The amount is larger than can be held exactly');
  return amount as MinorUnits;
}
