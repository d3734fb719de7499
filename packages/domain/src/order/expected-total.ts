// Issuing and submitting may say which total was seen; another one is refused with the difference, never charged in silence (cases,
// "Lifecycle"; design "Prices in time").
import type { Refusal } from '../core/refusal.ts';
import { type Money, subtract } from '../money/money.ts';

/** `order.moved` with the difference when the total is not the one the person saw; null when it is, or none was given. */
export function expectedTotalRefusal(expected: Money | undefined, now: Money): Refusal | null {
  if (expected === undefined || (expected.amount === now.amount && expected.currency === now.currency)) return null;
  const difference = expected.currency === now.currency ? subtract(now.amount, expected.amount) : null;
  return {
    code: 'order.moved',
    pointer: '/expectedTotal',
    detail: { expectedAmount: expected.amount, totalAmount: now.amount, differenceAmount: difference, currency: now.currency },
  };
}
