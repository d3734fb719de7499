import { describe, expect, test } from 'vitest';
import { aCatalogLine, breaks } from '../../test/an-order.ts';
import { pricedQuantities } from './priced-quantities.ts';

const mugs = breaks([12, '51.00'], [48, '172.80'], [144, '489.60']);
const sold = { breakGroup: 'mugs', quantityRule: { increment: 0, maximum: null } };
const imprint = { label: 'Imprint', perPiece: '0.50', perLine: 0 } as ReturnType<typeof aCatalogLine>['upcharges'][number];

describe('what a piece costs in each quantity', () => {
  test('is the break: 51.00 / 12 = 4.25, 172.80 / 48 = 3.60, 489.60 / 144 = 3.40, and 0.50 for the imprint', () => {
    const line = aCatalogLine('a', 5, mugs, sold);
    expect(pricedQuantities([line], 'a', 'USD').map(({ quantity, unitPrice }) => [quantity, unitPrice])).toEqual([
      [12, '4.25'],
      [48, '3.6'],
      [144, '3.4'],
    ]);
    expect(pricedQuantities([{ ...line, upcharges: [imprint] }], 'a', 'USD').map(({ unitPrice }) => unitPrice)).toEqual(['4.75', '4.1', '3.9']);
  });

  test('is that of the whole break group: 18 beside 30 are 48', () => {
    const lines = [aCatalogLine('a', 6, mugs, sold), aCatalogLine('b', 30, mugs, sold)];
    expect(pricedQuantities(lines, 'a', 'USD')).toEqual([
      { quantity: 18, groupQuantity: 48, unitPrice: '3.6' },
      { quantity: 114, groupQuantity: 144, unitPrice: '3.4' },
    ]);
  });

  test('is not asked of what is sold in other quantities too', () => {
    expect(pricedQuantities([aCatalogLine('a', 5, mugs)], 'a', 'USD')).toEqual([]);
    expect(pricedQuantities([], 'a', 'USD')).toEqual([]);
  });
});
