// One change of many products, as a job with progress.
import { mostPriceCut, mostPriceRise } from '@backdesk/domain/catalog/adjust-price.ts';
import { z } from 'zod';
import { currencyCode, decimal, id, searchQuery, time } from '../core/primitives.ts';

/** More are not taken in one go. */
export const mostEdited = 10_000;

const products = z
  .union([
    z.strictObject({ ids: z.array(id).min(1).max(1000) }),
    z.strictObject({ matching: z.strictObject({ q: searchQuery, categoryId: id.optional().describe('or one below it') }) }),
  ])
  .describe(`those named, or all that the listing finds, ${mostEdited} at most`);

const change = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('publication'), published: z.boolean() }),
  z.strictObject({ kind: z.literal('category'), categoryId: id, isIn: z.boolean().describe('false: taken out of it') }),
  z.strictObject({
    kind: z.literal('list_prices'),
    ppm: z
      .int()
      .min(mostPriceCut)
      .max(mostPriceRise)
      .refine((ppm) => ppm !== 0, 'must change something')
      .describe('by so much of every list price and break, in parts per million: 35000 is 3.5 % more'),
  }),
]);

export const bulkEditRequest = z.strictObject({ products, change });

export const bulkEditPreview = z
  .strictObject({
    count: z.int().describe('products that are meant'),
    currency: currencyCode,
    items: z
      .array(
        z.strictObject({
          productId: id,
          code: z.string(),
          name: z.string(),
          isChanged: z.boolean().describe('false: it is so already'),
          price: z.strictObject({ from: decimal, to: decimal }).nullable().describe('of list prices: the first break of the first variant'),
        }),
      )
      .describe('the first of them'),
  })
  .meta({ id: 'BulkEditPreview' });

export const bulkEdit = z
  .strictObject({
    id,
    state: z.enum(['running', 'done']),
    change,
    undoes: id.nullable().describe('the edit that this one takes back, or makes again'),
    isUndo: z.boolean().describe('true: puts back what was before `change`'),
    undo: z.enum(['possible', 'undone', 'none']).describe('none: it is running, changed nothing, or is from before edits could be undone'),
    count: z.int(),
    done: z.int().describe('products looked at so far'),
    changed: z.int(),
    left: z.int().describe('of an undo: products of which something stays, since it was changed in the meantime, or that are gone'),
    startedBy: z.string(),
    startedAt: time,
    finishedAt: time.nullable(),
  })
  .meta({ id: 'BulkEdit' });

export const bulkEditDetail = bulkEdit
  .extend({
    leftProducts: z
      .array(
        z.strictObject({
          productId: id,
          code: z.string(),
          name: z.string(),
          isDeleted: z.boolean(),
          changedBy: z.string().nullable().describe('who changed the product last'),
          changedAt: time.nullable(),
        }),
      )
      .describe('the first of those of which something stays'),
  })
  .meta({ id: 'BulkEditDetail' });

export type BulkEditRequest = z.output<typeof bulkEditRequest>;
export type BulkChange = BulkEditRequest['change'];
export type BulkEditPreview = z.infer<typeof bulkEditPreview>;
export type BulkEdit = z.infer<typeof bulkEdit>;
export type BulkEditDetail = z.infer<typeof bulkEditDetail>;
