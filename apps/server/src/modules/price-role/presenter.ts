import type { PriceRole, RolePrice } from '@backdesk/contract/price-role/schema.ts';
import type { PriceRoleRow, RolePriceRow } from './row-types.ts';

export const presentPriceRole = (row: PriceRoleRow): PriceRole => ({ ...row });

export function presentRolePrice({ id: _, ...row }: RolePriceRow): RolePrice {
  return row;
}
