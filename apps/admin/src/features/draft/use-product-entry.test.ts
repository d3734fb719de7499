import { describe, expect, test } from 'vitest';
import { aHit } from '../../../test/fake-desk.ts';
import { readEntry } from './read-entry.ts';
import { isDefinite, isFigureUnread } from './use-product-entry.ts';

const mug = aHit('MUG-11-NVY', 'Mug 3.5 oz', [[1, '4.10']]);

describe('a figure before the words', () => {
  test.each(['0 mug', '-1 mug', '1,5 mug-11-nvy', '0.5 mug', '99999999 mug', '99999999x mug', 'mug x 99999999'])(
    '%s is no quantity, and one is not added for it',
    (text) => {
      expect(isFigureUnread(readEntry(text), mug)).toBe(true);
      expect(isDefinite(readEntry(text), [mug], true)).toBe(false);
    },
  );

  test.each(['3.5 oz mug', '11 mug', '24 x mug', 'mug', 'mug-11-nvy'])('%s is a quantity or of the name', (text) => {
    expect(isFigureUnread(readEntry(text), mug)).toBe(false);
    expect(isDefinite(readEntry(text), [mug], true)).toBe(true);
  });
});
