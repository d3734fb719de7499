import { sql } from 'kysely';
import type { CommandContext } from '../../context.ts';
import { isOfLiveVariant } from '../queries/of-live-variant.ts';
import type { PricePeriodRow } from '../queries/price-periods.ts';

/** Replaces the prices of a product that have days, in the currency of the account. */
export async function savePricePeriods(
  { tx, scope, account, newId }: Pick<CommandContext, 'tx' | 'scope' | 'account' | 'newId'>,
  productId: string,
  periods: readonly Omit<PricePeriodRow, 'roleName'>[],
): Promise<void> {
  await sql`
    delete from price_rows where account_id = ${scope.accountId} and product_id = ${productId} and currency = ${account.currency}
      and (valid_from is not null or valid_until is not null) and ${isOfLiveVariant(scope.accountId, 'variant_id')}`.execute(tx);
  const rows = periods.flatMap(({ breaks, ...place }) => breaks.map((each) => ({ ...place, ...each, id: newId() })));
  if (rows.length === 0) return;
  await sql`
    insert into price_rows (account_id, id, product_id, variant_id, role_id, currency, quantity, extended_price, valid_from, valid_until)
    select ${scope.accountId}, r.id, ${productId}::uuid, r."variantId", r."roleId", ${account.currency}, r.quantity, r."extendedPrice", r."validFrom", r."validUntil"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, "variantId" uuid, "roleId" uuid, quantity integer, "extendedPrice" numeric,
      "validFrom" date, "validUntil" date)`.execute(tx);
}

/** Notes that orders follow the price periods up to this day of the account. */
export async function saveSweptOn({ tx, scope }: Pick<CommandContext, 'tx' | 'scope'>, day: string): Promise<void> {
  await sql`update accounts set prices_swept_on = ${day}::date where account_id = ${scope.accountId}`.execute(tx);
}
