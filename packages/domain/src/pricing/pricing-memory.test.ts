// An order priced with a memory of how it was before is the order priced afresh, whatever was changed in between.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aCatalogLine, aDiscount, anOrder, breaks, percentOff, taxedAt } from '../../test/an-order.ts';
import { anyOrder } from '../../test/any-order.ts';
import { runs } from '../../test/runs.ts';
import { priceOrder } from './price-order.ts';
import { createPricingMemory } from './pricing-memory.ts';
import type { PriceOrderInput } from './types.ts';

/** One change as a screen makes it: a line, or what stands beside the lines. Unchanged lines stay the same objects. */
const anyChange = fc.record({ at: fc.nat(), quantity: fc.integer({ min: 1, max: 600 }), what: fc.constantFrom('quantity', 'counted', 'gone', 'head') });

function changed(input: PriceOrderInput, other: PriceOrderInput, { at, quantity, what }: { at: number; quantity: number; what: string }): PriceOrderInput {
  const line = input.lines[at % Math.max(1, input.lines.length)];
  // Another customer, place or discount: everything but the lines.
  if (what === 'head' || line === undefined) return { ...other, lines: input.lines };
  if (what === 'gone') return { ...input, lines: input.lines.filter((each) => each !== line) };
  const next = what === 'counted' ? { ...line, counted: !line.counted } : { ...line, quantity };
  return { ...input, lines: input.lines.map((each) => (each === line ? next : each)) };
}

test('with a memory the answer is the same as without, after any changes', () => {
  fc.assert(
    fc.property(anyOrder, anyOrder, fc.array(anyChange, { minLength: 1, maxLength: 5 }), (start, other, changes) => {
      const memory = createPricingMemory();
      let input = start;
      expect(priceOrder(input, memory)).toEqual(priceOrder(input));
      for (const change of changes) {
        input = changed(input, other, change);
        expect(priceOrder(input, memory)).toEqual(priceOrder(input));
      }
    }),
    runs,
  );
});

test('only the changed line and its break group come out as other objects', () => {
  const memory = createPricingMemory();
  const table = breaks([1, '10.00'], [24, '180.00']);
  const first = aCatalogLine('a', 12, table, { breakGroup: 'tee' });
  const others = [aCatalogLine('b', 12, table, { breakGroup: 'tee' }), aCatalogLine('c', 5, table, { breakGroup: 'mug' })];
  const before = priceOrder(anOrder([first, ...others], taxedAt(8.875)), memory);
  const more = [{ ...first, quantity: 24 }, ...others];
  const after = priceOrder(anOrder(more, taxedAt(8.875)), memory);
  expect(after.lines.map((line, at) => line === before.lines[at])).toEqual([false, false, true]);
  expect(after.lines[1]?.groupQuantity).toBe(36);
  const discounted = priceOrder(anOrder(more, taxedAt(8.875), { discounts: [aDiscount(percentOff(10))] }), memory);
  expect(discounted.lines.map((line) => line.orderDiscount > 0)).toEqual([true, true, true]);
});
