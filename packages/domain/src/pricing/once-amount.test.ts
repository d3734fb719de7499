import { expect, it } from 'vitest';
import { onceAmount } from './once-amount.ts';

it.each([
  { perLine: [], once: 0 },
  { perLine: [0], once: 0 },
  // 25.00 for the plate and 5.00 for the engraving; what is charged by the piece adds nothing.
  { perLine: [2500, 0, 500], once: 3000 },
  { perLine: [2500, -500], once: 2000 },
])('$perLine add $once once', ({ perLine, once }) => {
  expect(onceAmount(perLine.map((amount) => ({ perLine: amount })))).toBe(once);
});
