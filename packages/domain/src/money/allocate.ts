// Splitting a figure over parts: largest remainder, ties to the earliest, exact for negatives and zero weights (cases, policy 5).
import { type MinorUnits, minor } from './money.ts';

type Share = { readonly whole: number; readonly remainder: number | bigint };

function shareOf(units: number, weight: number, sumOfWeights: number): Share {
  const product = units * weight;
  if (Number.isSafeInteger(product)) {
    const remainder = product % sumOfWeights;
    return { whole: (product - remainder) / sumOfWeights, remainder };
  }
  const exact = BigInt(units) * BigInt(weight);
  const divisor = BigInt(sumOfWeights);
  return { whole: Number(exact / divisor), remainder: exact % divisor };
}

/**
 * Parts of `total`, one for each weight, that sum to it exactly; no part is off its exact share by a whole unit. Weights are whole
 * and not negative; when all are zero the shares are equal. Throws on a negative or broken weight: that is a defect of the caller.
 * @example allocate(1000, [50, 50, 50]) // 334, 333, 333
 */
export function allocate(total: MinorUnits, weights: readonly number[]): readonly MinorUnits[] {
  if (weights.length === 0) return [];
  let sumOfWeights = 0;
  for (const weight of weights) {
    if (!Number.isSafeInteger(weight) || weight < 0) throw new RangeError(`Not a weight: ${weight}`);
    sumOfWeights += weight;
  }
  if (!Number.isSafeInteger(sumOfWeights)) throw new RangeError('The weights are too large to split by');
  if (sumOfWeights === 0) return allocate(total, new Array<number>(weights.length).fill(1));
  if (weights.length === 1) return [minor(total)];
  const sign = total < 0 ? -1 : 1;
  const units = Math.abs(total);
  const parts: number[] = [];
  const remainders: (number | bigint)[] = [];
  let left = units;
  for (const weight of weights) {
    const { whole, remainder } = shareOf(units, weight, sumOfWeights);
    parts.push(whole);
    remainders.push(remainder);
    left -= whole;
  }
  if (left > 0) {
    // Comparing number with bigint is exact in JavaScript; sorting is stable, so ties stay with the earliest.
    const byRemainder = parts.map((_, index) => index);
    byRemainder.sort((a, b) => {
      const one = remainders[a] ?? 0;
      const other = remainders[b] ?? 0;
      return one > other ? -1 : one < other ? 1 : 0;
    });
    for (let at = 0; at < left; at += 1) {
      const index = byRemainder[at] ?? 0;
      parts[index] = (parts[index] ?? 0) + 1;
    }
  }
  return parts.map((part) => minor(sign * part));
}
