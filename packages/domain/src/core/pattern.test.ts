// The engine against the language's own on patterns that both know, and what it leaves out.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../../test/runs.ts';
import { matchesPattern, parsePattern } from './pattern.ts';

const matches = (source: string, text: string) => {
  const pattern = parsePattern(source);
  return pattern === null ? 'no pattern' : matchesPattern(pattern, text);
};

describe('what it takes', () => {
  test.each([
    ['[A-Z]{2}-\\d{4}', 'AB-1234', true],
    ['[A-Z]{2}-\\d{4}', 'AB-123', false],
    ['[A-Z]{2}-\\d{4}', 'xAB-1234', false],
    ['^PO\\d+$', 'PO7', true],
    ['PO\\$', 'PO$', true],
    ['(red|green|)', '', true],
    ['(?:ab)*c?', 'ababc', true],
    ['[^\\]x]+', 'a-b', true],
    ['\\p{L}+', 'Zoë', true],
    ['.', '🎉', true],
    ['a{2,}', 'a', false],
    ['a{0,2}b', 'aab', true],
    ['(a*)*b', 'aaab', true],
    ['1/2', '1/2', true],
    ['a\\.b', 'axb', false],
  ])('%s on %s: %s', (source, text, expected) => expect(matches(source, text)).toBe(expected));
});

test.each(['', '(a', 'a)', '[z-a]', '[', 'a**', 'a+?', '(?=a)', '(a)\\1', '\\b', 'a{3,1}', '\\', '(?<n>a)', 'x'.repeat(201), '((a{99}){99}){99}'])(
  '%s is no pattern',
  (source) => {
    expect(parsePattern(source)).toBeNull();
  },
);

test.each([
  ['(a+)+$', `${'a'.repeat(1000)}!`],
  ['(a|aa)+', `${'a'.repeat(1000)}!`],
  ['(.*)*=.*', 'x'.repeat(1000)],
  ['a{0,99}a{0,99}a{0,99}a{0,99}b', 'a'.repeat(390)],
])('%s answers, where another engine would go back and forth for years', (source, text) => expect(matches(source, text)).toBe(false));

test('it says what the language’s own engine says', () => {
  const atom = fc.constantFrom('a', 'b', '[ab]', '[^a]', '.', '\\d', '(a|b)', '(?:ab|a)', 'a-', '1');
  const piece = fc.tuple(atom, fc.constantFrom('', '*', '+', '?', '{2}', '{1,3}', '{1,}')).map((parts) => parts.join(''));
  const source = fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(''));
  const text = fc.array(fc.constantFrom('a', 'b', '1', '-'), { maxLength: 8 }).map((characters) => characters.join(''));
  fc.assert(
    fc.property(source, text, (pattern, typed) => matches(pattern, typed) === new RegExp(`^(?:${pattern})$`, 'su').test(typed)),
    runs,
  );
});
