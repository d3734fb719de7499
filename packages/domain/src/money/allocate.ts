// Splitting a figure over parts: largest remainder, ties to the earliest, exact for negatives and zero weights (cases, policy 5).
import { type MinorUnits, minor } from './money.ts';

/**
 * Parts of `total`, one for each weight, that sum to it exactly; no part is off its exact share by a whole unit. Weights are whole
 * and not negative; when all are zero the shares are equal.
 * @example allocate(1000, [50, 50, 50]) // 334, 333, 333
 */
export function allocate(total: MinorUnits, weights: readonly number[]): readonly MinorUnits[] {
  if (weights.length === 0) return [];
  const sumOfWeights = weights.reduce((sum, weight) => sum + weight, 0);
  if (sumOfWeights === 0)
    return allocate(
      total,
      weights.map(() => 1),
    );
  const sign = total < 0 ? -1 : 1;
  const units = BigInt(Math.abs(total));
  const whole = BigInt(sumOfWeights);
  const shares = weights.map((weight) => units * BigInt(weight));
  const parts = shares.map((share) => Number(share / whole));
  const remainders = shares.map((share, index) => ({ index, remainder: share % whole }));
  let left = Math.abs(total) - parts.reduce((sum, part) => sum + part, 0);
  remainders.sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
  for (const { index } of remainders) {
    if (left === 0) break;
    parts[index] = (parts[index] ?? 0) + 1;
    left -= 1;
  }
  return parts.map((part) => minor(sign * part));
}
