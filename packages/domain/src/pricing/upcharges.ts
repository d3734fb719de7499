// What the customization of a line adds to its price: for each piece (by quantity where there are breaks), in parts per million of the
// price before it, and once. Exact; the line rounds once. Decision record 0021.
import type { DecimalString } from '../money/money.ts';
import { decimalOfMillionths, millionths, priceOfPieces, roundedMinorUnits } from '../money/rational.ts';
import { divideRounded } from '../money/rounding.ts';
import type { Upcharge } from './types.ts';

const million = 1_000_000n;

/** Millionths of a major unit for each piece, and parts per million of the price. */
export type Added = { readonly perPiece: bigint; readonly ppm: bigint };

export const nothingAdded: Added = { perPiece: 0n, ppm: 0n };

/** The break of an upcharge that a quantity reaches; null: its price for a piece as it stands. */
export function upchargeBreak({ breaks }: Upcharge, quantity: number) {
  return breaks?.findLast((each) => each.quantity <= quantity) ?? null;
}

/** One upcharge on top of others, for the pieces of a break group in all. */
export function withUpcharge(added: Added, upcharge: Upcharge, groupQuantity: number): Added {
  const perPiece = upchargeBreak(upcharge, groupQuantity)?.perPiece ?? upcharge.perPiece;
  return { perPiece: added.perPiece + millionths(perPiece), ppm: added.ppm + BigInt(upcharge.ppm ?? 0) };
}

export function addedBy(upcharges: readonly Upcharge[], groupQuantity: number): Added {
  return upcharges.reduce((added, upcharge) => withUpcharge(added, upcharge, groupQuantity), nothingAdded);
}

/** A price for so many pieces together. */
type Base = { readonly price: DecimalString; readonly per: number };

/**
 * What `pieces` cost with what is added to each: minor units, computed exactly, rounded once.
 * @example amountWith({ price: '10', per: 1 }, { perPiece: 500_000n, ppm: 100_000n }, 3, 'USD') // 3 × (10 + 1 + 0.50) = 3450
 */
export function amountWith({ price, per }: Base, added: Added, pieces: number, currency: string): number {
  if (added.perPiece === 0n && added.ppm === 0n) return priceOfPieces(price, pieces, per, currency);
  const together = millionths(price) * (million + added.ppm) + added.perPiece * BigInt(per) * million;
  return roundedMinorUnits(together * BigInt(pieces), BigInt(per) * million, currency);
}

/** The price of a piece with what is added to it, up to six places, for display. */
export function unitPriceWith(unitPrice: DecimalString, { perPiece, ppm }: Added): DecimalString {
  if (perPiece === 0n && ppm === 0n) return unitPrice;
  return decimalOfMillionths(divideRounded(millionths(unitPrice) * (million + ppm), million) + perPiece);
}
