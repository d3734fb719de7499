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
