// Percentages round what is left, so that what the customer pays is the rounded figure and the discount is what went (cases, policy 1).
import { type MinorUnits, minor } from '../../money/money.ts';
import { scaleRounded } from '../../money/rounding.ts';

/**
 * What a percentage takes off: what is *left* is rounded, the discount is before − after (cases, policy 1). Out of range counts as the
 * nearest bound; a base that is not positive bears none.
 * @example percentageOff(8333, 500_000) // 4166: 4167 are left
 */
export function percentageOff(base: MinorUnits, ppm: number): MinorUnits {
  if (base <= 0) return minor(0);
  const rate = Math.min(1_000_000, Math.max(0, ppm));
  return minor(base - scaleRounded(base, 1_000_000 - rate, 1_000_000));
}
