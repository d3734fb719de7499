// What is earned by an order: an answer of its own, so that neither cost nor margin can reach a customer by being in an order.

import { z } from 'zod';
import { decimal, id, money } from '../core/primitives.ts';

const margin = {
  net: money.describe('what is paid after all discounts, without tax'),
  cost: money,
  margin: money.describe('net − cost; may be negative'),
  marginPpm: z.int().nullable().describe('the part of net that is earned, in parts per million; null: nothing is paid'),
};

export const orderMargin = z
  .strictObject({
    total: z.strictObject(margin).nullable().describe('over the counted lines whose cost is known; null: none is'),
    withoutCost: z.int().describe('counted lines whose cost is not known: they are in no figure here'),
    leastMarginPpm: z.int().describe('the part that must be earned at least: a setting of the account'),
    costs: z
      .array(z.strictObject({ variantId: id, unitCost: decimal }))
      .describe('of each variant in it whose cost is known, parts of bundles too: what lines are worked out from'),
    lines: z.array(
      z.strictObject({
        lineId: id,
        variantId: id.nullable(),
        unitCost: decimal.describe('of one piece, as of when the line was last read from the catalogue; of a bundle of a fixed price that of its parts'),
        ...margin,
        below: z.enum(['cost', 'floor']).nullable().describe('less is paid than it costs, or than the least margin asks'),
      }),
    ),
  })
  .meta({ id: 'OrderMargin' });

export type OrderMarginJson = z.infer<typeof orderMargin>;
