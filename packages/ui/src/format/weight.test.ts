import { expect, test } from 'vitest';
import { formatWeight } from './weight.ts';

test.each([
  [850, 'en-GB', '850 g'],
  [2_400, 'en-GB', '2.4 kg'],
  [7_200, 'de-DE', '7,2 kg'],
  [178_800, 'de-DE', '178,8 kg'],
  [2_400, 'en-US', '5.3 lb'],
  [100, 'en-US', '0.22 lb'],
  [0, 'en-US', '0 lb'],
])('%i g in %s: %s', (grams, locale, said) => expect(formatWeight(grams, locale).replace(/\s/g, ' ')).toBe(said));
