// A price raised or lowered by a percentage, as bulk edits do it: exactly, rounded once, to the places that prices of the currency have or
// that the price had already.
import { currencyDigits } from '../money/currency.ts';
import type { CurrencyCode, DecimalString } from '../money/money.ts';
import { decimalOfMillionths, millionths } from '../money/rational.ts';
import { divideRounded } from '../money/rounding.ts';

/** How much a list price may be changed at once, in parts per million: down by 90 %, up tenfold. */
export const mostPriceCut = -900_000;
export const mostPriceRise = 10_000_000;

/**
 * The price (major units) changed by `ppm` parts per million of it.
 * @example adjustedPrice('9.50', 35_000, 'USD') // +3.5 %: '9.83'
 */
export function adjustedPrice(price: DecimalString, ppm: number, currency: CurrencyCode): DecimalString {
  const places = Math.max(currencyDigits(currency), placesOf(price));
  const unit = 10n ** BigInt(6 - places);
  const changed = divideRounded(millionths(price) * BigInt(1_000_000 + ppm), 1_000_000n * unit);
  return decimalOfMillionths(changed * unit);
}

const placesOf = (price: DecimalString) => price.split('.')[1]?.replace(/0+$/, '').length ?? 0;
