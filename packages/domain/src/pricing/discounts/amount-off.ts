// The one place where the two kinds of discount meet: what either takes off a base, always from nothing to all of it (cases, policy 6).
import type { MinorUnits } from '../../money/money.ts';
import type { DiscountValue } from '../types.ts';
import { fixedOff } from './fixed.ts';
import { percentageOff } from './percentage.ts';

/** What a discount takes off a base, minor units, 0 to the base. */
export function amountOff(base: MinorUnits, value: DiscountValue): MinorUnits {
  return value.kind === 'fixed' ? fixedOff(base, value.amount) : percentageOff(base, value.ppm);
}
