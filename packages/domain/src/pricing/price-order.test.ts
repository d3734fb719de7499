import { describe, expect, test } from 'vitest';
import { minor } from '../money/money.ts';
import { priceOrder } from './price-order.ts';
import type { OrderDiscount, PriceOrderInput, PricingLine } from './types.ts';

const place = { country: 'US', region: 'NY', postcode: '10001' };
const rate = (ppm: number, code = `T${ppm}`, onShipping = true) => ({ code, name: 'Tax', ratePpm: ppm, category: null, onShipping });
let ids = 0;
const line = (quantity: number, unitPrice: string | null, extra: Partial<PricingLine> = {}): PricingLine => ({
  id: `l${++ids}`,
  kind: 'custom',
  parentLineId: null,
  quantity,
  counted: true,
  breakGroup: null,
  priceTable: null,
  unitPrice,
  upcharges: [],
  override: null,
  discount: null,
  quantityRule: { increment: null, maximum: null },
  taxCategory: 'standard',
  ships: true,
  weightGrams: null,
  ...extra,
});
const order = (lines: readonly PricingLine[], ppm: readonly number[], extra: Partial<PriceOrderInput> = {}): PriceOrderInput => {
  const tax = { place, rates: ppm.map((each) => rate(each)) };
  return {
    currency: 'USD',
    priceMode: 'tax_excluded',
    taxRounding: 'line',
    includedElsewhere: 'keep_gross',
    lines,
    shipments: [{ id: 's1', lines: null, charge: minor(0), tax }],
    discounts: [],
    billingTax: tax,
    homeTax: tax,
    exemption: null,
    ...extra,
  };
};
const fixed = (amount: number, reach: OrderDiscount['reach'] = 'items'): OrderDiscount => ({
  id: `d${amount}`,
  source: 'manual',
  label: 'Discount',
  value: { kind: 'fixed', amount: minor(amount) },
  reach,
});
const shirt = (quantity: number, extra: Partial<PricingLine> = {}) =>
  line(quantity, null, {
    kind: 'catalog',
    breakGroup: 'shirt',
    priceTable: {
      source: 'list',
      label: 'List',
      breaks: [
        { quantity: 1, extendedPrice: '10.00' },
        { quantity: 24, extendedPrice: '180.00' },
      ],
    },
    ...extra,
  });

describe('priceOrder', () => {
  test('50 × 2 less 20, shipping 25 less 2, all at 10 % excluded: tax 10.30, total 113.30', () => {
    const input = order([line(2, '50')], [100_000], { discounts: [fixed(2_000), fixed(200, 'shipping')] });
    const { totals } = priceOrder({ ...input, shipments: [{ ...input.shipments[0], id: 's1', lines: null, charge: minor(2_500), tax: input.homeTax }] });
    expect(totals).toMatchObject({ items: 10_000, discount: 2_200, shipping: 2_500, tax: 1_030, total: 11_330, open: [] });
  });

  test('3 lines of 45 less 60 off the order at 21 % excluded: (135 − 60) × 1.21 = 90.75', () => {
    expect(priceOrder(order([line(1, '45'), line(1, '45'), line(1, '45')], [210_000], { discounts: [fixed(6_000)] })).totals.total).toBe(9_075);
  });

  test('6 S + 12 M + 6 L of one shirt reach the break of 24: 45.00, 90.00, 45.00', () => {
    expect(priceOrder(order([shirt(6), shirt(12), shirt(6)], [])).lines.map((each) => each.amount)).toEqual([4_500, 9_000, 4_500]);
  });

  test('with an override on the M line the group is 12, and S and L are 60.00 each', () => {
    const override = { unitPrice: '7', reason: '', by: 'Ana' };
    expect(priceOrder(order([shirt(6), shirt(12, { override }), shirt(6)], [])).lines.map((each) => each.amount)).toEqual([6_000, 8_400, 6_000]);
  });

  test('without an address shipping and tax are unknown, not 0, and named', () => {
    const { totals } = priceOrder(order([line(2, '50')], [100_000], { shipments: [{ id: 's1', lines: null, charge: null, tax: null }] }));
    expect(totals).toMatchObject({ shipping: null, tax: null, estimatedTax: 1_000, total: 10_000, open: ['shipping', 'tax'] });
  });
});
