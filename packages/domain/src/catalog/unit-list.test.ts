import { expect, test } from 'vitest';
import { offeredUnits, startingUnits } from './unit-list.ts';

const listed = (name: string, pieces: number | null, active = true) => ({ name, pieces, active });

test('the list in its order, then what is in use besides; pieces that the list does not say are those of most variants', () => {
  const inUse = [
    { name: 'Case', pieces: 24 },
    { name: 'case', pieces: 12 },
    { name: 'sleeve', pieces: 30 },
  ];
  expect(offeredUnits([listed('roll', 50), listed('case', null), listed('box', null)], inUse)).toEqual([
    { name: 'roll', pieces: 50 },
    { name: 'case', pieces: 24 },
    { name: 'box', pieces: 1 },
    { name: 'sleeve', pieces: 30 },
  ]);
});

test('what is switched off is not offered, in use or not', () => {
  expect(offeredUnits([listed('case', 12, false)], [{ name: 'Case', pieces: 12 }])).toEqual([]);
});

test('a new account starts with what is common', () => {
  expect(offeredUnits(startingUnits, [])).toContainEqual({ name: 'dozen', pieces: 12 });
});
