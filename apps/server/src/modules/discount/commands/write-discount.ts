import type { CreateDiscount } from '@backdesk/contract/discount/schema.ts';
import type { MinorUnits } from '@backdesk/domain/money/money.ts';
import type { RuleValue } from '@backdesk/domain/pricing/discounts/discount-rule.ts';
import { findUnknownProducts } from '../../catalog/queries/unknown-products.ts';
import { listCategories } from '../../category/queries.ts';
import type { CommandContext } from '../../context.ts';
import { listPriceRoles } from '../../price-role/queries.ts';
import { invalidField } from '../../problem.ts';
import { type DiscountRecord, saveDiscount } from '../store.ts';

/** Checks what a discount names and writes it. */
export async function writeDiscount(
  context: CommandContext,
  { id, version }: { readonly id: string; readonly version: number },
  body: CreateDiscount,
): Promise<DiscountRecord> {
  const { account } = context;
  if (body.validFrom !== null && body.validUntil !== null && body.validFrom > body.validUntil)
    throw invalidField('/validUntil', 'must not be before the first day');
  await refuseUnknown(context, body);
  const { productIds, categoryIds, roleIds, value, ...plain } = body;
  const record: DiscountRecord = {
    ...plain,
    id,
    version,
    currency: account.currency,
    value: ruleValueOf(value, account.currency),
    productIds: [...new Set(productIds)],
    categoryIds: [...new Set(categoryIds)],
    roleIds: roleIds.length === 0 ? null : [...new Set(roleIds)],
    isLimitedToItems: productIds.length + categoryIds.length > 0,
  };
  await saveDiscount(context, record);
  return record;
}

function ruleValueOf(value: CreateDiscount['value'], currency: string): RuleValue {
  if (value.kind === 'percentage') return value;
  if (value.amount.currency !== currency) throw invalidField('/value/amount/currency', `must be ${currency}, the currency of the account`);
  return { kind: value.kind, amount: value.amount.amount as MinorUnits };
}

async function refuseUnknown({ tx, scope }: CommandContext, { productIds, categoryIds, roleIds }: CreateDiscount): Promise<void> {
  const [product] = await findUnknownProducts(tx, scope, productIds);
  if (product !== undefined) throw invalidField(`/productIds/${productIds.indexOf(product)}`, 'must be a product of the account');
  const refuse = (field: string, ids: readonly string[], known: readonly { readonly id: string }[]) => {
    const unknown = ids.find((id) => !known.some((each) => each.id === id));
    if (unknown !== undefined) throw invalidField(`/${field}/${ids.indexOf(unknown)}`, 'is not in this account');
  };
  if (categoryIds.length > 0) refuse('categoryIds', categoryIds, await listCategories(tx, scope));
  if (roleIds.length > 0) refuse('roleIds', roleIds, await listPriceRoles(tx, scope));
}
