import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../../db/tables.ts';
import type { AccountScope, ReadContext } from '../../context.ts';
import { dayIn } from '../../day-in.ts';
import { Problem } from '../../problem.ts';

/** Prices of a product with the days on which they hold; major units as plain decimals. */
export type PricePeriodRow = {
  readonly variantId: string | null;
  readonly roleId: string | null;
  readonly roleName: string | null;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  readonly breaks: readonly { readonly quantity: number; readonly extendedPrice: string }[];
};

/** `version` is the product's, `today` the day it is in the account. */
export type PricePeriods = { readonly version: number; readonly today: string; readonly periods: readonly PricePeriodRow[] };

type Context = Pick<ReadContext, 'scope' | 'account' | 'now'> & { readonly db: Kysely<Tables> };

/** The price periods of a product in the currency of the account, by role, variant and first day. */
export async function getPricePeriods({ db, scope: { accountId }, account, now }: Context, productId: string): Promise<PricePeriods> {
  const product = await sql<{ version: number }>`
    select version from products where account_id = ${accountId} and id = ${productId} and deleted_at is null`.execute(db);
  const version = product.rows[0]?.version;
  if (version === undefined) throw new Problem('not_found');
  const { rows } = await sql<PricePeriodRow>`
    select r.variant_id "variantId", r.role_id "roleId", g.name "roleName", r.valid_from::text "validFrom", r.valid_until::text "validUntil",
      jsonb_agg(jsonb_build_object('quantity', r.quantity, 'extendedPrice', trim_scale(r.extended_price)::text) order by r.quantity) breaks
    from price_rows r left join customer_roles g on g.account_id = r.account_id and g.id = r.role_id
      left join variants v on v.account_id = r.account_id and v.id = r.variant_id
    where r.account_id = ${accountId} and r.product_id = ${productId} and r.currency = ${account.currency} and v.deleted_at is null
      and (r.valid_from is not null or r.valid_until is not null)
    group by r.variant_id, r.role_id, g.name, r.valid_from, r.valid_until, v.position
    order by lower(g.name) collate "und-x-icu" nulls first, v.position nulls first, r.valid_from nulls first, r.valid_until`.execute(db);
  return { version, today: dayIn(account.timeZone, now), periods: rows };
}

/** Products of which a price begins or ends to hold after one day up to another; `since` null: ever. */
export async function listProductsWithTurn(
  db: Kysely<Tables>,
  { accountId }: AccountScope,
  { since, until }: { readonly since: string | null; readonly until: string },
): Promise<readonly string[]> {
  // The day after its last is the first without it.
  const { rows } = await sql<{ id: string }>`
    select distinct product_id id from price_rows
    where account_id = ${accountId} and (valid_from is not null or valid_until is not null)
      and ((valid_from <= ${until}::date and (${since}::date is null or valid_from > ${since}::date))
        or (valid_until < ${until}::date and (${since}::date is null or valid_until >= ${since}::date)))
    order by id`.execute(db);
  return rows.map((row) => row.id);
}

/** The day up to which orders follow the price periods, under the lock of who looks for more; null: none yet. */
export async function lockSweptOn(tx: Kysely<Tables>, { accountId }: AccountScope): Promise<string | null> {
  const { rows } = await sql<{ day: string | null }>`
    select prices_swept_on::text "day" from accounts where account_id = ${accountId} for no key update`.execute(tx);
  return rows[0]?.day ?? null;
}
