import { expect, test } from 'vitest';
import { bundleStock, bundlesFrom, type PartStock } from './bundle-stock.ts';

const part = (quantity: number, available: number, more: Partial<PartStock> = {}): PartStock => ({
  ...{ quantity, available, tracked: true, backorder: false },
  ...more,
});

test.each([
  // 12 shirts, 30 pens at 3 each: the pens are there for 10.
  [[part(1, 12), part(3, 30)], { tracked: true, available: 10, backorder: false }],
  // 31 pens make no eleventh.
  [[part(3, 31)], { tracked: true, available: 10, backorder: false }],
  // Pens may be back-ordered, shirts not: up to the twelfth.
  [[part(1, 12), part(3, 30, { backorder: true })], { tracked: true, available: 10, backorder: true }],
  // The shirts end first: back-ordered pens bring no more.
  [[part(1, 8), part(3, 30, { backorder: true })], { tracked: true, available: 8, backorder: false }],
  [[part(1, 8, { backorder: true }), part(3, 30, { backorder: true })], { tracked: true, available: 8, backorder: true }],
  // What is not counted limits nothing.
  [[part(1, 0, { tracked: false }), part(2, 7)], { tracked: true, available: 3, backorder: false }],
  [[part(1, 0, { tracked: false })], { tracked: false, available: 0, backorder: false }],
  [[part(2, -3)], { tracked: true, available: -2, backorder: false }],
])('%j', (parts, stock) => {
  expect(bundleStock(parts)).toEqual(stock);
});

test('a part says how many bundles it is there for', () => {
  expect(bundlesFrom(part(3, 31))).toBe(10);
  expect(bundlesFrom(part(1, 0, { tracked: false }))).toBeNull();
});
