import { expect, it } from 'vitest';
import { breakWord } from './break-word.ts';

const marked = (word: string) =>
  breakWord(word)
    .map((piece) => (piece === '' ? '|' : piece))
    .join('');

it.each([
  ['Sweatshirt', 'Sweatshirt'],
  ['TEE-HEAVY-RED-2026-XXL', 'TEE-HEAVY-RED-2026-XXL'],
  // Wider than it is long.
  ['W'.repeat(16), [...'W'.repeat(16)].join('|')],
  ['a'.repeat(24), 'a'.repeat(24)],
  ['a'.repeat(25), [...'a'.repeat(25)].join('|')],
  // A letter and its mark stay together.
  [`${'e\u0301'.repeat(13)}`, Array.from({ length: 13 }, () => 'e\u0301').join('|')],
  ['東京都千代田区', '東京|都|千代田|区'],
  ['เสื้อยืดคอกลม', 'เสื้อ|ยืด|คอกลม'],
])('%s may be broken as %s', (word, places) => {
  expect(marked(word)).toBe(places);
  expect(breakWord(word).join('')).toBe(word);
});
