import { describe, expect, test } from 'vitest';
import { asTyped, namesOfEveryScript } from '../../test/names-of-every-script.ts';
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
    ['O‘Brien O’Brien O`Brien O´Brien', ['obrien', 'obrien', 'obrien', 'obrien']],
    ['Hawaiʻi ʿAbd', ['hawaii', 'abd']],
    ['Stra\u00adße Jean\u200dne \u200fAna\u202c', ['strasse', 'jeanne', 'ana']],
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

  test.each([
    ['a Greek word in capitals, half typed', 'ΟΔΟΣ', 'Οδοσήμανση'],
    ['a final sigma', 'οδος', 'ΟΔΟΣ'],
    ['Persian with and without its joiner', 'علیرضا', 'علی\u200cرضا'],
    ['stretched Arabic', 'محمد', 'محـــمد'],
  ])('%s begins the same', (_, typed, name) => {
    expect(searchWords(name).join(' ').startsWith(searchWords(typed).join(' '))).toBe(true);
  });

  test('10,000 names of every script: another case, other composition, no marks, half of it: all the same words', () => {
    const names = namesOfEveryScript(10_000);
    expect(new Set(names).size).toBe(10_000);
    const differing = names.filter((name) => {
      const words = searchWords(name).join(' ');
      const half = [...name].slice(0, Math.ceil([...name].length / 2)).join('');
      return (
        words === '' ||
        Object.values(asTyped(name)).some((typed) => searchWords(typed).join(' ') !== words) ||
        !words.startsWith(searchWords(half.toUpperCase()).join(' '))
      );
    });
    expect(differing).toEqual([]);
  });

  test('each word once, with a space around it', () => {
    expect(searchText(['Red Tee', 'TEE-RED-M'])).toBe(' red tee m ');
    expect(squeezed('TEE-RED-M')).toBe('teeredm');
  });
});
