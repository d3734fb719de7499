// An amount in the plain words of a history: digits of its currency, a point, the code; the same in every locale.
import { currencyDigits } from './currency.ts';

/** "1234.50 USD" of minor units. */
export function amountInWords(minorUnits: number, currency: string): string {
  const digits = currencyDigits(currency);
  const text = String(Math.abs(minorUnits)).padStart(digits + 1, '0');
  const major = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
  return `${minorUnits < 0 ? '-' : ''}${major} ${currency}`;
}
