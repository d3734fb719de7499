import { describe, expect, test } from 'vitest';
import { searchText, searchWords, squeezed } from './search-words.ts';

describe('what a text is found by', () => {
  test.each([
    ['Tool - Ice 15mm Wrench', ['tool', 'ice', '15mm', 'wrench']],
    ["Men's Tee", ['mens', 'tee']],
    ['Müller Crème BRÛLÉE', ['muller', 'creme', 'brulee']],
    ['Straße Ærø Łódź', ['strasse', 'aero', 'lodz']],
    ['100%_off', ['100', 'off']],
    ['tee tee', ['tee', 'tee']],
    ['ﬁne ２４', ['fine', '24']],
    ['%_\'"\\', []],
    ['', []],
  ])('%s', (text, words) => {
    expect(searchWords(text)).toEqual(words);
  });

  test('letters of any script and emoji come out as plain letters, the same wherever they stand', () => {
    expect(searchWords('红衬衫')).toEqual(['q7ea2zq886czq886bz']);
    expect(searchWords('红衬衫')[0]).toContain(searchWords('衬衫')[0]);
    expect(searchWords('قميص')[0]).toMatch(/^[a-z0-9]+$/);
    expect(searchWords('🔥')).toEqual(['q1f525z']);
  });

  test('marks do not matter: composed, decomposed and left out are one', () => {
    expect(searchWords('Cafe\u0301')).toEqual(searchWords('Café'));
    expect(searchWords('قَمِيص')).toEqual(searchWords('قميص'));
  });

  test('each word once, with a space around it', () => {
    expect(searchText(['Red Tee', 'TEE-RED-M'])).toBe(' red tee m ');
    expect(squeezed('TEE-RED-M')).toBe('teeredm');
  });
});
