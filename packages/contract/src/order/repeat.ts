// What differs in an order that is repeated at today's prices.

import { z } from 'zod';
import { decimal, id } from '../core/primitives.ts';

export const repeatedChange = z
  .strictObject({
    lineId: id.describe('of the order that is repeated'),
    label: z.string(),
    code: z.enum(['price_moved', 'not_sold', 'short_of_stock', 'answer_gone', 'renamed']).describe('not_sold: the line stays behind'),
    from: decimal.nullable().describe('of price_moved: each, then'),
    to: decimal.nullable().describe('of price_moved: each, today'),
    available: z.int().nullable().describe('of short_of_stock'),
    values: z
      .array(z.strictObject({ name: z.string(), from: z.string(), to: z.string() }))
      .describe('of renamed: values of the variant, and answers to its customization, that read otherwise now'),
  })
  .meta({ id: 'RepeatedChange' });

export type RepeatedChange = z.infer<typeof repeatedChange>;
