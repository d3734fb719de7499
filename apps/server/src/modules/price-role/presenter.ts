import type { PriceRole, ProductRolePrices, RolePrice } from '@backdesk/contract/price-role/schema.ts';
import type { PriceRoleRow, ProductRolePricesRow, RolePriceRow } from './row-types.ts';

export const presentPriceRole = (row: PriceRoleRow): PriceRole => ({ ...row });

export function presentRolePrice({ id: _, ...row }: RolePriceRow): RolePrice {
  return row;
}

export function presentProductRolePrices({ code: _, breaks, ...row }: ProductRolePricesRow): ProductRolePrices {
  return { ...row, breaks: [...breaks] };
}
