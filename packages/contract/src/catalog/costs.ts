// What variants cost: for staff who may see it, and on no other answer.
import { z } from 'zod';
import { currencyCode, id, positiveDecimal } from '../core/primitives.ts';

const unitCost = positiveDecimal.nullable().describe('what a piece costs without tax, in major units; null: not known');

export const productCosts = z
  .strictObject({ currency: currencyCode, items: z.array(z.strictObject({ variantId: id, sku: z.string(), unitCost })) })
  .meta({ id: 'ProductCosts' });

/** Costs of some variants of a product; those that are left out keep theirs. */
export const setCosts = z.strictObject({
  costs: z
    .array(z.strictObject({ variantId: id, unitCost }))
    .min(1)
    .max(2000),
});

export type ProductCosts = z.infer<typeof productCosts>;
