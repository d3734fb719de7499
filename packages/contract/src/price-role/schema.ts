import { z } from 'zod';
import { priceBreak } from '../catalog/price-table.ts';
import { basedOn, day, decimal, filledLine, id } from '../core/primitives.ts';

export const createPriceRole = z.strictObject({ name: filledLine(60).describe('unique in the account, upper and lower case alike') });

export const changePriceRole = z.strictObject({
  name: filledLine(60).optional(),
  isDefault: z.boolean().optional().describe('whether customers have it who have none, nor their company; at most one role of the account'),
});

export const mergePriceRole = z.strictObject({
  intoId: id.describe('the role that takes over customers, companies and prices; where both have a price, its own stands'),
});

export const priceRole = z
  .strictObject({
    id,
    version: z.int(),
    name: z.string(),
    isDefault: z.boolean(),
    customerCount: z.int().describe('customers with this role of their own'),
    companyCount: z.int(),
    priceCount: z.int().describe('prices and breaks of this role'),
    buyerRuleCount: z.int().describe('rules of products that let this role buy, or not'),
    productCount: z.int().describe('products with a price of this role'),
  })
  .meta({ id: 'PriceRole' });

export const priceRoleList = z.strictObject({ items: z.array(priceRole) });

export const rolePrice = z
  .strictObject({
    productId: id,
    productCode: z.string(),
    productName: z.string(),
    sku: z.string().nullable().describe('null: for all variants of the product'),
    currency: z.string(),
    quantity: z.int(),
    extendedPrice: decimal.describe('for all pieces of the quantity together'),
    validFrom: day.nullable().describe('of a price period: its first day'),
    validUntil: day.nullable().describe('of a price period: its last day'),
  })
  .meta({ id: 'RolePrice' });

export const setRolePrices = z.strictObject({
  basedOn: basedOn.describe('version of the price role that was on the screen; without one it applies as it comes'),
  breaks: z
    .array(priceBreak)
    .max(50)
    .describe('all breaks of the role for the product that hold without days, whatever the variant; empty: the list price stands again'),
});

export const productRolePrices = z
  .strictObject({
    roleId: id,
    roleName: z.string(),
    version: z.int().describe('of the price role: what a change is based on'),
    breaks: z.array(priceBreak).describe('for every variant of the product, ascending by quantity; empty: the list price stands'),
    variantCount: z.int().describe('variants that have prices of this role of their own; those stand before the breaks here'),
  })
  .meta({ id: 'ProductRolePrices' });

export const productRolePricesList = z.strictObject({ items: z.array(productRolePrices) });

export type PriceRole = z.infer<typeof priceRole>;
export type RolePrice = z.infer<typeof rolePrice>;
export type ProductRolePrices = z.infer<typeof productRolePrices>;
