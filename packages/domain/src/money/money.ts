// Amounts are whole minor units of their currency (cents, yen, fils) in a safe integer; unit prices and extended break
// prices are decimal strings of up to six places, worked with as exact rationals. No float ever holds money.
// Decision record 0002 (money).

/** Whole minor units of a currency: 1050 is 10.50 USD, 1050 JPY, 1.050 KWD. Always a safe integer. */
export type MinorUnits = number & { readonly __brand: 'MinorUnits' };

/** ISO 4217 code, upper case. */
export type CurrencyCode = string;

/** A decimal in major units, up to six places, '.' as the mark, optional leading '-': "8.5", "0.145", "850". */
export type DecimalString = string;

/** An amount with its currency, as it goes over the wire. */
export type Money = { readonly amount: MinorUnits; readonly currency: CurrencyCode };

/** A whole, safe number as minor units. Throws on fractions and beyond 2^53: an amount is never silently rounded. */
export function minor(amount: number): MinorUnits {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`Not an amount in minor units: ${amount}`);
  return (amount === 0 ? 0 : amount) as MinorUnits;
}

export const zero = 0 as MinorUnits;

export function add(left: MinorUnits, right: MinorUnits): MinorUnits {
  return minor(left + right);
}

export function subtract(left: MinorUnits, right: MinorUnits): MinorUnits {
  return minor(left - right);
}

/** The same amount on the other side: what was charged as what is given back. */
export function negate(amount: MinorUnits): MinorUnits {
  return minor(-amount);
}

export function sum(amounts: Iterable<MinorUnits>): MinorUnits {
  let total = 0;
  for (const amount of amounts) total += amount;
  return minor(total);
}
