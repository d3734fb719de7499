import { describe, expect, test } from 'vitest';
import { filledLine } from './primitives.ts';

describe('a line that names something', () => {
  test.each([
    ['spaces', '   '],
    ['a mark without a width', '\u200b'],
    ['marks of direction', '\u202e\u2066'],
    ['a Hangul filler', '\u3164'],
    ['nothing', ''],
  ])('not of %s alone', (_, value) => expect(filledLine(20).safeParse(value).success).toBe(false));
  test.each(['=1', '0', '.', '株', '👩‍👩‍👧', 'نص', '\u202eab'])('%s', (value) => expect(filledLine(20).parse(value)).toBe(value));
});
