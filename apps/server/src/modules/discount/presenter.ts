import type { Discount } from '@backdesk/contract/discount/schema.ts';
import type { DiscountRow } from './row-types.ts';

export function presentDiscount(row: DiscountRow): Discount {
  const { id, version, name, code, active, value, currency, reach, validFrom, validUntil, maxUses, maxUsesPerCustomer, state, used, isLimitedToItems } = row;
  return {
    id,
    version,
    name,
    code,
    active,
    value: value.kind === 'percentage' ? value : { kind: value.kind, amount: { amount: value.amount, currency } },
    reach,
    validFrom,
    validUntil,
    maxUses,
    maxUsesPerCustomer,
    productIds: [...row.productIds],
    categoryIds: [...row.categoryIds],
    roleIds: [...(row.roleIds ?? [])],
    isLimitedToItems,
    isLimitedToRoles: row.roleIds !== null,
    uses: used.inAll,
    usedAmount: { amount: used.amount, currency },
    state,
  };
}
