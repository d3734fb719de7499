import { discountReasons } from '@backdesk/domain/pricing/discounts/discount-rule.ts';
import { z } from 'zod';
import { day, filledLine, id, money, page, ppm } from '../core/primitives.ts';

export const reach = z.enum(['items', 'shipping', 'items_and_shipping']);

const positiveMoney = money.extend({ amount: z.int().min(1).max(1_000_000_000_000) });

export const ruleValue = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('percentage'), ppm: ppm.min(1) }),
  z.strictObject({ kind: z.literal('fixed'), amount: positiveMoney.describe('off each order') }),
  z.strictObject({ kind: z.literal('balance'), amount: positiveMoney.describe('to be used up over several orders') }),
]);

const uses = z.int().min(1).max(1_000_000).nullable();
const fields = {
  name: filledLine(100).describe('what staff and customers read beside the sum'),
  code: filledLine(60)
    .refine((code) => !/\s/.test(code), 'must not have spaces')
    .nullable()
    .describe('unique in the account, upper and lower case alike; null: automatic, on every order it may be used on'),
  active: z.boolean(),
  value: ruleValue,
  reach,
  validFrom: day.nullable(),
  validUntil: day.nullable().describe('the last day, in the time zone of the account'),
  maxUses: uses.describe('orders in all; null: any number'),
  maxUsesPerCustomer: uses,
  productIds: z.array(id).max(500).describe('with the categories: only lines of these; none of both: all lines'),
  categoryIds: z.array(id).max(100).describe('these and those below them'),
  roleIds: z.array(id).max(50).describe('only customers with one of these price roles; none: everybody'),
};

export const createDiscount = z.strictObject({
  ...fields,
  code: fields.code.default(null),
  active: fields.active.default(true),
  reach: fields.reach.default('items'),
  validFrom: fields.validFrom.default(null),
  validUntil: fields.validUntil.default(null),
  maxUses: fields.maxUses.default(null),
  maxUsesPerCustomer: fields.maxUsesPerCustomer.default(null),
  productIds: fields.productIds.default([]),
  categoryIds: fields.categoryIds.default([]),
  roleIds: fields.roleIds.default([]),
});

export const changeDiscount = z.strictObject(fields).partial();

export const discount = z
  .strictObject({
    id,
    version: z.int(),
    name: z.string(),
    code: z.string().nullable(),
    active: z.boolean(),
    value: ruleValue,
    reach,
    validFrom: day.nullable(),
    validUntil: day.nullable(),
    maxUses: z.int().nullable(),
    maxUsesPerCustomer: z.int().nullable(),
    productIds: z.array(id),
    categoryIds: z.array(id),
    roleIds: z.array(id),
    isLimitedToItems: z.boolean().describe('with no product and category left it reaches nothing'),
    isLimitedToRoles: z.boolean(),
    uses: z.int().describe('orders that have used it'),
    usedAmount: money,
    state: z.enum(['running', ...discountReasons]).describe('for a customer whom it is for, who never used it'),
  })
  .meta({ id: 'Discount' });

export const discountPage = page(discount);

export type Discount = z.infer<typeof discount>;
export type NewDiscount = z.input<typeof createDiscount>;
export type CreateDiscount = z.output<typeof createDiscount>;
