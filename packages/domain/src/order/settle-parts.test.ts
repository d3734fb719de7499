import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type LinePart, weightOfParts } from '../catalog/parts.ts';
import { minor } from '../money/money.ts';
import { priceOrder } from '../pricing/price-order.ts';
import type { PriceTable, PricingLine } from '../pricing/types.ts';
import { type BundledLine, type MakePart, settleParts } from './settle-parts.ts';

type Line = BundledLine & PricingLine & { readonly variantId: string };

const table = (...breaks: readonly (readonly [number, string])[]): PriceTable => ({
  source: 'list',
  label: 'List',
  breaks: breaks.map(([quantity, extendedPrice]) => ({ quantity, extendedPrice })),
});

const plain: Line = {
  id: 'line',
  kind: 'catalog',
  variantId: 'variant',
  productId: null,
  parentLineId: null,
  partId: null,
  parts: [],
  quantity: 1,
  optional: false,
  chosen: true,
  counted: true,
  breakGroup: null,
  priceTable: null,
  unitPrice: null,
  upcharges: [],
  override: null,
  discount: null,
  quantityRule: { increment: null, maximum: null },
  taxCategory: 'standard',
  ships: true,
  weightGrams: 100,
};

function part(id: string, quantity: number, given: Partial<LinePart> = {}): LinePart {
  return {
    id,
    quantity,
    pricing: 'summed',
    variantId: id,
    productId: id,
    name: id,
    sku: id,
    productCode: id,
    options: [],
    imageUrl: null,
    priceTable: table([1, '2']),
    breakGroup: id,
    taxCategory: 'standard',
    ships: true,
    weightGrams: 100,
    answers: [],
    unavailable: null,
    ...given,
  };
}

const make: MakePart<Line> = (id, { pricing, variantId, priceTable, breakGroup, ships, weightGrams, id: partId }, bundle) => ({
  ...plain,
  ...{ id, variantId, priceTable, breakGroup, ships, weightGrams, partId },
  unitPrice: pricing === 'fixed' ? '0' : null,
  parentLineId: bundle.id,
});

const aBundle = (quantity: number, parts: readonly LinePart[], given: Partial<Line> = {}): Line => ({
  ...plain,
  id: 'bundle',
  kind: 'bundle',
  quantity,
  parts,
  unitPrice: parts[0]?.pricing === 'summed' ? '0' : null,
  ships: parts[0]?.pricing !== 'summed',
  ...given,
});

const settle = (lines: readonly Line[]) => settleParts(lines, make);
const price = (lines: readonly Line[]) =>
  priceOrder({
    currency: 'USD',
    priceMode: 'tax_excluded',
    taxRounding: 'line',
    includedElsewhere: 'keep_gross',
    lines,
    shipments: [],
    discounts: [],
    billingTax: null,
    homeTax: { place: { country: 'US', region: 'NY', postcode: '' }, rates: [] },
    exemption: null,
  });
const shown = (lines: readonly Line[]) => lines.map(({ variantId, parentLineId, quantity }) => [variantId, parentLineId, quantity]);

describe('the parts of a bundle', () => {
  const kit = [part('shirt', 1), part('pen', 3)];

  test('stand beneath it in their order, so many for each bundle', () => {
    const lines = settle([aBundle(4, kit), { ...plain, id: 'other', variantId: 'mug' }]);
    expect(shown(lines)).toEqual([
      ['variant', null, 4],
      ['shirt', 'bundle', 4],
      ['pen', 'bundle', 12],
      ['mug', null, 1],
    ]);
    expect(settle(lines)).toBe(lines);
  });

  test('follow its quantity and whether it is chosen, keep their ids, and leave with it', () => {
    const [bundle, shirt, pen] = settle([aBundle(4, kit)]) as [Line, Line, Line];
    const more = settle([{ ...bundle, quantity: 5, optional: true, chosen: false }, shirt, pen]);
    expect(more.map(({ id }) => id)).toEqual([bundle.id, shirt.id, pen.id]);
    expect(more.map(({ quantity, optional, chosen }) => [quantity, optional, chosen])).toEqual([
      [5, true, false],
      [5, true, false],
      [15, true, false],
    ]);
    expect(settle([shirt, pen])).toEqual([]);
  });

  test('more pieces than a line can hold are held at the first quantity that is refused', () => {
    const [, pens] = settle([aBundle(9_999_999, [part('pen', 10_000)])]);
    expect(pens?.quantity).toBe(10_000_000);
    expect(price(settle([aBundle(9_999_999, [part('pen', 10_000)])])).lines[1]?.blockers.map(({ code }) => code)).toEqual(['line.quantity_out_of_range']);
  });

  test('of a fixed price cost nothing and travel in its weight; the bundle is what is counted', () => {
    const fixed = kit.map((each) => ({ ...each, pricing: 'fixed' as const }));
    const lines = settle([aBundle(2, fixed, { priceTable: table([1, '19.90'], [10, '150']), weightGrams: weightOfParts(fixed) })]);
    const { totals, itemCount } = price(lines);
    expect(totals.items).toBe(3_980);
    expect(itemCount).toBe(2);
    expect(lines.map(({ ships, weightGrams }) => [ships, weightGrams])).toEqual([
      [true, 400],
      [false, null],
      [false, null],
    ]);
  });

  test('the weight is not known while that of a part is not', () => {
    expect(weightOfParts([part('shirt', 2), part('pen', 1, { weightGrams: null })])).toBeNull();
    expect(weightOfParts([part('shirt', 2), part('download', 1, { weightGrams: null, ships: false })])).toBe(200);
  });

  test('that are too few for the lowest break are priced by it, and nobody is told to order more of them', () => {
    const lines = settle([aBundle(1, [part('pen', 3, { priceTable: table([12, '12'], [50, '40']) })])]);
    expect(price(lines).lines[1]).toMatchObject({ amount: 300, blockers: [], hint: null });
  });
});

const amount = fc.integer({ min: 1, max: 99_999 }).map((cents) => (cents / 100).toFixed(2));
const aPart = fc.record({ quantity: fc.integer({ min: 1, max: 40 }), first: amount, at: fc.integer({ min: 2, max: 60 }), later: amount });

describe('a bundle that is summed', () => {
  test('costs exactly what its parts cost on lines of their own, wherever it stands', () => {
    fc.assert(
      fc.property(
        fc.array(aPart, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 1, max: 90 }),
        (given, quantity, also) => {
          const parts = given.map((each, at) => part(`p${at}`, each.quantity, { priceTable: table([1, each.first], [each.at, each.later]) }));
          const alone = parts.map((each, at) => ({
            ...plain,
            ...each,
            id: `alone-${at}`,
            kind: 'catalog' as const,
            quantity: each.quantity * quantity,
            parts: [],
          }));
          // The same goods beside the bundle choose the break with those in it.
          const beside = { ...plain, id: 'beside', quantity: also, breakGroup: 'p0', priceTable: parts[0]?.priceTable ?? null };
          const own = price([...alone.map((line) => ({ ...line, partId: null })), beside] as Line[]).totals;
          const first = price(settle([aBundle(quantity, parts), beside]));
          const last = price(settle([beside, aBundle(quantity, parts)]));
          expect(first.totals).toEqual(own);
          expect(last.totals).toEqual(own);
          expect(first.itemCount).toBe(quantity + also);
          expect(first.lines.reduce((sum, { total }) => sum + total, 0)).toBe(first.totals.items);
        },
      ),
    );
  });

  test('a discount on it and on all is shared out to the cent', () => {
    fc.assert(
      fc.property(
        fc.array(aPart, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 1, max: 1_000_000 }),
        (given, quantity, ppm) => {
          const parts = given.map((each, at) => part(`p${at}`, each.quantity, { priceTable: table([1, each.first]) }));
          const lines = settle([aBundle(quantity, parts)]);
          const {
            discounts,
            lines: priced,
            totals,
          } = priceOrder({
            currency: 'USD',
            priceMode: 'tax_excluded',
            taxRounding: 'line',
            includedElsewhere: 'keep_gross',
            lines,
            shipments: [],
            discounts: [{ id: 'd', source: 'manual', label: 'off', value: { kind: 'percentage', ppm }, reach: 'items' }],
            billingTax: null,
            homeTax: { place: { country: 'US', region: 'NY', postcode: '' }, rates: [] },
            exemption: null,
          });
          expect(minor(priced.reduce((sum, { orderDiscount }) => sum + orderDiscount, 0))).toBe(discounts[0]?.amount);
          expect(totals.items - totals.discount).toBe(totals.total);
        },
      ),
    );
  });
});
