import { selectPriceTable } from '@backdesk/domain/catalog/select-price-table.ts';
import type { PriceTable } from '@backdesk/domain/pricing/types.ts';
import type { LineSnapshot } from '../catalog/queries/line-snapshots.ts';

/** Who pays, in what, on which day of the account: what chooses among the price rows. */
export type PriceAudience = { readonly roleId: string | null; readonly currency: string; readonly on: string };

/** The breaks that apply to this variant for this customer today; null: it has no price. */
export function priceTableFor({ variantId, prices }: LineSnapshot, { roleId, currency, on: day }: PriceAudience): PriceTable | null {
  const role = roleId === null ? null : { id: roleId, name: prices.find((row) => row.roleId === roleId)?.roleName ?? '' };
  return selectPriceTable(prices, { variantId, role, currency, day });
}
