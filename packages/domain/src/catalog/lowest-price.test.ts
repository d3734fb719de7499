import { expect, test } from 'vitest';
import { lowestUnitPrice } from './lowest-price.ts';
import type { PriceRow } from './select-price-table.ts';

const row = (variantId: string | null, quantity: number, extendedPrice: string, more: Partial<PriceRow> = {}): PriceRow => {
  return { variantId, roleId: null, currency: 'USD', quantity, extendedPrice, validFrom: null, validUntil: null, ...more };
};
const gold = { id: 'gold', name: 'Gold' };
const lowest = (rows: readonly PriceRow[], ids: readonly string[], role: typeof gold | null = null) =>
  lowestUnitPrice(rows, ids, { role, currency: 'USD', day: '2026-11-23' });

const shared = [row(null, 1, '10'), row(null, 24, '180')];
test.each([
  ['the last break of all: 180 ÷ 24', shared, ['a', 'b'], null, '7.5'],
  ['a cheaper variant', [...shared, row('b', 1, '5')], ['a', 'b'], null, '5'],
  ['not of one that is not asked for', [...shared, row('b', 1, '5')], ['a'], null, '7.5'],
  ['a variant with prices of its own has not those of all', [...shared, row('b', 1, '12')], ['b'], null, '12'],
  ['the prices of the role, where there are some', [...shared, row(null, 1, '8', { roleId: 'gold' })], ['a'], gold, '8'],
  ['not of another role', [...shared, row(null, 1, '2', { roleId: 'silver' })], ['a'], gold, '7.5'],
  ['what is in force today', [row(null, 1, '10'), row(null, 1, '6', { validFrom: '2026-11-01', validUntil: '2026-11-30' })], ['a'], null, '6'],
  ['not what was', [row(null, 1, '10'), row(null, 1, '6', { validUntil: '2026-11-22' })], ['a'], null, '10'],
  ['six places at most: 1 ÷ 3', [row(null, 3, '1')], ['a'], null, '0.333333'],
  ['free is a price', [row(null, 1, '0')], ['a'], null, '0'],
  ['no price', [row(null, 1, '3', { currency: 'EUR' })], ['a'], null, null],
  ['nothing is sold', shared, [], null, null],
] as const)('%s', (_, rows, ids, role, price) => expect(lowest(rows, ids, role)).toBe(price));
