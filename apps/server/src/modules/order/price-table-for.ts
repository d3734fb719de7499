import { selectPriceTable } from '@backdesk/domain/catalog/select-price-table.ts';
import type { PriceTable } from '@backdesk/domain/pricing/types.ts';
import type { LineSnapshot } from '../catalog/queries/line-snapshots.ts';
import type { NamedRole } from './order-record.ts';

/** Who pays, in what, on which day of the account: what chooses among the price rows. */
export type PriceAudience = { readonly role: NamedRole | null; readonly currency: string; readonly on: string };

/** The breaks that apply to this variant for this customer today; null: it has no price. */
export function priceTableFor({ variantId, prices }: LineSnapshot, { role, currency, on: day }: PriceAudience): PriceTable | null {
  return selectPriceTable(prices, { variantId, role, currency, day });
}
