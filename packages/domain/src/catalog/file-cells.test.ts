// Cells that say several things: what is written is read back as it was.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { breaksIn, breaksText, deliveryIn, deliveryText, partsIn, partsText } from './file-cells.ts';

test.each([
  [
    '3 × PEN; SHIRT',
    [
      ['PEN', 3],
      ['SHIRT', 1],
    ],
  ],
  ['12 x PEN', [['PEN', 12]]],
  ['2*3-RING', [['2*3-RING', 1]]],
  ['2 × 3-RING', [['3-RING', 2]]],
  ['4 × A;B\n', [['A;B', 4]]],
  ['', []],
  [' ; ', []],
] as const)('%j', (text, parts) => expect(partsIn(text).map(({ sku, quantity }) => [sku, quantity])).toEqual(parts));

test.each([
  [
    '24: 180; 100: 650.5',
    [
      [24, '180'],
      [100, '650.5'],
    ],
  ],
  ['24:180', [[24, '180']]],
  ['24 at 180', null],
  ['0: 5', null],
  ['', []],
] as const)('%j', (text, breaks) => expect(breaksIn(text)?.map(({ quantity, price }) => [quantity, price]) ?? null).toEqual(breaks));

test('any SKU comes back, whatever is in it', () => {
  const sku = fc
    .string({ minLength: 1, maxLength: 20 })
    .map((text) => text.replace(/[\p{Cc}]/gu, '').trim())
    .filter((text) => text !== '');
  const parts = fc.array(fc.record({ sku, quantity: fc.integer({ min: 1, max: 10_000 }) }), { maxLength: 5 });
  fc.assert(
    fc.property(parts, (all) => {
      expect(partsIn(partsText(all))).toEqual(all);
    }),
  );
});

test.each([
  ['200 on 2026-12-03', { quantity: 200, expectedOn: '2026-12-03' }],
  [' 5  ON 2026-12-03 ', { quantity: 5, expectedOn: '2026-12-03' }],
  ['0 on 2026-12-03', null],
  ['200 on 2026-11-31', null],
  ['200', null],
  ['soon', null],
])('a delivery %j', (text, delivery) => {
  expect(deliveryIn(text)).toEqual(delivery);
  if (delivery !== null) expect(deliveryIn(deliveryText(delivery))).toEqual(delivery);
});

test('breaks come back', () => {
  const breaks = [
    { quantity: 24, price: '180' },
    { quantity: 144, price: '520.000001' },
  ];
  expect(breaksIn(breaksText(breaks))).toEqual(breaks);
});
