import { describe, expect, test } from 'vitest';
import { longestPrefix } from './postcode.ts';

describe('longestPrefix', () => {
  test.each([
    ['the one it begins with', ['99', '10'], '10001', '10'],
    ['the longest of several', ['1', '100', '10'], '10001', '100'],
    ['the whole postcode', ['10001'], '10001', '10001'],
    ['not one that is longer than the postcode', ['10001-4'], '10001', null],
    ['not one in the middle', ['00'], '10001', null],
    ['whatever the case, spaces and hyphens', ['sw1-a'], ' Sw 1a 1AA', 'sw1-a'],
    ['none without a postcode', ['1'], '', null],
    ['an empty prefix reaches nothing', ['', ' '], '10001', null],
  ])('%s', (_, prefixes, postcode, expected) => expect(longestPrefix(prefixes, postcode)).toBe(expected));
});
