import { describe, expect, test } from 'vitest';
import { previewLine } from '../editing/preview-line.ts';
import { priceMatrix } from './price-matrix.ts';

/** A tee at 10.00, or 180.00 for 24; all sizes of it share their breaks. */
function aTee(sku: string, rule: { increment: number | null; maximum: number | null } = { increment: null, maximum: null }) {
  const breaks = [
    { quantity: 1, extendedPrice: '10.00' },
    { quantity: 24, extendedPrice: '180.00' },
  ];
  const sold = {
    id: sku,
    productId: 'tee',
    sku,
    name: 'Heavy tee',
    productCode: 'TEE',
    options: [{ name: 'Size', value: sku }],
    imageUrl: null,
    priceTable: { source: 'list' as const, label: 'List', breaks },
    currency: 'USD',
    quantityRule: rule,
    unit: null,
    breakGroup: 'tee',
    configurationOptions: [],
    charges: [],
    parts: [],
    taxCategory: 'standard',
    ships: true,
    weightGrams: 200,
  };
  return previewLine(sold, 1, sku);
}

describe('a matrix of quantities', () => {
  test('all cells choose the break together, and an empty cell has the price of the others', () => {
    const lines = ['S', 'M', 'L'].map((sku) => aTee(sku));
    const priced = priceMatrix(
      lines,
      new Map([
        ['S', 12],
        ['M', 12],
      ]),
      [],
      'USD',
    );
    // 24 pieces are 7.50 each: 12 × 7.50 + 12 × 7.50
    expect(priced).toMatchObject({ pieces: 24, lineCount: 2, amount: 18_000, refusal: null });
    expect([...priced.unitPrices.values()]).toEqual(['7.5', '7.5', '7.5']);
  });
  test('what is on the order already counts for the break, not for the sum', () => {
    const present = { ...aTee('S'), id: 'on-order', quantity: 20 };
    const priced = priceMatrix(
      ['S', 'M'].map((sku) => aTee(sku)),
      new Map([['M', 4]]),
      [present],
      'USD',
    );
    // 20 + 4 are 24: 4 × 7.50
    expect(priced).toMatchObject({ pieces: 4, amount: 3_000 });
  });
  test('a rule of the group refuses, whichever line it is reported on', () => {
    const lines = ['S', 'M'].map((sku) => aTee(sku, { increment: 12, maximum: null }));
    // In steps of 12 from the lowest break: 1, 13, 25.
    expect(priceMatrix(lines, new Map([['S', 7]]), [], 'USD').refusal?.code).toBe('line.not_in_increment');
    expect(
      priceMatrix(
        lines,
        new Map([
          ['S', 8],
          ['M', 5],
        ]),
        [],
        'USD',
      ).refusal,
    ).toBe(null);
    expect(priceMatrix(lines, new Map(), [], 'USD')).toMatchObject({ pieces: 0, amount: 0, refusal: null });
  });
});
