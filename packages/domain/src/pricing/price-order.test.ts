// The worked cases of lines, tax, totals and unknowns, with the arithmetic written out. Amounts in minor units.
import { describe, expect, test } from 'vitest';
import { aDiscount, aLine, amountOff, anOrder, aRate, aShipment, percentOff, taxedAt } from '../../test/an-order.ts';
import { priceOrder } from './price-order.ts';
import type { PriceOrderInput } from './types.ts';

const totalsOf = (input: PriceOrderInput) => priceOrder(input).totals;
const figures = (input: PriceOrderInput) => {
  const { items, discount, shipping, tax, total } = totalsOf(input);
  return { items, discount, shipping, tax, total };
};
const included = { priceMode: 'tax_included' } as const;

describe('prices without tax', () => {
  test('30 × 2 at 10 % and 5 × 1 at 50 %: items 65, tax 6.00 + 2.50, total 73.50', () => {
    const place = { ...taxedAt(), rates: [aRate(10, { category: 'standard' }), aRate(50, { category: 'luxury' })] };
    const lines = [aLine('a', 2, '30'), aLine('b', 1, '5', { taxCategory: 'luxury' })];
    expect(figures(anOrder(lines, place))).toEqual({ items: 6_500, discount: 0, shipping: 0, tax: 850, total: 7_350 });
  });

  test('50 × 2 less 20, shipping 25 less 2, all at 10 %: (80 + 23) × 0.1 = 10.30, total 113.30', () => {
    const input = anOrder([aLine('a', 2, '50')], taxedAt(10), {
      shipments: [aShipment(2_500, taxedAt(10))],
      discounts: [aDiscount(amountOff(2_000)), aDiscount(amountOff(200), { id: 'd2', reach: 'shipping' })],
    });
    expect(figures(input)).toEqual({ items: 10_000, discount: 2_200, shipping: 2_500, tax: 1_030, total: 11_330 });
  });

  test.each([
    { name: '1.23 × 1: 123 + 24.6', lines: [aLine('a', 1, '1.23')], total: 148 },
    { name: '1.23 × 3: 369 + 73.8', lines: [aLine('a', 3, '1.23')], total: 443 },
    { name: '100 × 2: 200.00 + 40.00', lines: [aLine('a', 2, '100')], total: 24_000 },
    { name: '50 % off 83.33: 41.665 left, rounded 41.67, + 8.334', lines: [aLine('a', 1, '83.33', { discount: percentOff(50) })], total: 5_000 },
  ])('at 20 %: $name', ({ lines, total }) => expect(totalsOf(anOrder(lines, taxedAt(20))).total).toBe(total));

  test('50 % off 83.33 leaves 41.67: the discount is what went, 41.66, and the tax 8.33', () => {
    const [line] = priceOrder(anOrder([aLine('a', 1, '83.33', { discount: percentOff(50) })], taxedAt(20))).lines;
    expect(line).toMatchObject({ amount: 8_333, discount: 4_166, total: 4_167, tax: 833 });
  });

  test('5 % + 10 % on 20 add up to 23; on a shipping of 8 they are 0.40 + 0.80', () => {
    expect(totalsOf(anOrder([aLine('a', 1, '20')], taxedAt(5, 10))).total).toBe(2_300);
    const { shipments } = priceOrder(anOrder([aLine('a', 1, '20')], taxedAt(5, 10), { shipments: [aShipment(800, taxedAt(5, 10))] }));
    expect(shipments[0]).toMatchObject({ charge: 800, tax: 120 });
    expect(shipments[0]?.taxLines.map((line) => line.amount)).toEqual([40, 80]);
  });

  test('5 % on 10.33 is 0.5165: 0.52', () => expect(totalsOf(anOrder([aLine('a', 1, '10.33')], taxedAt(5))).tax).toBe(52));

  test('10 with shipping 5 and 10 at 2 %: 25, 0.50, 25.50; without the shipping of 10: 15, 0.30, 15.30', () => {
    const tax = taxedAt(2);
    const half = { lines: [{ lineId: 'a', quantity: 1 }] };
    const both = [aShipment(500, tax, half), aShipment(1_000, tax, { id: 's2', ...half })];
    expect(figures(anOrder([aLine('a', 2, '5')], tax, { shipments: both }))).toMatchObject({ shipping: 1_500, tax: 50, total: 2_550 });
    expect(figures(anOrder([aLine('a', 2, '5')], tax, { shipments: [aShipment(500, tax)] }))).toMatchObject({ shipping: 500, tax: 30, total: 1_530 });
  });

  test('3 lines of 45 less 60 off the order at 21 %: (135 − 60) × 1.21 = 90.75, the discount before tax', () => {
    const lines = ['a', 'b', 'c'].map((id) => aLine(id, 1, '45'));
    expect(figures(anOrder(lines, taxedAt(21), { discounts: [aDiscount(amountOff(6_000))] }))).toMatchObject({
      items: 13_500,
      discount: 6_000,
      tax: 1_575,
      total: 9_075,
    });
  });

  test('shipping of 5.00 at 20 % is 6.00', () => {
    const input = anOrder([aLine('a', 1, '0')], taxedAt(20), { shipments: [aShipment(500, taxedAt(20))] });
    expect(totalsOf(input).total).toBe(600);
  });
});

describe('prices that hold their tax', () => {
  test.each([
    { gross: '1.00', percentage: 20, tax: 17, why: '100 − round(100 ÷ 1.2 = 83.33)' },
    { gross: '60', percentage: 5, tax: 286, why: '6000 − round(5714.29)' },
    { gross: '30', percentage: 5, tax: 143, why: '3000 − round(2857.14)' },
    { gross: '200', percentage: 20, tax: 3_333, why: '20000 − round(16666.67)' },
    { gross: '2.00', percentage: 20, tax: 33, why: '200 − round(166.67): 167 net' },
    { gross: '50.00', percentage: 20, tax: 833, why: '5000 − round(4166.67)' },
  ])('$gross at $percentage % holds $tax: $why', ({ gross, percentage, tax }) => {
    const { totals } = priceOrder(anOrder([aLine('a', 1, gross)], taxedAt(percentage), included));
    expect(totals.tax).toBe(tax);
    expect(totals.total).toBe(totals.items);
  });

  test('a shipping of 5.00 at 20 % holds 0.83', () => {
    const { shipments, totals } = priceOrder(anOrder([aLine('a', 1, '0')], taxedAt(20), { ...included, shipments: [aShipment(500, taxedAt(20))] }));
    expect(shipments[0]?.tax).toBe(83);
    expect(totals.total).toBe(500);
  });

  test('5 % + 10 % in 23.00: 3.00 in all, split 1.00 and 2.00', () => {
    expect(priceOrder(anOrder([aLine('a', 1, '23')], taxedAt(5, 10), included)).taxLines.map((line) => [line.base, line.amount])).toEqual([
      [2_000, 100],
      [2_000, 200],
    ]);
  });

  test('a fixed discount is in the price mode of the order: 1190 less 119 is 1071', () => {
    expect(totalsOf(anOrder([aLine('a', 1, '1190')], taxedAt(19), { ...included, discounts: [aDiscount(amountOff(11_900))] })).total).toBe(107_100);
  });

  describe('for a customer taxed elsewhere, 120.00 at home 20 %', () => {
    const away = taxedAt(10);
    const abroad = (includedElsewhere: PriceOrderInput['includedElsewhere']) =>
      anOrder([aLine('a', 1, '120')], away, { ...included, includedElsewhere, homeTax: taxedAt(20) });

    test('the gross is kept by default: 12000 − round(10909.09) = 10.91 of tax', () => {
      expect(figures(abroad('keep_gross'))).toMatchObject({ items: 12_000, tax: 1_091, total: 12_000 });
    });

    test('the net is kept when the account says so: 100.00 + 10.00', () => {
      expect(figures(abroad('keep_net'))).toMatchObject({ items: 11_000, tax: 1_000, total: 11_000 });
    });

    test('at home both are the same', () => {
      const home = anOrder([aLine('a', 1, '120')], taxedAt(20), { ...included, includedElsewhere: 'keep_net' });
      expect(figures(home)).toMatchObject({ items: 12_000, tax: 2_000, total: 12_000 });
    });
  });
});

describe('who pays no tax', () => {
  const exemption = 'Resale certificate 12-345';

  test('pays the price without tax as it is, with the reason on the line', () => {
    const priced = priceOrder(anOrder([aLine('a', 1, '100')], taxedAt(20), { exemption }));
    expect(priced.totals).toMatchObject({ tax: 0, total: 10_000, open: [] });
    expect(priced.lines[0]?.taxLines).toEqual([{ code: 'exempt', name: exemption, ratePpm: 0, base: 10_000, amount: 0 }]);
  });

  test('pays the net of a price with tax, derived once per line by the account’s own rate: 100.00 → 83.33', () => {
    expect(figures(anOrder([aLine('a', 1, '100')], taxedAt(20), { ...included, exemption }))).toMatchObject({ items: 8_333, tax: 0, total: 8_333 });
  });

  test('and the net of the shipping and of a fixed discount: (1190 − 119) ÷ 1.19 = 900, 5.95 ÷ 1.19 = 5', () => {
    const input = anOrder([aLine('a', 1, '1190')], taxedAt(19), {
      ...included,
      exemption,
      shipments: [aShipment(595, taxedAt(19))],
      discounts: [aDiscount(amountOff(11_900))],
    });
    expect(figures(input)).toEqual({ items: 100_000, discount: 10_000, shipping: 500, tax: 0, total: 90_500 });
  });

  test('owes none wherever it is: no address leaves nothing open but the shipping', () => {
    const input = anOrder([aLine('a', 1, '100')], taxedAt(20), { exemption, shipments: [aShipment(null, null)], billingTax: null });
    expect(totalsOf(input)).toMatchObject({ tax: 0, shipping: null, open: ['shipping'], estimatedTax: null });
  });

  test('a line of the category exempt is never taxed and needs no place', () => {
    const input = anOrder([aLine('a', 1, '100', { taxCategory: 'exempt', ships: false })], taxedAt(20), { billingTax: null });
    expect(totalsOf(input)).toMatchObject({ tax: 0, open: [] });
  });
});

describe('other currencies', () => {
  test('JPY has no digits: 10 % tax on 105 is 10.5, so 11; a 10 % discount leaves 94.5, so 95, and is 10', () => {
    expect(totalsOf(anOrder([aLine('a', 1, '105')], taxedAt(10), { currency: 'JPY' })).tax).toBe(11);
    const [line] = priceOrder(anOrder([aLine('a', 1, '105', { discount: percentOff(10) })], taxedAt(10), { currency: 'JPY' })).lines;
    expect(line).toMatchObject({ total: 95, discount: 10 });
  });

  test('KWD has three: 10 % on 1.005 is 0.1005, so 0.101', () => {
    expect(figures(anOrder([aLine('a', 1, '1.005')], taxedAt(10), { currency: 'KWD' }))).toMatchObject({ items: 1_005, tax: 101, total: 1_106 });
  });
});

describe('unknown is not zero', () => {
  const line = aLine('a', 2, '50');

  test('no address: shipping and tax are null and open, the tax by the account’s own place is a guess apart', () => {
    expect(totalsOf(anOrder([line], taxedAt(10), { shipments: [aShipment(null, null)] }))).toEqual({
      items: 10_000,
      discount: 0,
      shipping: null,
      tax: null,
      estimatedTax: 1_000,
      total: 10_000,
      open: ['shipping', 'tax'],
    });
  });

  test('no shipments at all is the same', () => {
    expect(totalsOf(anOrder([line], taxedAt(10), { shipments: [] })).open).toEqual(['shipping', 'tax']);
  });

  test('while only shipping is open, tax is the tax of what is known', () => {
    expect(totalsOf(anOrder([line], taxedAt(10), { shipments: [aShipment(null, taxedAt(10))] }))).toMatchObject({
      shipping: null,
      tax: 1_000,
      estimatedTax: null,
      total: 11_000,
      open: ['shipping'],
    });
  });

  test('free shipping is 0 and not open', () => {
    expect(totalsOf(anOrder([line], taxedAt(10)))).toMatchObject({ shipping: 0, open: [] });
  });

  test('nothing ships: 0, not open, whatever charge is still kept on the shipment; taxed by the billing place', () => {
    const input = anOrder([aLine('a', 1, '50', { ships: false })], taxedAt(10), { shipments: [aShipment(1_240, null)] });
    expect(totalsOf(input)).toMatchObject({ shipping: 0, tax: 500, total: 5_500, open: [] });
    expect(totalsOf({ ...input, billingTax: null })).toMatchObject({ shipping: 0, tax: null, estimatedTax: 500, open: ['tax'] });
  });

  test('prices with tax: the total is known, only what it contains is not', () => {
    const input = anOrder([line], taxedAt(10), { ...included, shipments: [aShipment(null, null)] });
    expect(totalsOf(input)).toMatchObject({ items: 10_000, tax: null, estimatedTax: 909, total: 10_000 });
  });

  test('an empty order costs nothing and leaves nothing open: nothing ships, nothing is taxed', () => {
    const empty = anOrder([], taxedAt(10), { shipments: [aShipment(null, null)], billingTax: null });
    expect(totalsOf(empty)).toMatchObject({ items: 0, shipping: 0, tax: 0, estimatedTax: null, total: 0, open: [] });
  });

  test('one of two shipments without a charge: shipping is unknown as a whole, and so its discount', () => {
    const tax = taxedAt(10);
    const priced = priceOrder(
      anOrder([line], tax, {
        shipments: [aShipment(500, tax, { lines: [{ lineId: 'a', quantity: 1 }] }), aShipment(null, tax, { id: 's2', lines: [{ lineId: 'a', quantity: 1 }] })],
        discounts: [aDiscount(amountOff(300), { reach: 'shipping' })],
      }),
    );
    expect(priced.totals).toMatchObject({ shipping: null, discount: 0, tax: 1_000, total: 11_000, open: ['shipping'] });
    expect(priced.shipments.map((shipment) => shipment.charge)).toEqual([500, null]);
    expect(priced.discounts[0]?.blocker).toBeNull();
  });

  test('pieces that ship but are in no shipment leave shipping and tax open', () => {
    const tax = taxedAt(10);
    const input = anOrder([line], tax, { shipments: [aShipment(500, tax, { lines: [{ lineId: 'a', quantity: 1 }] })] });
    expect(totalsOf(input)).toMatchObject({ shipping: null, tax: null, estimatedTax: 1_000, open: ['shipping', 'tax'] });
  });
});

describe('several shipments', () => {
  test('the portion is the unit of rounding: 3 pieces of 0.35 at 7 % as 1 and 2 are round(2.45) + round(4.9) = 2 + 5', () => {
    const tax = taxedAt(7);
    const split = [aShipment(0, tax, { lines: [{ lineId: 'a', quantity: 1 }] }), aShipment(0, tax, { id: 's2', lines: [{ lineId: 'a', quantity: 2 }] })];
    expect(totalsOf(anOrder([aLine('a', 3, '0.35')], tax, { shipments: split })).tax).toBe(7);
  });

  test('each portion is taxed at its own place', () => {
    const shipments = [
      aShipment(100, taxedAt(10), { lines: [{ lineId: 'a', quantity: 1 }] }),
      aShipment(200, taxedAt(20), { id: 's2', lines: [{ lineId: 'a', quantity: 3 }] }),
    ];
    const priced = priceOrder(anOrder([aLine('a', 4, '10')], taxedAt(5), { shipments }));
    // 10 × 10 % + 30 × 20 % and 1 × 10 % + 2 × 20 %.
    expect(priced.lines[0]?.tax).toBe(700);
    expect(priced.totals).toMatchObject({ shipping: 300, tax: 750, total: 5_050 });
    expect(priced.taxLines.map((line) => [line.code, line.base, line.amount])).toEqual([
      ['T10', 1_100, 110],
      ['T20', 3_200, 640],
    ]);
  });
});

describe('tax rounded per order (an account setting)', () => {
  test('three lines of 0.35 at 7 %: 7.35, so 7 in all instead of 3 × 2; the parts still sum to it', () => {
    const lines = ['a', 'b', 'c'].map((id) => aLine(id, 1, '0.35'));
    const priced = priceOrder(anOrder(lines, taxedAt(7), { taxRounding: 'order' }));
    expect(priced.totals.tax).toBe(7);
    expect(priced.lines.map((line) => line.tax)).toEqual([3, 2, 2]);
    expect(totalsOf(anOrder(lines, taxedAt(7))).tax).toBe(6);
  });

  test('included: three of 0.35 hold 105 − round(98.13) = 7', () => {
    const lines = ['a', 'b', 'c'].map((id) => aLine(id, 1, '0.35'));
    const priced = priceOrder(anOrder(lines, taxedAt(7), { ...included, taxRounding: 'order' }));
    expect(priced.totals).toMatchObject({ tax: 7, total: 105 });
    expect(priced.lines.map((line) => line.tax)).toEqual([3, 2, 2]);
  });
});
