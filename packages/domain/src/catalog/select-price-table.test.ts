// Which price rows apply: those of one place, the customer's role first, a period before the standing price, never mixed (decision 54).
import { describe, expect, test } from 'vitest';
import { type PriceRow, selectPriceTable } from './select-price-table.ts';

const product: PriceRow = { variantId: null, roleId: null, currency: 'USD', quantity: 1, extendedPrice: '10', validFrom: null, validUntil: null };
const ofRole: PriceRow = { ...product, roleId: 'gold', extendedPrice: '9' };
const ofVariant: PriceRow = { ...product, variantId: 'red', extendedPrice: '11' };
const ofBoth: PriceRow = { ...product, variantId: 'red', roleId: 'gold', extendedPrice: '8' };
const gold = { id: 'gold', name: 'Gold' };
const ask = (rows: readonly PriceRow[], question: Partial<Parameters<typeof selectPriceTable>[1]> = {}) =>
  selectPriceTable(rows, { variantId: 'red', role: gold, currency: 'USD', day: '2026-11-23', ...question });
const prices = (rows: readonly PriceRow[], question?: Parameters<typeof ask>[1]) =>
  ask(rows, question)?.breaks.map((each) => [each.quantity, each.extendedPrice]);

describe('the place that counts', () => {
  const all = [product, ofRole, ofVariant, ofBoth];

  test.each([
    ['variant and role before the variant', all, '8', 'role', 'Gold'],
    ['the role before the list price of the variant', [product, ofRole, ofVariant], '9', 'role', 'Gold'],
    ['the role before the product', [product, ofRole], '9', 'role', 'Gold'],
    ['of the list the variant before the product', [product, ofVariant], '11', 'list', 'List, no Gold price'],
    ['else the product', [product], '10', 'list', 'List, no Gold price'],
  ] as const)('%s', (_, rows, price, source, label) => {
    expect(ask(rows)).toEqual({ source, label, breaks: [{ quantity: 1, extendedPrice: price }] });
    expect(ask(rows.toReversed())).toEqual(ask(rows));
  });

  test('is that of the customer: without the role, or with another, and of another variant', () => {
    expect(prices(all, { role: null })).toEqual([[1, '11']]);
    expect(prices(all, { role: { id: 'silver', name: 'Silver' } })).toEqual([[1, '11']]);
    expect(prices(all, { variantId: 'blue' })).toEqual([[1, '9']]);
    expect(prices(all, { variantId: 'blue', role: null })).toEqual([[1, '10']]);
  });

  test('is called the list alone for a customer without a role', () => {
    expect(ask([product], { role: null })?.label).toBe('List');
  });

  test('is not filled up with breaks of another level', () => {
    expect(prices([product, { ...product, quantity: 24, extendedPrice: '180' }, ofRole])).toEqual([[1, '9']]);
  });
});

describe('breaks', () => {
  test('come ascending, whatever order the rows are in', () => {
    const rows = [500, 1, 100].map((quantity) => ({ ...product, quantity, extendedPrice: String(quantity) }));
    expect(prices(rows)).toEqual([
      [1, '1'],
      [100, '100'],
      [500, '500'],
    ]);
  });
});

describe('in force', () => {
  const dated = { ...product, validFrom: '2026-11-01', validUntil: '2026-11-30' };

  test.each([
    ['2026-10-31', false],
    ['2026-11-01', true],
    ['2026-11-30', true],
    ['2026-12-01', false],
  ])('on %s: %s, both days inclusive', (day, isInForce) => expect(ask([dated], { day }) !== null).toBe(isInForce));

  test('of two in force for the same quantity the newer counts, and the older again when it has ended', () => {
    const rows = [product, { ...dated, extendedPrice: '7' }];
    expect(prices(rows)).toEqual([[1, '7']]);
    expect(prices(rows.toReversed())).toEqual([[1, '7']]);
    expect(prices(rows, { day: '2026-12-01' })).toEqual([[1, '10']]);
  });

  test('a period stands whole: no break of the standing price is added to it', () => {
    const rows = [
      product,
      { ...product, quantity: 24, extendedPrice: '180' },
      { ...dated, extendedPrice: '9' },
      { ...dated, quantity: 12, extendedPrice: '96' },
    ];
    expect(ask(rows)).toEqual({
      source: 'list',
      label: 'List, no Gold price',
      breaks: [
        { quantity: 1, extendedPrice: '9' },
        { quantity: 12, extendedPrice: '96' },
      ],
      validFrom: '2026-11-01',
      validUntil: '2026-11-30',
    });
    expect(prices(rows, { day: '2026-12-01' })).toEqual([
      [1, '10'],
      [24, '180'],
    ]);
  });

  test('a period of the product stands before the standing price of a variant, one of the variant before that', () => {
    const rows = [ofVariant, { ...dated, extendedPrice: '7' }];
    expect(prices(rows, { role: null })).toEqual([[1, '7']]);
    expect(prices([...rows, { ...dated, variantId: 'red', extendedPrice: '8' }], { role: null })).toEqual([[1, '8']]);
  });

  test('a period for everybody leaves the price of a role alone, one of the role takes its place', () => {
    const sale = { ...dated, extendedPrice: '7' };
    expect(prices([product, ofRole, sale])).toEqual([[1, '9']]);
    expect(prices([product, ofRole, sale, { ...sale, roleId: 'gold', extendedPrice: '6' }])).toEqual([[1, '6']]);
  });

  test('of periods that overlap all the same the one that began last counts, whole', () => {
    const later = { ...dated, validFrom: '2026-11-20', validUntil: null };
    const rows = [dated, { ...dated, quantity: 50, extendedPrice: '1' }, { ...later, extendedPrice: '6' }];
    expect(prices(rows)).toEqual([[1, '6']]);
    expect(prices(rows.toReversed())).toEqual([[1, '6']]);
  });

  test('a level whose rows are all out of date is passed over', () => {
    expect(prices([product, { ...ofRole, validUntil: '2026-11-22' }])).toEqual([[1, '10']]);
  });

  test('a row in another currency is no price: nothing is converted silently', () => {
    expect(ask([{ ...product, currency: 'EUR' }])).toBeNull();
    expect(prices([product, { ...ofBoth, currency: 'EUR' }])).toEqual([[1, '10']]);
  });
});

test('no row is no price, a price of 0 is one', () => {
  expect(ask([])).toBeNull();
  expect(prices([{ ...product, extendedPrice: '0' }])).toEqual([[1, '0']]);
});
