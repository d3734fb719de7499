// Discounts of the whole order: in which order, on which base, what they reach, how they are split, where they end (policies 3 to 6).
import { describe, expect, test } from 'vitest';
import { aDiscount, aLine, amountOff, anOrder, aShipment, percentOff, taxedAt } from '../../../test/an-order.ts';
import { priceOrder } from '../price-order.ts';
import type { OrderDiscount, PricingLine } from '../types.ts';

const untaxed = taxedAt();
const price = (lines: readonly PricingLine[], discounts: readonly OrderDiscount[], charge = 0) =>
  priceOrder(anOrder(lines, untaxed, { discounts, shipments: [aShipment(charge, untaxed)] }));
const hundred = aLine('a', 1, '100');
const automatic = (id: string) => aDiscount(percentOff(10), { id, source: 'automatic' });
const borne = (priced: ReturnType<typeof price>) => priced.lines.map((line) => line.orderDiscount);
const taken = (priced: ReturnType<typeof price>) => priced.discounts.map((each) => each.amount);

describe('one on top of the other', () => {
  // 100.00: 10 % and 10 % on the step's base are 10.00 each; 10 % of the 80.00 left is 8.00; 2.00 of the 72.00 left.
  const all = [automatic('a1'), automatic('a2'), aDiscount(percentOff(10), { id: 'code', source: 'code' }), aDiscount(amountOff(200), { id: 'manual' })];

  test('automatic ones each on the base of their step, then codes, then what staff gave', () => {
    const priced = price([hundred], all);
    expect(taken(priced)).toEqual([1_000, 1_000, 800, 200]);
    expect(priced.totals).toMatchObject({ items: 10_000, discount: 3_000, total: 7_000 });
  });

  test('whatever order they were given in, which is the order they are listed in', () => {
    expect(taken(price([hundred], all.toReversed()))).toEqual([200, 800, 1_000, 1_000]);
  });

  test('a percentage rounds what is left: 50 % of 83.33 leaves 41.67, the discount is 41.66', () => {
    expect(taken(price([aLine('a', 1, '83.33')], [aDiscount(percentOff(50))]))).toEqual([4_166]);
  });

  test('the line says what each took', () => {
    const [line] = price([hundred], all.slice(2)).lines;
    expect(line?.explanation.slice(1)).toEqual([
      { step: 'order_discount', discountId: 'code', label: 'Discount', amount: 1_000 },
      { step: 'order_discount', discountId: 'manual', label: 'Discount', amount: 200 },
    ]);
  });
});

describe('what it reaches', () => {
  test.each([
    ['items', 1_000, 0],
    ['shipping', 0, 250],
    ['items_and_shipping', 1_000, 250],
  ] as const)('10 % of %s, of 100.00 and a shipping of 25.00: %i and %i', (reach, items, shipping) => {
    const priced = price([hundred], [aDiscount(percentOff(10), { reach })], 2_500);
    expect([borne(priced)[0], priced.shipments[0]?.discount]).toEqual([items, shipping]);
    // Shipping stays what it is before discounts.
    expect(priced.totals).toMatchObject({ shipping: 2_500, discount: items + shipping, total: 12_500 - items - shipping });
  });

  test('20.00 of both is split by what each is: 16.00 of 100.00 and 4.00 of 25.00', () => {
    const priced = price([hundred], [aDiscount(amountOff(2_000), { reach: 'items_and_shipping' })], 2_500);
    expect([borne(priced)[0], priced.shipments[0]?.discount]).toEqual([1_600, 400]);
  });
});

describe('how it is split', () => {
  test('10.00 over three lines of 50.00: 3.34, 3.33, 3.33', () => {
    expect(
      borne(
        price(
          ['a', 'b', 'c'].map((id) => aLine(id, 1, '50')),
          [aDiscount(amountOff(1_000))],
        ),
      ),
    ).toEqual([334, 333, 333]);
  });

  test('by the amounts after line discounts: 100.00 less 50 % and 50.00 bear 5.00 each', () => {
    expect(borne(price([{ ...hundred, discount: percentOff(50) }, aLine('b', 1, '50')], [aDiscount(amountOff(1_000))]))).toEqual([500, 500]);
  });

  test('credits and optional lines that are not chosen bear none', () => {
    const lines = [hundred, aLine('back', 1, '-30', { kind: 'credit' }), aLine('maybe', 1, '40', { counted: false })];
    expect(borne(price(lines, [aDiscount(amountOff(1_000))]))).toEqual([1_000, 0, 0]);
  });

  test('where there is nothing to take from, nothing is taken', () => {
    expect(taken(price([aLine('a', 1, '0')], [aDiscount(percentOff(10)), aDiscount(amountOff(0), { id: 'd2' })]))).toEqual([0, 0]);
    expect(taken(price([], [aDiscount(percentOff(10))]))).toEqual([0]);
  });
});

describe('where it ends', () => {
  const blockers = (priced: ReturnType<typeof price>) => priced.discounts.map((each) => each.blocker);

  test('a code clamps at zero', () => {
    const priced = price([aLine('a', 1, '50')], [aDiscount(amountOff(6_000), { source: 'code' })]);
    expect([taken(priced), blockers(priced), priced.totals.total]).toEqual([[5_000], [null], 0]);
  });

  test('what staff gave counts up to its base, and is a blocker until it is changed', () => {
    const priced = price([aLine('a', 1, '50')], [aDiscount(amountOff(6_000))]);
    expect([taken(priced), priced.totals.total]).toEqual([[5_000], 0]);
    expect(blockers(priced)).toEqual([
      { code: 'discount.exceeds_base', pointer: '/discounts', detail: { discountId: 'd1', discountAmount: 6_000, baseAmount: 5_000 } },
    ]);
  });

  test('its base is what is left at that point: 60.00 after a code of 50 % off 100.00', () => {
    const priced = price([hundred], [aDiscount(amountOff(6_000)), aDiscount(percentOff(50), { id: 'code', source: 'code' })]);
    expect(blockers(priced)[0]).toMatchObject({ detail: { discountAmount: 6_000, baseAmount: 5_000 } });
    expect(priced.totals.discount).toBe(10_000);
  });

  test('a credit lowers what can be taken: 80.00 off 100.00 − 30.00 is 70.00, and the total 0', () => {
    const priced = price([hundred, aLine('back', 1, '-30', { kind: 'credit' })], [aDiscount(amountOff(8_000))]);
    expect(priced.totals).toMatchObject({ items: 7_000, discount: 7_000, total: 0 });
    expect(blockers(priced)[0]).toMatchObject({ code: 'discount.exceeds_base', detail: { baseAmount: 7_000 } });
  });

  test.each([1_000_001, -1])('%i parts per million are a blocker with the bounds, and count as the nearest one', (ppm) => {
    const priced = price([hundred], [aDiscount({ kind: 'percentage', ppm })]);
    expect(blockers(priced)).toEqual([
      { code: 'discount.out_of_range', pointer: '/discounts', detail: { discountId: 'd1', minimumPpm: 0, maximumPpm: 1_000_000 } },
    ]);
    expect(taken(priced)).toEqual([ppm < 0 ? 0 : 10_000]);
  });

  test('100 % leaves nothing to pay and is no blocker', () => {
    const priced = price([hundred], [aDiscount(percentOff(100))]);
    expect([blockers(priced), priced.totals.total]).toEqual([[null], 0]);
  });
});
