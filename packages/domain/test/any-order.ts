// Orders of every kind for property tests: three currencies, both price modes, groups, overrides, discounts, credits, optional lines,
// one shipment or two, places and charges known or not, customers who pay no tax.
import fc from 'fast-check';
import { minor } from '../src/money/money.ts';
import type { DiscountValue, OrderDiscount, PlaceTax, PriceOrderInput, PricingLine, PricingShipment } from '../src/pricing/types.ts';
import { aCatalogLine, aLine, breaks, taxedAt } from './an-order.ts';

const decimal = fc.oneof(
  fc.nat(99_999).map((cents) => (cents / 100).toFixed(2)),
  fc.nat(9_999_999).map((millionths) => (millionths / 1_000_000).toFixed(6)),
);
const quantity = fc.integer({ min: 1, max: 700 });

const value: fc.Arbitrary<DiscountValue> = fc.oneof(
  fc.nat(1_000_000).map((ppm) => ({ kind: 'percentage' as const, ppm })),
  fc.nat(50_000).map((amount) => ({ kind: 'fixed' as const, amount: minor(amount) })),
);

const extra = fc.record({
  counted: fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
  ships: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
  taxCategory: fc.constantFrom('standard', 'standard', 'standard', 'exempt'),
  discount: fc.option(value, { nil: null, freq: 3 }),
  override: fc.option(
    decimal.map((unitPrice) => ({ unitPrice, reason: '', by: 'Ana' })),
    { nil: null, freq: 5 },
  ),
  upcharges: fc.array(fc.record({ label: fc.constant('Print'), perPiece: decimal, perLine: fc.nat(5_000).map(minor) }), { maxLength: 1 }),
  breakGroup: fc.constantFrom('g', 'h', null),
});

const table = breaks([1, '10.00'], [3, '29.99'], [100, '850.00'], [500, '3900.00']);

const line: fc.Arbitrary<PricingLine> = fc.oneof(
  fc.tuple(quantity, extra).map(([pieces, more]) => aCatalogLine('', pieces, table, more)),
  fc.tuple(quantity, decimal, extra).map(([pieces, price, more]) => aLine('', pieces, price, { ...more, override: null, breakGroup: null })),
  fc.tuple(quantity, decimal).map(([pieces, price]) => aLine('', pieces, `-${price}`, { kind: 'credit', ships: false })),
);

const lines = fc.array(line, { maxLength: 5 }).map((each) => each.map((one, index) => ({ ...one, id: `l${index}` })));

const places = [taxedAt(), taxedAt(8.875), taxedAt(20), taxedAt(5, 9.975)] as const;
const place: fc.Arbitrary<PlaceTax> = fc.constantFrom(...places);
const maybePlace = fc.option(place, { nil: null, freq: 5 });
const charge = fc.option(fc.nat(5_000).map(minor), { nil: null, freq: 5 });

const shipments = (ordered: readonly PricingLine[]): fc.Arbitrary<readonly PricingShipment[]> =>
  fc
    .record({ isSplit: fc.boolean(), charges: fc.tuple(charge, charge), taxes: fc.tuple(maybePlace, maybePlace), cut: fc.nat(700) })
    .map(({ isSplit, charges, taxes, cut }) => {
      if (!isSplit) return [{ id: 's1', lines: null, charge: charges[0], tax: taxes[0] }];
      const held = ordered.map((each) => ({ lineId: each.id, first: Math.min(cut, each.quantity), all: each.quantity }));
      return [
        { id: 's1', lines: held.map(({ lineId, first }) => ({ lineId, quantity: first })), charge: charges[0], tax: taxes[0] },
        { id: 's2', lines: held.map(({ lineId, first, all }) => ({ lineId, quantity: all - first })), charge: charges[1], tax: taxes[1] },
      ];
    });

const discounts: fc.Arbitrary<readonly OrderDiscount[]> = fc
  .array(
    fc.record({
      source: fc.constantFrom('manual', 'code', 'automatic'),
      label: fc.constant('Discount'),
      value,
      reach: fc.constantFrom('items', 'shipping', 'items_and_shipping'),
    }),
    { maxLength: 3 },
  )
  .map((each) => each.map((one, index) => ({ ...one, id: `d${index}` }) as OrderDiscount));

/** Any order. */
export const anyOrder: fc.Arbitrary<PriceOrderInput> = lines.chain((ordered) =>
  fc.record({
    currency: fc.constantFrom('USD', 'JPY', 'KWD'),
    priceMode: fc.constantFrom('tax_excluded' as const, 'tax_included' as const),
    taxRounding: fc.constantFrom('line' as const, 'line' as const, 'order' as const),
    includedElsewhere: fc.constantFrom('keep_gross' as const, 'keep_net' as const),
    lines: fc.constant(ordered),
    shipments: shipments(ordered),
    discounts,
    billingTax: maybePlace,
    homeTax: place,
    exemption: fc.option(fc.constant('Certificate 12-345'), { nil: null, freq: 5 }),
  }),
);
