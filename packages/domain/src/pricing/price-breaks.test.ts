// Price breaks are extended amounts, computed exactly and rounded once; the group chooses the break (cases, "Price breaks").
import { describe, expect, test } from 'vitest';
import { aCatalogLine, aLine, amountOff, anOrder, breaks, percentOff, taxedAt } from '../../test/an-order.ts';
import { minor } from '../money/money.ts';
import { priceOrder } from './price-order.ts';
import type { PricingLine } from './types.ts';

const mugs = breaks([1, '10.00'], [100, '850.00'], [500, '3900.00']);
const shirts = breaks([1, '10.00'], [24, '180.00']);
const price = (...lines: readonly PricingLine[]) => priceOrder(anOrder(lines, taxedAt())).lines;
const codes = (...lines: readonly PricingLine[]) => price(...lines).map((line) => line.blockers.map((blocker) => blocker.code));

describe('one line', () => {
  test.each([
    [1, 1_000, '10.00 × 1'],
    [99, 99_000, '10.00 × 99'],
    [100, 85_000, 'the break itself'],
    [150, 127_500, '850 × 150 ÷ 100'],
    [499, 424_150, '850 × 499 ÷ 100'],
    [500, 390_000, 'the break itself'],
    [750, 585_000, '3900 × 750 ÷ 500'],
  ])('%i cost %i: %s', (quantity, amount) => expect(price(aCatalogLine('a', quantity, mugs))[0]?.amount).toBe(amount));

  test.each([
    [3, 1_000],
    [4, 1_333],
    [7, 2_333],
    [3_000, 1_000_000],
  ])('3 for 10.00: %i cost %i, with no drift by rounding the unit first', (quantity, amount) => {
    const [line] = price(aCatalogLine('a', quantity, breaks([3, '10.00'])));
    expect(line).toMatchObject({ amount, unitPrice: '3.333333' });
  });

  test('says where the price came from', () => {
    expect(price(aCatalogLine('a', 150, mugs, { discount: percentOff(10) }))[0]?.explanation).toEqual([
      { step: 'break', label: 'List', unitPrice: '8.5', breakQuantity: 100, groupQuantity: 150, amount: 127_500 },
      { step: 'line_discount', value: percentOff(10), amount: 12_750 },
    ]);
  });

  test('no price row is no price, never 0; a price of 0 is a price', () => {
    expect(price(aCatalogLine('a', 1, null))[0]).toMatchObject({ unitPrice: null, amount: 0, blockers: [{ code: 'line.no_price', lineId: 'a' }] });
    expect(price(aCatalogLine('a', 1, breaks([1, '0'])))[0]).toMatchObject({ unitPrice: '0', amount: 0, blockers: [] });
    expect(price(aCatalogLine('a', 1, breaks()))[0]?.blockers.map((blocker) => blocker.code)).toEqual(['line.no_price']);
  });
});

describe('a larger quantity that costs less', () => {
  test('499: 500 cost 4,241.50 − 3,900.00 = 341.50 less', () => {
    expect(price(aCatalogLine('a', 499, mugs))[0]?.hint).toEqual({ quantity: 500, unitPrice: '7.8', saves: 34_150 });
  });

  test('150: the next break is only cheaper each', () => {
    expect(price(aCatalogLine('a', 150, mugs))[0]?.hint).toEqual({ quantity: 500, unitPrice: '7.8', saves: null });
  });

  test('none at the last break, none over the largest quantity, none for a set price', () => {
    expect(price(aCatalogLine('a', 500, mugs))[0]?.hint).toBeNull();
    expect(price(aCatalogLine('a', 499, mugs, { quantityRule: { increment: null, maximum: 499 } }))[0]?.hint).toBeNull();
    expect(price(aCatalogLine('a', 499, mugs, { override: { unitPrice: '8', reason: '', by: 'Ana' } }))[0]?.hint).toBeNull();
  });

  test('in a group it is the group’s saving: 20 at 10.00 against 24 at 180.00 are 20.00, by 4 more on this line', () => {
    const lines = price(aCatalogLine('s', 8, shirts, { breakGroup: 'g' }), aCatalogLine('m', 12, shirts, { breakGroup: 'g' }));
    expect(lines.map((line) => line.hint)).toEqual([
      { quantity: 12, unitPrice: '7.5', saves: 2_000 },
      { quantity: 16, unitPrice: '7.5', saves: 2_000 },
    ]);
  });

  test('after the line’s own discount: 20 at 10.00 with half off are 100.00, 24 at 180.00 are 90.00', () => {
    expect(price(aCatalogLine('a', 20, shirts, { discount: percentOff(50) }))[0]?.hint).toEqual({ quantity: 24, unitPrice: '7.5', saves: 1_000 });
    // 30.00 off the line is off both: 170.00 against 150.00.
    expect(price(aCatalogLine('a', 20, shirts, { discount: amountOff(3_000) }))[0]?.hint).toMatchObject({ saves: 2_000 });
    // 190.00 off: 10.00 against nothing, for no discount takes more than there is.
    expect(price(aCatalogLine('a', 20, shirts, { discount: amountOff(19_000) }))[0]?.hint).toMatchObject({ saves: 1_000 });
    // For nothing it cannot cost less.
    expect(price(aCatalogLine('a', 20, shirts, { discount: percentOff(100) }))[0]?.hint).toMatchObject({ saves: null });
  });

  test('with a run charge nothing is claimed, for it grows with each piece; a setup changes nothing', () => {
    const charge = (quantity: number) => aLine('c', quantity, '0.85', { kind: 'charge', parentLineId: 'a' });
    expect(price(aCatalogLine('a', 20, shirts), charge(20))[0]?.hint).toEqual({ quantity: 24, unitPrice: '7.5', saves: null });
    expect(price(aCatalogLine('a', 20, shirts), charge(1))[0]?.hint).toMatchObject({ saves: 2_000 });
  });

  test.each([
    ['discounts', { discount: percentOff(50) }],
    ['an amount off', { discount: amountOff(100) }],
    ['upcharges', { upcharges: [{ label: 'Print', perPiece: '1.50', perLine: minor(0) }] }],
  ])('where %s in the group differ only the line’s own saving is claimed', (_, extra) => {
    const [small] = price(aCatalogLine('s', 8, shirts, { breakGroup: 'g' }), aCatalogLine('m', 12, shirts, { breakGroup: 'g', ...extra }));
    expect(small?.hint).toEqual({ quantity: 12, unitPrice: '7.5', saves: null });
  });

  test('the same discount on all of a group is taken off what all of it saves', () => {
    const half = { breakGroup: 'g', discount: percentOff(50) };
    expect(price(aCatalogLine('s', 8, shirts, half), aCatalogLine('m', 12, shirts, half))[0]?.hint).toMatchObject({ saves: 1_000 });
  });

  test('where the group’s tables differ only the line’s own saving is claimed', () => {
    const dearer = breaks([1, '12.00'], [24, '216.00']);
    const [small] = price(aCatalogLine('s', 8, shirts, { breakGroup: 'g' }), aCatalogLine('m', 12, dearer, { breakGroup: 'g' }));
    // 8 × 10.00 = 80.00 now, 12 × 7.50 = 90.00 then: only cheaper each.
    expect(small?.hint).toEqual({ quantity: 12, unitPrice: '7.5', saves: null });
  });
});

describe('a break group', () => {
  const size = (id: string, quantity: number, extra: Partial<PricingLine> = {}) => aCatalogLine(id, quantity, shirts, { breakGroup: 'shirt', ...extra });

  test('6 S + 12 M + 6 L are 24: 45.00, 90.00, 45.00', () => {
    expect(price(size('s', 6), size('m', 12), size('l', 6)).map((line) => [line.amount, line.groupQuantity])).toEqual([
      [4_500, 24],
      [9_000, 24],
      [4_500, 24],
    ]);
  });

  test('with an override on the M line the group is 12: S and L are 60.00 each', () => {
    const override = { unitPrice: '7', reason: 'match', by: 'Ana' };
    expect(price(size('s', 6), size('m', 12, { override }), size('l', 6)).map((line) => line.amount)).toEqual([6_000, 8_400, 6_000]);
  });

  test('an optional line not chosen is priced and shown, in no group and no total', () => {
    const priced = priceOrder(anOrder([size('s', 6), size('m', 12), size('l', 6, { counted: false })], taxedAt(10)));
    expect(priced.lines.map((line) => line.amount)).toEqual([6_000, 12_000, 6_000]);
    expect(priced.totals).toMatchObject({ items: 18_000, tax: 1_800, total: 19_800 });
    expect(priced.lines[2]?.tax).toBe(0);
    expect(priced.itemCount).toBe(18);
  });

  test('other lines of the product do not count in', () => {
    expect(price(size('s', 12), size('other', 12, { breakGroup: 'mug' })).map((line) => line.amount)).toEqual([12_000, 12_000]);
  });
});

describe('which quantities may be ordered', () => {
  const rule = (increment: number | null, maximum: number | null = null) => ({ quantityRule: { increment, maximum } });

  test.each([1, 100, 500])('increment 0 allows the break %i', (quantity) => expect(codes(aCatalogLine('a', quantity, mugs, rule(0)))).toEqual([[]]));

  test.each([2, 99, 101, 499, 501, 1_000])('increment 0 refuses %i', (quantity) => {
    expect(codes(aCatalogLine('a', quantity, mugs, rule(0)))).toEqual([['line.not_in_increment']]);
  });

  test.each([1, 51, 100, 150, 450, 500, 550, 1_000])('increment 50 allows %i', (quantity) => {
    expect(codes(aCatalogLine('a', quantity, mugs, rule(50)))).toEqual([[]]);
  });

  test.each([
    [2, 1, 51],
    [99, 51, 100],
    [101, 100, 150],
    [499, 450, 500],
    [501, 500, 550],
  ])('increment 50 refuses %i, between %i and %i', (quantity, below, above) => {
    expect(price(aCatalogLine('a', quantity, mugs, rule(50)))[0]?.blockers).toEqual([
      { code: 'line.not_in_increment', lineId: 'a', pointer: '/quantity', detail: { increment: 50, quantity, below, above } },
    ]);
  });

  test.each([
    [0, 101, 100, null],
    [50, 460, 450, null],
  ])('increment %i offers nothing over the largest: %i is next to %i alone', (increment, quantity, below, above) => {
    const [blocker] = price(aCatalogLine('a', quantity, mugs, rule(increment, 480)))[0]?.blockers ?? [];
    expect(blocker?.detail).toMatchObject({ below, above });
  });

  test('at most 1000: 1001 is refused with the bound', () => {
    expect(codes(aCatalogLine('a', 1_000, mugs, rule(null, 1_000)))).toEqual([[]]);
    expect(price(aCatalogLine('a', 1_001, mugs, rule(null, 1_000)))[0]?.blockers).toEqual([
      { code: 'line.over_maximum', lineId: 'a', pointer: '/quantity', detail: { maximum: 1_000, quantity: 1_001 } },
    ]);
  });

  test('under the lowest break: refused with the bound, priced like the lowest meanwhile', () => {
    const [line] = price(aCatalogLine('a', 6, breaks([12, '120.00'])));
    expect(line).toMatchObject({ amount: 6_000, hint: null });
    expect(line?.blockers).toEqual([{ code: 'line.below_minimum', lineId: 'a', pointer: '/quantity', detail: { minimum: 12, quantity: 6 } }]);
  });

  test('the group’s quantity is what counts, and it is said once, on the line changed last', () => {
    const dozen = breaks([12, '120.00']);
    const size = (id: string, quantity: number, quantityVersion: number) => aCatalogLine(id, quantity, dozen, { breakGroup: 'g', quantityVersion });
    expect(codes(size('s', 6, 3), size('m', 6, 2))).toEqual([[], []]);
    expect(codes(size('s', 6, 3), size('m', 5, 2))).toEqual([['line.below_minimum'], []]);
    expect(codes(size('s', 6, 2), size('m', 5, 3))).toEqual([[], ['line.below_minimum']]);
  });

  test.each([0, -1, 1.5, 10_000_000, Number.NaN])('a quantity of %d is a blocker with the bounds, and no money', (quantity) => {
    const [line] = price(aLine('a', quantity, '10'));
    expect(line).toMatchObject({ amount: 0, blockers: [{ code: 'line.quantity_out_of_range', lineId: 'a' }] });
  });

  test('an amount no line can hold is a blocker, not a broken total', () => {
    expect(codes(aLine('a', 9_999_999, '99999999'))).toEqual([['line.quantity_out_of_range']]);
  });
});

describe('upcharges and overrides', () => {
  const upcharges = [
    { label: 'Two colours', perPiece: '0.333333', perLine: minor(0) },
    { label: 'Digitizing', perPiece: '0', perLine: minor(4_000) },
  ];

  test('the sum is exact and rounded once; the steps add up to it', () => {
    // 3 × 3.333333… + 3 × 0.333333 = 10 + 0.999999 = 10.999999 → 11.00, and 40.00 for the line.
    const [line] = price(aCatalogLine('a', 3, breaks([3, '10']), { upcharges }));
    expect(line).toMatchObject({ amount: 5_100, unitPrice: '3.666666' });
    expect(line?.explanation.map((step) => step.amount)).toEqual([1_000, 100, 4_000]);
  });

  test('an override replaces list, break and per-piece upcharges; per-line upcharges stay', () => {
    const override = { unitPrice: '2.505', reason: 'match last spring', by: 'Ana' };
    const [line] = price(aCatalogLine('a', 3, breaks([3, '10']), { upcharges, override }));
    // 3 × 2.505 = 7.515 → 7.52, and 40.00.
    expect(line).toMatchObject({ amount: 4_752, unitPrice: '2.505' });
    expect(line?.explanation).toEqual([
      { step: 'override', unitPrice: '2.505', by: 'Ana', reason: 'match last spring', listAmount: 5_100, amount: 752 },
      { step: 'upcharge', label: 'Digitizing', amount: 4_000 },
    ]);
  });

  test('an override gives a line without a price one', () => {
    expect(price(aCatalogLine('a', 2, null, { override: { unitPrice: '3', reason: '', by: 'Ana' } }))[0]).toMatchObject({ amount: 600, blockers: [] });
  });
});
