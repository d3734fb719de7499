// Who may buy a product, by price role.
import { z } from 'zod';
import { id } from '../core/primitives.ts';

const effect = z.enum(['include', 'exclude']).describe('include: roles that are named so keep everybody else away; exclude: this role may not');

export const buyerRule = z
  .strictObject({
    roleId: id,
    roleName: z.string(),
    variantId: id.nullable().describe('null: the product with all its variants'),
    sku: z.string().nullable().describe('of the variant'),
    effect,
  })
  .meta({ id: 'BuyerRule' });

export const buyerRuleList = z.strictObject({ items: z.array(buyerRule) });

/** All rules of a product. Without one everybody may buy it. */
export const setBuyers = z.strictObject({
  rules: z.array(z.strictObject({ roleId: id, variantId: id.nullable().default(null), effect })).max(500),
});

export type BuyerRuleJson = z.infer<typeof buyerRule>;
