// A line that is sold by its breaks alone: what may be picked is exactly what is not refused (ordering facts 10.1, RestrictQuantities).
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aCatalogLine, breaks } from '../../test/an-order.ts';
import { runs } from '../../test/runs.ts';
import { allowedQuantities, quantityRefusals } from './quantity-rules.ts';
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
