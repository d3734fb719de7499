// A line that is sold by its breaks alone: what may be picked is exactly what is not refused (ordering facts 10.1, RestrictQuantities).
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aCatalogLine, breaks } from '../../test/an-order.ts';
import { runs } from '../../test/runs.ts';
import { allowedNear, allowedQuantities, quantityRefusals } from './quantity-rules.ts';
import type { PricingLine } from './types.ts';

const mugs = breaks([12, '51.00'], [48, '172.80'], [144, '489.60']);
const sold = (maximum: number | null) => ({ quantityRule: { increment: 0, maximum } });
const picks = (lines: readonly PricingLine[], id = 'a') => allowedQuantities(lines, id).map(({ quantity }) => quantity);
const inGroup = { breakGroup: 'mugs', ...sold(null) };

describe('the quantities that may be picked', () => {
  test('are those of the breaks, up to the largest that is sold', () => {
    expect(picks([aCatalogLine('a', 5, mugs, sold(null))])).toEqual([12, 48, 144]);
    expect(picks([aCatalogLine('a', 5, mugs, sold(100))])).toEqual([12, 48]);
  });

  test('are what is left of them beside the others of its break group', () => {
    const lines = [aCatalogLine('a', 6, mugs, inGroup), aCatalogLine('b', 30, mugs, inGroup), aCatalogLine('c', 7, mugs, sold(null))];
    expect(picks(lines)).toEqual([18, 114]);
    expect(allowedQuantities(lines, 'a')).toEqual([
      { quantity: 18, groupQuantity: 48 },
      { quantity: 114, groupQuantity: 144 },
    ]);
    expect(picks(lines, 'c')).toEqual([12, 48, 144]);
  });

  test('are none where other quantities are sold too, and where there is no price', () => {
    for (const increment of [null, 1, 12]) expect(picks([aCatalogLine('a', 5, mugs, { quantityRule: { increment, maximum: null } })])).toEqual([]);
    expect(picks([aCatalogLine('a', 5, null, sold(null))])).toEqual([]);
    expect(picks([])).toEqual([]);
  });

  test('are those that are not refused, whatever the breaks', () => {
    const quantity = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(
        fc.uniqueArray(quantity, { minLength: 1, maxLength: 5 }),
        fc.option(quantity),
        quantity,
        fc.integer({ min: 0, max: 40 }),
        (at, maximum, asked, others) => {
          const table = breaks(...at.toSorted((a, b) => a - b).map((each): [number, string] => [each, '1.00']));
          const rule = { breakGroup: 'g', ...sold(maximum) };
          const line = aCatalogLine('a', asked, table, rule);
          const lines = others === 0 ? [line] : [line, aCatalogLine('b', others, table, rule)];
          return picks(lines).includes(asked) === (quantityRefusals(line, asked + others).length === 0);
        },
      ),
      runs,
    );
  });
});

describe('the nearest quantities to one that is not sold', () => {
  const near = (quantity: number, rule: Partial<PricingLine>, others = 0) => allowedNear(aCatalogLine('a', quantity, mugs, rule), quantity + others);
  const inTwelves = (maximum: number | null) => ({ quantityRule: { increment: 12, maximum } });

  test('are the breaks around it where it is sold by those alone', () => {
    expect(near(24, sold(null))).toEqual([12, 48]);
    expect(near(5, sold(null))).toEqual([12]);
    expect(near(200, sold(null))).toEqual([144]);
    expect(near(60, sold(100))).toEqual([48]);
  });

  test('are the steps around it where it is sold in steps, from the lowest break up to the largest', () => {
    expect(near(30, inTwelves(null))).toEqual([24, 36]);
    expect(near(5, inTwelves(null))).toEqual([12]);
    expect(near(130, inTwelves(100))).toEqual([96]);
    expect(near(130, { quantityRule: { increment: null, maximum: 100 } })).toEqual([100]);
  });

  test('leave room for the others of its break group', () => {
    expect(near(6, sold(null), 30)).toEqual([18]);
    expect(near(6, sold(null), 200)).toEqual([]);
  });

  test('are none where nothing stands against it', () => {
    expect(near(48, sold(null))).toEqual([]);
    expect(near(7, {})).toEqual([12]);
    expect(near(13, {})).toEqual([]);
  });

  test('are never refused themselves, and one on either side of it where there are two', () => {
    const rule = fc.record({ increment: fc.option(fc.integer({ min: 0, max: 12 })), maximum: fc.option(fc.integer({ min: 1, max: 80 })) });
    const at = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(at, rule, fc.integer({ min: 1, max: 90 }), fc.integer({ min: 0, max: 40 }), (quantities, quantityRule, quantity, others) => {
        const table = breaks(...quantities.toSorted((a, b) => a - b).map((each): [number, string] => [each, '1.00']));
        const line = aCatalogLine('a', quantity, table, { quantityRule });
        const found = allowedNear(line, quantity + others);
        expect(found.every((each) => each > 0 && quantityRefusals(line, each + others).length === 0)).toBe(true);
        expect(found.length < 2 || ((found[0] ?? 0) < quantity && (found[1] ?? 0) > quantity)).toBe(true);
      }),
      runs,
    );
  });
});
