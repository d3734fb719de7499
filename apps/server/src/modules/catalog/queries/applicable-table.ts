import type { PriceRow } from '@backdesk/domain/catalog/select-price-table.ts';
import { selectPriceTable } from '@backdesk/domain/catalog/select-price-table.ts';
import type { PriceTable } from '@backdesk/domain/pricing/types.ts';
import type { ReadContext } from '../../context.ts';
import { dayIn } from '../../day-in.ts';

/** A price row for everybody, or for the role of the customer asked about. */
export type FoundPriceRow = PriceRow & { readonly role: string | null };

/** The price table of a variant today, as the domain chooses it from these rows; null: no price. */
export function applicableTable({ account, now }: Pick<ReadContext, 'account' | 'now'>, variantId: string, rows: readonly FoundPriceRow[]): PriceTable | null {
  const ofRole = rows.find((row) => row.roleId !== null);
  const role = ofRole?.roleId == null ? null : { id: ofRole.roleId, name: ofRole.role ?? '' };
  const day = dayIn(account.timeZone, now);
  const table = selectPriceTable(rows, { variantId, role, currency: account.currency, day });
  return table === null
    ? null
    : { ...table, breaks: table.breaks.map(({ quantity, extendedPrice }) => ({ quantity, extendedPrice: shortDecimal(extendedPrice) })) };
}

/** "8.500000" as "8.50": the zeros that numeric(20,6) adds are taken off, down to two places. */
export function shortDecimal(text: string): string {
  return text.replace(/(\.\d\d\d*?)0+$/, '$1');
}
