import { describe, expect, test } from 'vitest';
import { type ChoiceLine, choiceRefusals, settleChoice } from './settle-choice.ts';

const line = (id: string, more: Partial<ChoiceLine> = {}): ChoiceLine => ({
  id,
  parentLineId: null,
  optional: false,
  chosen: true,
  choiceGroup: null,
  ...more,
});
const oneOf = (id: string, choiceGroup: string, chosen = false) => line(id, { optional: true, chosen, choiceGroup });
const shown = (lines: readonly ChoiceLine[]) => lines.map(({ id, optional, chosen, choiceGroup }) => [id, optional, chosen, choiceGroup]);

describe('optional lines', () => {
  test.each([
    ['made optional, it is left out', line('a'), { optional: true }, ['a', true, false, null]],
    ['made optional and chosen at once', line('a'), { optional: true, chosen: true }, ['a', true, true, null]],
    ['chosen', line('a', { optional: true, chosen: false }), { chosen: true }, ['a', true, true, null]],
    ['counted again, it is in no group', oneOf('a', 'Print'), { optional: false }, ['a', false, true, null]],
    ['put into a group it is optional', line('a'), { choiceGroup: 'Print' }, ['a', true, false, 'Print']],
    ['out of its group it stays optional', oneOf('a', 'Print', true), { choiceGroup: null }, ['a', true, true, null]],
    ['a line that counts cannot be left out', line('a'), { chosen: false }, ['a', false, true, null]],
  ])('%s', (_, before, patch, after) => {
    expect(shown(settleChoice([before], 'a', patch))).toEqual([after]);
  });

  test('choosing one takes the choice from the others of its group, and from no other line', () => {
    const lines = [oneOf('a', 'Print', true), oneOf('b', 'Print'), oneOf('c', 'Lid', true), line('d')];
    const settled = settleChoice(lines, 'b', { chosen: true });
    expect(shown(settled).map(([id, , chosen]) => [id, chosen])).toEqual([
      ['a', false],
      ['b', true],
      ['c', true],
      ['d', true],
    ]);
    expect([settled[2], settled[3]]).toEqual([lines[2], lines[3]]);
    expect(settled[3]).toBe(lines[3]);
  });

  test('nothing asked: the very same lines, without a look at each', () => {
    const lines = [line('a'), oneOf('b', 'Print', true)];
    expect(settleChoice(lines, 'b', { optional: undefined })).toBe(lines);
  });

  test('what hangs on a line goes with it', () => {
    const lines = [line('a'), line('setup', { parentLineId: 'a' })];
    expect(shown(settleChoice(lines, 'a', { choiceGroup: 'Print' }))).toEqual([
      ['a', true, false, 'Print'],
      ['setup', true, false, null],
    ]);
  });
});

test('a group without a choice is told once, at its first line; an optional line by itself is not', () => {
  const lines = [line('a', { optional: true, chosen: false }), oneOf('b', 'Print'), oneOf('c', 'Print'), oneOf('d', 'Lid', true), oneOf('e', 'Lid')];
  expect(choiceRefusals(lines)).toEqual([{ code: 'line.choice_open', lineId: 'b', pointer: '/lines/1/chosen', detail: { group: 'Print' } }]);
});
