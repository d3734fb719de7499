import { expect, test } from 'vitest';
import type { LineKind } from '../pricing/types.ts';
import { bundleTotals, partLineIds, shownFigures, subtotals } from './bundle-totals.ts';

const line = (id: string, kind: LineKind, totalAmount: number, parentLineId: string | null = null) => ({
  ...{ id, kind, totalAmount, parentLineId },
  optional: false,
  chosen: true,
});
const kit = [
  line('kit', 'bundle', 0),
  line('shirt', 'catalog', 4_000, 'kit'),
  line('pen', 'catalog', 2_400, 'kit'),
  line('setup', 'charge', 3_500, 'kit'),
  line('mug', 'catalog', 900),
];

test('a bundle comes to its own amount and that of its parts; what it is charged beside them stands by itself', () => {
  expect([...bundleTotals(kit)]).toEqual([['kit', 6_400]]);
  expect([...bundleTotals([line('box', 'bundle', 2_500), line('part', 'catalog', 0, 'box')])]).toEqual([['box', 2_500]]);
  expect([...partLineIds(kit)]).toEqual(['shirt', 'pen']);
  expect(partLineIds([line('mug', 'catalog', 900), line('run', 'charge', 100, 'mug')]).size).toBe(0);
});

test('a section counts each part once, whatever is shown at the bundle', () => {
  const lines = [line('gifts', 'section', 0), ...kit];
  expect([...subtotals(lines)]).toEqual([
    ['gifts', 10_800],
    ['kit', 6_400],
  ]);
  expect(subtotals([line('mug', 'catalog', 900)]).size).toBe(0);
});

const usd = (amount: number) => ({ amount, currency: 'USD' });
const read = (more: object) => shownFigures({ kind: 'bundle' as LineKind, quantity: 4, unitPrice: '0', total: usd(0), subtotal: usd(6_400), ...more });

test.each([
  // 64.00 for four.
  [read({}), { unitPrice: '16', total: usd(6_400) }],
  // 33.33 for two are 16.665 each; 10.00 for three 3.333333.
  [read({ quantity: 2, subtotal: usd(3_333) }), { unitPrice: '16.665', total: usd(3_333) }],
  [read({ quantity: 3, subtotal: usd(1_000) }), { unitPrice: '3.333333', total: usd(1_000) }],
  // A yen has no smaller unit, a dinar a thousand.
  [read({ quantity: 4, total: { amount: 0, currency: 'JPY' }, subtotal: { amount: 10, currency: 'JPY' } }), { unitPrice: '2.5' }],
  [read({ quantity: 1, total: { amount: 0, currency: 'KWD' }, subtotal: { amount: 1_005, currency: 'KWD' } }), { unitPrice: '1.005' }],
  // A price of its own stays, its discount beside it.
  [read({ unitPrice: '25', total: usd(9_000), subtotal: usd(9_000) }), { unitPrice: '25', total: usd(9_000) }],
  [read({ kind: 'catalog', unitPrice: '2', total: usd(800), subtotal: null }), { unitPrice: '2', total: usd(800) }],
])('reads %#', (shown, wanted) => {
  expect(shown).toMatchObject(wanted);
});
