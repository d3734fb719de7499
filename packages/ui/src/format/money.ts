import { currencyDigits } from '@backdesk/domain/money/currency.ts';
import { formatDecimalString, numberFormat } from './number-format.ts';

/** An amount as it travels: integer minor units and an ISO 4217 code. */
export type MoneyValue = { readonly amount: number; readonly currency: string };

export type MoneyStyle = {
  /** `sign` where a figure stands alone ("$204.00"); `plain` in a column of money ("204.00"). */
  readonly show?: 'sign' | 'plain';
};

/** Money as a person of that locale reads it. Exact for every safe integer: the amount never becomes a fraction. */
export function formatMoney(money: MoneyValue, locale: string, { show = 'sign' }: MoneyStyle = {}): string {
  const digits = currencyDigits(money.currency);
  const decimal = minorToDecimal(money.amount, digits);
  const options: Intl.NumberFormatOptions =
    show === 'sign'
      ? { style: 'currency', currency: money.currency, minimumFractionDigits: digits, maximumFractionDigits: digits }
      : { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return formatDecimalString(numberFormat(locale, options), decimal);
}

/** 12345 with 2 digits is "123.45"; -5 with 2 is "-0.05"; 7 with 0 is "7". */
export function minorToDecimal(amount: number, digits: number): string {
  const text = String(Math.abs(amount)).padStart(digits + 1, '0');
  const sign = amount < 0 ? '-' : '';
  return digits === 0 ? `${sign}${text}` : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** "123.45" with 2 digits is 12345. Undefined when it has more digits than the currency, or is beyond safe integers. */
export function decimalToMinor(decimal: string, digits: number): number | undefined {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal);
  if (!match) return undefined;
  const [, sign = '', whole = '0', fraction = ''] = match;
  const kept = fraction.replace(/0+$/, '');
  if (kept.length > digits) return undefined;
  const amount = Number(`${sign}${whole}${kept.padEnd(digits, '0')}`);
  if (!Number.isSafeInteger(amount)) return undefined;
  return amount === 0 ? 0 : amount;
}
