import { expect, test } from 'vitest';
import { readQuantity, readUnitPrice } from './read-figures.ts';

const says = (read: ReturnType<typeof readQuantity>) => (read.ok ? read.value : read.message);

test.each([
  ['24', '24'],
  ['1,000', '1000'],
  ['9999999', '9999999'],
  ['0', '0'],
  ['-1', 'A whole number from 1 to 9,999,999'],
  ['1.5', 'A whole number from 1 to 9,999,999'],
  ['1000000000', 'A whole number from 1 to 9,999,999'],
  ['some', 'A whole number from 1 to 9,999,999'],
])('a quantity typed as %s', (text, is) => expect(says(readQuantity(text, 'en-US'))).toBe(is));

test.each([
  ['0', '0', false],
  ['8.123456', '8.123456', false],
  ['-1', 'A price from 0, with up to six decimals', false],
  ['-1', '-1', true],
  ['0.0000001', 'A price from 0, with up to six decimals', false],
  ['1000000000', '1000000000', false],
  ['1000000000.01', 'A price up to 1,000,000,000', false],
  ['-99999999999999', 'A price up to 1,000,000,000', true],
] as const)('a price typed as %s', (text, is, mayBeNegative) => expect(says(readUnitPrice(text, 'en-US', mayBeNegative))).toBe(is));
