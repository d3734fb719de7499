import type { CreateDiscount } from '@backdesk/contract/discount/schema.ts';
import type { DiscountRow } from './row-types.ts';

/** A discount as it would be sent to be made: what a change is laid over. */
export function bodyOfDiscount(row: DiscountRow): CreateDiscount {
  const { name, code, active, value, currency, reach, validFrom, validUntil, maxUses, maxUsesPerCustomer, productIds, categoryIds, roleIds } = row;
  const shown = value.kind === 'percentage' ? value : { kind: value.kind, amount: { amount: value.amount, currency } };
  const limits = { productIds: [...productIds], categoryIds: [...categoryIds], roleIds: [...(roleIds ?? [])] };
  return { name, code, active, value: shown, reach, validFrom, validUntil, maxUses, maxUsesPerCustomer, ...limits };
}
