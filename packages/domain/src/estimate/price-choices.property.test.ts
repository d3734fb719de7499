// What was frozen comes to what the order came to: the calculator is given the same order twice, once as staff have it and once as a
// revision keeps it. Any order: discounts of every kind and limit, taxes in the price and on top, bundles with their parts, charges, shipping.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aCatalogLine, aDiscount, aLine, amountOff, anOrder, aShipment, breaks, percentOff, taxedAt } from '../../test/an-order.ts';
import { anyOrder } from '../../test/any-order.ts';
import { runs } from '../../test/runs.ts';
import { priceOrder } from '../pricing/price-order.ts';
import type { OrderPricing, PriceOrderInput, PricingLine } from '../pricing/types.ts';
import { choiceBlockers, uncoveredDiscount } from './choice-blockers.ts';
import { noChoices } from './choices.ts';
import { priceChoices } from './price-choices.ts';
import type { PromisedEstimate, PromisedLine } from './promise.ts';

const promisedLine = (line: PricingLine): PromisedLine => ({
  ...{ id: line.id, kind: line.kind, productId: line.productId ?? null, parentLineId: line.parentLineId, name: line.id, sku: line.id },
  ...{ quantity: line.quantity, typedUnitPrice: line.unitPrice, priceTable: line.priceTable, breakGroup: line.breakGroup },
  ...{ quantityRule: line.quantityRule, upcharges: line.upcharges, overrideUnitPrice: line.override?.unitPrice ?? null, discount: line.discount },
  ...{ optional: !line.counted, chosen: line.counted, choiceGroup: null, taxCategory: line.taxCategory, ships: line.ships, weightGrams: line.weightGrams },
});

/** As a revision keeps it: of each shipment what is paid for it, and the charge of its method; of the discounts those that are valid. */
function promiseOf(input: PriceOrderInput, pricing: OrderPricing): PromisedEstimate {
  return {
    currency: input.currency,
    policies: { priceMode: input.priceMode, taxRounding: input.taxRounding, includedElsewhere: input.includedElsewhere },
    lines: input.lines.map(promisedLine),
    discounts: input.discounts.flatMap(({ id, source, label, value, reach, productIds = null, refused = null }) =>
      refused === null ? [{ id, source, label, value, reach, ...(productIds !== null && { productIds }) }] : [],
    ),
    shipments: input.shipments.map(({ id, charge, lines, tax }, index) => ({
      ...{ id, kind: 'ship', lines, taxPlace: tax, amount: pricing.shipments[index]?.charge ?? null },
      method: charge === null ? null : { name: 'Ground', amount: charge },
    })),
    tax: { billing: input.billingTax, home: input.homeTax, exemption: input.exemption },
  };
}

const products = ['tee', 'mug', 'pen'];

/** The order with products at its lines, some of them hanging on others, and its discounts for some products, all, or not valid. */
const anyPromised: fc.Arbitrary<PriceOrderInput> = anyOrder.chain((input) =>
  fc
    .record({
      at: fc.array(fc.option(fc.constantFrom(...products), { nil: null }), { minLength: 5, maxLength: 5 }),
      below: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
      bundle: fc.boolean(),
      limits: fc.array(fc.option(fc.subarray(products), { nil: null }), { minLength: 3, maxLength: 3 }),
      refused: fc.array(fc.constantFrom(null, null, 'expired' as const), { minLength: 3, maxLength: 3 }),
    })
    .map(({ at, below, bundle, limits, refused }) => {
      const lines = input.lines.map((line, index): PricingLine => {
        const [first] = input.lines;
        const hangs = index > 0 && below[index] === true && first !== undefined && first.kind !== 'credit' && line.kind === 'custom';
        const whole: PricingLine = index === 0 && bundle && line.kind === 'custom' ? { ...line, kind: 'bundle' } : line;
        return hangs ? { ...line, kind: 'charge', parentLineId: first.id, productId: null } : { ...whole, productId: at[index] ?? null };
      });
      const discounts = input.discounts.map((discount, index) =>
        discount.source === 'manual' ? discount : { ...discount, productIds: limits[index] ?? null, refused: refused[index] ?? null },
      );
      return { ...input, lines, discounts };
    }),
);

describe('without a choice', () => {
  test('the frozen comes to the totals, the taxes and the lines of the order', () => {
    fc.assert(
      fc.property(anyPromised, (input) => {
        const pricing = priceOrder(input);
        const { pricing: again } = priceChoices(promiseOf(input, pricing), noChoices);
        expect(again.totals).toEqual(pricing.totals);
        expect(again.taxLines).toEqual(pricing.taxLines);
        expect(again.lines.map(({ total, orderDiscount, tax }) => [total, orderDiscount, tax])).toEqual(
          pricing.lines.map(({ total, orderDiscount, tax }) => [total, orderDiscount, tax]),
        );
        expect(again.shipments).toEqual(pricing.shipments);
      }),
      runs,
    );
  });

  test('a code for one product takes of it alone: 10 % of two tees at 10.00 beside ten mugs at 4.50 is 2.00', () => {
    const lines = [aLine('mugs', 10, '4.50', { productId: 'mug' }), aLine('tees', 2, '10', { productId: 'tee' })];
    const input = anOrder(lines, taxedAt(), { discounts: [aDiscount(percentOff(10), { source: 'code', productIds: ['tee'] })] });
    const promise = promiseOf(input, priceOrder(input));
    expect(priceChoices(promise, noChoices).pricing.totals).toMatchObject({ items: 6500, discount: 200, total: 6300 });
    // Of a revision of before the limit was kept it takes of all, as it did.
    const before = { ...promise, discounts: promise.discounts.map(({ productIds: _, ...discount }) => discount) };
    expect(priceChoices(before, noChoices).pricing.totals.discount).toBe(650);
  });

  test('shipping with its tax in the price, for who pays none: 12.00 holds 2.00 of 20 %, and is 10.00 again, not 8.33', () => {
    const input = anOrder([aLine('mugs', 10, '12')], taxedAt(20), {
      priceMode: 'tax_included',
      shipments: [aShipment(1200, taxedAt(20))],
      exemption: 'Resale',
    });
    const pricing = priceOrder(input);
    expect(pricing.totals).toMatchObject({ items: 10_000, shipping: 1000, total: 11_000 });
    const again = priceChoices(promiseOf(input, pricing), noChoices);
    expect([again.pricing.totals.shipping, again.pricing.totals.total, again.charges]).toEqual([1000, 11_000, [1200]]);
  });
});

describe('a discount given by hand', () => {
  const table = breaks([1, '4.50']);
  const input = anOrder([aCatalogLine('mugs', 10, table), aLine('tees', 2, '10')], taxedAt(), { discounts: [aDiscount(amountOff(6000), { label: 'Loyal' })] });
  const promise = promiseOf(input, priceOrder(input));
  const withMugs = (quantity: number) => priceChoices(promise, { lines: [{ lineId: 'mugs', quantity }], leftOut: [] });

  test('that is more than what is chosen stands against it, with what is left', () => {
    // 2 × 4.50 + 2 × 10.00 = 29.00.
    expect(uncoveredDiscount(promise, withMugs(2))).toEqual({ label: 'Loyal', discountAmount: 6000, baseAmount: 2900 });
    expect(choiceBlockers(promise, withMugs(2)).map(({ code }) => code)).toEqual(['discount.exceeds_base']);
  });

  test('that is covered does not: 9 × 4.50 + 2 × 10.00 = 60.50', () => {
    expect([uncoveredDiscount(promise, withMugs(9)), choiceBlockers(promise, withMugs(9))]).toEqual([null, []]);
  });

  test('that was more than its base when it was issued is staff’s affair', () => {
    const large = { ...promise, discounts: promise.discounts.map((discount) => ({ ...discount, value: amountOff(9000) })) };
    const priced = priceChoices(large, { lines: [{ lineId: 'mugs', quantity: 2 }], leftOut: [] });
    expect([uncoveredDiscount(large, priced), choiceBlockers(large, priced)]).toEqual([null, []]);
  });
});
