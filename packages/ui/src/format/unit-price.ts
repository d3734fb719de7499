import { currencyDigits } from '@backdesk/domain/money/currency.ts';
import type { MoneyStyle } from './money.ts';
import { formatDecimalString, numberFormat } from './number-format.ts';

/**
 * A unit price travels as a decimal string with up to six decimals ("0.145000"). It shows at least the currency's
 * digits and no trailing zeros beyond them: 8.5 reads "8.50", 0.145 reads "0.145".
 */
export function formatUnitPrice(decimal: string, currency: string, locale: string, { show = 'sign' }: MoneyStyle = {}): string {
  const digits = currencyDigits(currency);
  const base = { minimumFractionDigits: digits, maximumFractionDigits: Math.max(6, digits) };
  const options: Intl.NumberFormatOptions = show === 'sign' ? { style: 'currency', currency, ...base } : base;
  return formatDecimalString(numberFormat(locale, options), decimal);
}
