import { lowestUnitPrice } from '@backdesk/domain/catalog/lowest-price.ts';
import type { PriceQuestion, PriceRow } from '@backdesk/domain/catalog/select-price-table.ts';
import { selectPriceTable } from '@backdesk/domain/catalog/select-price-table.ts';
import type { PriceTable } from '@backdesk/domain/pricing/types.ts';
import type { ReadContext } from '../../context.ts';
import { dayIn } from '../../day-in.ts';

/** A price row for everybody, or for the role of the customer asked about. */
export type FoundPriceRow = PriceRow & { readonly role: string | null };

type Now = Pick<ReadContext, 'account' | 'now'>;

/** The price table of a variant today, as the domain chooses it from these rows; null: no price. */
export function applicableTable(context: Now, variantId: string, rows: readonly FoundPriceRow[]): PriceTable | null {
  const table = selectPriceTable(rows, { variantId, ...questionOf(context, rows) });
  return table === null
    ? null
    : { ...table, breaks: table.breaks.map(({ quantity, extendedPrice }) => ({ quantity, extendedPrice: shortDecimal(extendedPrice) })) };
}

/** The list price that holds without days, whatever period stands in its place today; null: there is none. */
export function standingList(context: Now, variantId: string, rows: readonly FoundPriceRow[]): PriceTable | null {
  const standing = rows.filter(({ roleId, validFrom, validUntil }) => roleId === null && validFrom === null && validUntil === null);
  return applicableTable(context, variantId, standing);
}

export const isPeriod = (table: PriceTable | null): boolean => table?.validFrom !== undefined;

/** The lowest price of one piece of these variants of a product today, from all rows of it: "4.10"; null: none has a price. */
export function lowestPriceToday(context: Now, variantIds: readonly string[], rows: readonly FoundPriceRow[]): string | null {
  const lowest = lowestUnitPrice(rows, variantIds, questionOf(context, rows));
  return lowest === null ? null : longDecimal(lowest);
}

/** "4.1" as "4.10": two places at least. */
export function longDecimal(text: string): string {
  const [whole = '', fraction = ''] = text.split('.');
  return `${whole}.${fraction.padEnd(2, '0')}`;
}

function questionOf({ account, now }: Now, rows: readonly FoundPriceRow[]): Omit<PriceQuestion, 'variantId'> {
  const ofRole = rows.find((row) => row.roleId !== null);
  const role = ofRole?.roleId == null ? null : { id: ofRole.roleId, name: ofRole.role ?? '' };
  return { role, currency: account.currency, day: dayIn(account.timeZone, now) };
}

/** "8.500000" as "8.50": the zeros that numeric(20,6) adds are taken off, down to two places. */
export function shortDecimal(text: string): string {
  return text.replace(/(\.\d\d\d*?)0+$/, '$1');
}
