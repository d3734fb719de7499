import type { OrderLine } from '@backdesk/contract/order/lines.ts';
import { currencyDigits } from '@backdesk/domain/money/currency.ts';
import { largestQuantity } from '@backdesk/domain/pricing/bounds.ts';
import { decimalToMinor, minorToDecimal } from '@backdesk/ui/format/money.ts';
import { parseDecimal } from '@backdesk/ui/format/parse-decimal.ts';
import type { Read } from './figure-cell.tsx';
import { t } from './texts.ts';

/** Whole pieces; 0 with Enter takes the line out. */
export function readQuantity(text: string, locale: string): Read {
  const parsed = parseDecimal(text, locale, 0);
  if (!parsed.ok || parsed.value === null) return { ok: false, message: t.wholeNumber() };
  const quantity = Number(parsed.value);
  return quantity < 0 || quantity > largestQuantity ? { ok: false, message: t.wholeNumber() } : parsed;
}

/** A unit price of up to six places; empty gives the catalogue price back. */
export function readUnitPrice(text: string, locale: string, mayBeNegative: boolean): Read {
  const parsed = parseDecimal(text, locale, 6);
  if (!parsed.ok || (!mayBeNegative && parsed.value?.startsWith('-'))) return { ok: false, message: t.price() };
  // More is refused as a price of one piece (domain/pricing/bounds.ts).
  if (Math.abs(Number(parsed.value)) > 1e9) return { ok: false, message: t.priceTooLarge() };
  return parsed;
}

/** "5%" or an amount; empty and zero are no discount. A sign before it is taken as meant. */
export function readDiscount(text: string, locale: string, currency: string): Read {
  const isPercentage = /%/.test(text);
  const parsed = parseDecimal(
    text
      .replace('%', '')
      .replace(/^\s*[-−–]/, '')
      .replace(/^\s*[—]\s*$/, ''),
    locale,
    isPercentage ? 4 : currencyDigits(currency),
  );
  if (!parsed.ok || (isPercentage && parsed.value !== null && Number(parsed.value) > 100)) return { ok: false, message: t.discountText() };
  if (parsed.value === null || Number(parsed.value) === 0) return { ok: true, value: null };
  return { ok: true, value: isPercentage ? `${parsed.value}%` : parsed.value };
}

/** What `readDiscount` gave, as the wire takes it: a percentage in parts per million, or minor units. */
export function discountFrom(value: string | null, currency: string): OrderLine['discount'] {
  if (value === null) return null;
  // Four places of a percentage are parts per million.
  if (value.endsWith('%')) return { kind: 'percentage', ppm: decimalToMinor(value.slice(0, -1), 4) ?? 0 };
  return { kind: 'fixed', amount: { amount: decimalToMinor(value, currencyDigits(currency)) ?? 0, currency } };
}

/** A discount as text to edit: "5%", "10.00". */
export function discountText(discount: OrderLine['discount'], percent: (ppm: number) => string): string {
  if (discount === null) return '';
  if (discount.kind === 'percentage') return percent(discount.ppm);
  return minorToDecimal(discount.amount.amount, currencyDigits(discount.amount.currency));
}
