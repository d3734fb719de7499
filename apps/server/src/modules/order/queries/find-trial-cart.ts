import { type MinorUnits, minor } from '@backdesk/domain/money/money.ts';
import { weightOfShipment } from '@backdesk/domain/order/checkout-facts.ts';
import type { PriceMode } from '@backdesk/domain/pricing/types.ts';
import type { Parcel } from '@backdesk/domain/shipping/types.ts';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../../db/tables.ts';
import type { AccountScope } from '../../context.ts';
import { checkoutFactsOf } from '../checkout-of.ts';
import type { OrderRecord } from '../order-record.ts';
import { selectOrderRecord } from './order-record-sql.ts';

/** What an order would be shipped and taxed by, if all of it went to one place. */
type CartOfOrder = {
  readonly order: { readonly id: string; readonly number: number };
  readonly currency: string;
  readonly priceMode: PriceMode;
  readonly exemption: string | null;
  readonly parcel: Parcel;
  readonly lines: readonly { readonly category: string; readonly amount: MinorUnits }[];
};

/** The counted lines of the order with this number, after all discounts; null: no such order in the account. */
export async function findTrialCart(db: Kysely<Tables>, scope: AccountScope, number: number): Promise<CartOfOrder | null> {
  const { rows } = await sql<{ record: OrderRecord }>`${selectOrderRecord}
    where o.account_id = ${scope.accountId} and o.number = ${number} and o.deleted_at is null`.execute(db);
  const [row] = rows;
  if (row === undefined) return null;
  const { record } = row;
  const { totals, lines } = record.pricing;
  const priced = new Map(lines.map((line) => [line.lineId, line]));
  return {
    order: { id: record.id, number },
    currency: record.currency,
    priceMode: record.priceMode,
    exemption: record.facts.exemption,
    parcel: { weightGrams: weightOfShipment(checkoutFactsOf(record), { lines: null }), itemsAmount: totals.items },
    lines: record.lines
      .filter(({ optional, chosen }) => !optional || chosen)
      .map(({ id, taxCategory }) => {
        const { total = 0, orderDiscount = 0 } = priced.get(id) ?? {};
        return { category: taxCategory, amount: minor(total - orderDiscount) };
      }),
  };
}
