// A fixed discount is in the price mode of the order and never takes more than there is (cases, policies 2 and 6).
import { type MinorUnits, minor } from '../../money/money.ts';

/** What a fixed discount takes off: itself, up to the base and never below zero (cases, policy 6). */
export function fixedOff(base: MinorUnits, amount: MinorUnits): MinorUnits {
  return minor(Math.max(0, Math.min(amount, base)));
}
