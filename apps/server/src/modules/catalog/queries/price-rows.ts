import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../../db/tables.ts';
import type { AccountScope, ReadContext } from '../../context.ts';

/** Somebody who buys: a customer, or a guest without a price role (undefined). */
export type Buyer = { readonly customerId: string | undefined };

type Of = Pick<ReadContext, 'scope' | 'account'> & { readonly customerId: string | undefined };

/**
 * A subquery: the price rows of a product that can apply to `variant` (a column), for everybody and for the customer's
 * role (their own, else their company's, else the account's: the order of the domain's customer-terms.ts, which decides for orders), as one JSON array. Which of them do apply is for the domain to say.
 */
export function priceRowsOf({ scope, account, customerId }: Of, columns: { readonly product: string; readonly variant: string | null }) {
  const role = roleOf(scope, customerId);
  const variantIs = columns.variant === null ? sql`true` : sql`(r.variant_id is null or r.variant_id = ${sql.ref(columns.variant)})`;
  const roleIs = customerId === undefined ? sql`r.role_id is null` : sql`(r.role_id is null or r.role_id = ${role})`;
  return sql`(
    select json_agg(json_build_object('variantId', r.variant_id, 'roleId', r.role_id, 'role', g.name, 'currency', r.currency, 'quantity', r.quantity,
      'extendedPrice', r.extended_price::text, 'validFrom', r.valid_from, 'validUntil', r.valid_until))
    from price_rows r left join customer_roles g on g.account_id = r.account_id and g.id = r.role_id
    where r.account_id = ${scope.accountId} and r.product_id = ${sql.ref(columns.product)} and ${variantIs} and ${roleIs} and r.currency = ${account.currency})`;
}

/** A subquery: the price role of a customer: their own, else their company's, else the account's. */
export function roleOf({ accountId }: ReadContext['scope'], customerId: string | undefined) {
  return sql`(select coalesce(c.role_id, o.role_id, (select d.id from customer_roles d where d.account_id = c.account_id and d.is_default)) from customers c
      left join companies o on o.account_id = c.account_id and o.id = c.company_id
      where c.account_id = ${accountId} and c.id = ${customerId ?? null}::uuid)`;
}

/** The price role a customer buys by; null: none, or no such customer. */
export async function findRoleOf(db: Kysely<Tables>, scope: AccountScope, customerId: string): Promise<string | null> {
  const { rows } = await sql<{ role_id: string | null }>`select ${roleOf(scope, customerId)} as role_id`.execute(db);
  return rows[0]?.role_id ?? null;
}
