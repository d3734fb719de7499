import { expect, test } from 'vitest';
import { finderById } from './finder-by-id.ts';

const entries = ['a', 'b', 'c'].map((id) => ({ id }));

test.each([
  ['where it is asked for', 'b', 1, 'b'],
  ['elsewhere', 'c', 0, 'c'],
  ['beyond the end', 'a', 7, 'a'],
  ['not at all', 'x', 1, undefined],
] as const)('an entry is found %s', (_, id, at, found) => {
  expect(finderById(entries, (entry) => entry.id)(id, at)?.id).toBe(found);
});
