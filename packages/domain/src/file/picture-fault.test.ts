import { expect, test } from 'vitest';
import { pictureFaults, secondsUntilNext } from './picture-fault.ts';

test('what does not answer is tried three times more, ever later; anything else is given up at once', () => {
  expect([1, 2, 3, 4].map((tries) => secondsUntilNext('unreachable', tries))).toEqual([300, 3_600, 43_200, null]);
  for (const fault of pictureFaults.filter((each) => each !== 'unreachable')) expect(secondsUntilNext(fault, 1)).toBeNull();
});
