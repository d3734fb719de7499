import { expect, test } from 'vitest';
import { aRate, percent, taxedAt } from '../../test/an-order.ts';
import { minor } from '../money/money.ts';
import { type EarningLine, leastNetAmount, lineMargin, netAmountOf, orderMargin } from './margin.ts';

const line = (netAmount: number, quantity: number, unitCost: string | null, extra: Partial<EarningLine> = {}): EarningLine => ({
  id: 'mugs',
  counted: true,
  quantity,
  unitCost,
  netAmount: minor(netAmount),
  ...extra,
});

test.each([
  // 24 mugs for 96.00 that cost 2.50 each: 96.00 − 60.00 = 36.00, 37.5 % of what is paid.
  ['earned', line(9_600, 24, '2.5'), { costAmount: 6_000, marginAmount: 3_600, marginPpm: 375_000, below: null }],
  // A third of a cent a piece: 1,000 cost 3.33.
  ['a cost of six places', line(500, 1_000, '0.003333'), { costAmount: 333, marginAmount: 167, marginPpm: 334_000, below: null }],
  ['sold for what it costs', line(6_000, 24, '2.5'), { costAmount: 6_000, marginAmount: 0, marginPpm: 0, below: 'floor' }],
  ['sold for less', line(5_999, 24, '2.5'), { costAmount: 6_000, marginAmount: -1, below: 'cost' }],
  ['given away', line(0, 24, '2.5'), { costAmount: 6_000, marginAmount: -6_000, marginPpm: null, below: 'cost' }],
  // At least 20 % of the price: 60.00 ÷ 0.8 = 75.00.
  ['at the floor', line(7_500, 24, '2.5'), { marginPpm: 200_000, below: null }],
  ['a cent under it', line(7_499, 24, '2.5'), { below: 'floor' }],
  ['what costs nothing', line(0, 24, '0'), { costAmount: 0, marginAmount: 0, marginPpm: null, below: null }],
])('%s', (_, given, margin) => expect(lineMargin(given, 'USD', percent(20))).toMatchObject(margin));

test('without a floor what is sold for its cost is below nothing', () => expect(lineMargin(line(6_000, 24, '2.5'), 'USD', 0)?.below).toBeNull());

test('yen have no places', () => expect(lineMargin(line(1_000, 3, '250.5'), 'JPY', 0)).toMatchObject({ costAmount: 752, marginAmount: 248 }));

test('the least that must be paid for half of it to be earned is twice the cost', () => expect(leastNetAmount(minor(1_234), percent(50))).toBe(2_468));

test('an order sums what is known; lines left out are in no figure, and what has no known cost is told', () => {
  const lines = [
    line(9_600, 24, '2.5'),
    line(500, 1, null, { id: 'setup' }),
    line(1_000, 1, '9', { id: 'optional', counted: false }),
    line(0, 1, null, { id: 'free' }),
  ];
  const { total, withoutCost, lines: each } = orderMargin(lines, 'USD', 0);
  expect(total).toEqual({ netAmount: 9_600, costAmount: 6_000, marginAmount: 3_600, marginPpm: 375_000 });
  expect(withoutCost).toBe(1);
  expect(each.map(({ lineId }) => lineId)).toEqual(['mugs', 'optional']);
  expect(orderMargin([line(500, 1, null)], 'USD', 0).total).toBeNull();
});

test.each([
  ['prices without tax: less the order’s discount', 'tax_excluded', 800, 9_000],
  // 90.00 hold 15.00 of 20 %.
  ['prices with tax: without what they hold', 'tax_included', 1_500, 7_500],
  ['while the place is not known: as at home', 'tax_included', null, 7_500],
] as const)('%s', (_, priceMode, tax, net) => {
  const priced = { total: minor(10_000), orderDiscount: minor(1_000), tax: tax === null ? null : minor(tax) };
  expect(netAmountOf(priced, 'standard', { priceMode, homeTax: { ...taxedAt(), rates: [aRate(20)] } })).toBe(net);
});
