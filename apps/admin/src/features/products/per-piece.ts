import type { DecimalString } from '@backdesk/domain/money/money.ts';
import { decimalOfMillionths, millionths } from '@backdesk/domain/money/rational.ts';
import { divideRounded } from '@backdesk/domain/money/rounding.ts';

/** What one piece of a break costs, to six places, to be read: 12 for "145.20" is "12.1". The order itself prices with the exact fraction. */
export function perPiece(extendedPrice: DecimalString, quantity: number): DecimalString {
  return decimalOfMillionths(divideRounded(millionths(extendedPrice), BigInt(quantity)));
}
