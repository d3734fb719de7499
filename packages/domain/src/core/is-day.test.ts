import { expect, test } from 'vitest';
import { isDay } from './is-day.ts';

test.each([
  ['2026-11-30', true],
  ['2026-11-31', false],
  ['2028-02-29', true],
  ['2027-02-29', false],
  ['2100-02-29', false],
  ['2000-02-29', true],
  ['1899-12-31', false],
  ['2999-12-31', true],
  ['3000-01-01', false],
  ['2026-1-3', false],
  ['3.12.2026', false],
  ['', false],
])('%j: %s', (text, is) => expect(isDay(text)).toBe(is));
