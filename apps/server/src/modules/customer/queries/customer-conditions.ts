import type { CustomerFilters } from '@backdesk/contract/customer/listing.ts';
import { type RawBuilder, sql } from 'kysely';
import { defaultRoleId } from '../../../db/price-role-sql.ts';
import type { ReadContext } from '../../context.ts';
import { keptSince } from '../kept-since.ts';
import { searchTermsOf } from '../search-terms-of.ts';

type Part = RawBuilder<unknown>;

/** Which customers `c` (with their company `o`) a search and its filters mean, as the condition of a statement. */
export function customerConditions(context: ReadContext, filters: CustomerFilters): Part {
  const { scope, now } = context;
  const alive =
    filters.deleted === true ? (t: string) => sql`${sql.ref(t)}.deleted_at >= ${keptSince(now)}` : (t: string) => sql`${sql.ref(t)}.deleted_at is null`;
  const parts = [sql`c.account_id = ${scope.accountId}`, alive('c'), ...wordParts(context, filters.q ?? '', alive('f')), ...filterParts(context, filters)];
  return sql.join(parts, sql` and `);
}

/** Found by the words, an e-mail address as typed, or the number of an order. Each alternative has an index of its own. */
function wordParts({ scope }: ReadContext, q: string, alive: Part): readonly Part[] {
  const { raw, parts } = searchTermsOf(q);
  if (raw === '') return [];
  const small = raw.toLowerCase();
  const of = sql`select f.id from customers f where f.account_id = ${scope.accountId} and ${alive}`;
  const words =
    parts.length === 0
      ? []
      : [
          sql`${of} and ${sql.join(
            parts.map((part) => sql`f.search_text like ${part}`),
            sql` and `,
          )} union all`,
        ];
  const number = /^\d{1,15}$/.test(raw) ? sql`or n.number = ${raw}::bigint` : sql``;
  return [
    sql`c.id in (${sql.join(words, sql` `)} ${of} and lower(f.email) ~>=~ ${small} and lower(f.email) ~<~ ${`${small}\u{10ffff}`}
      union all select n.customer_id from orders n where n.account_id = ${scope.accountId} and n.deleted_at is null and (n.order_number = ${raw} ${number}))`,
  ];
}

function filterParts({ account, scope }: ReadContext, filters: CustomerFilters): readonly Part[] {
  const { companyId, roleId, taxExempt, active, openAccount, hasOpenOrders, createdFrom, createdUntil } = filters;
  const startOf = (day: string, days = 0) => sql`((${day}::date + ${days}::integer)::timestamp at time zone ${account.timeZone})`;
  return [
    ...(companyId === undefined ? [] : [sql`c.company_id = ${companyId}`]),
    ...(roleId === undefined ? [] : [sql`coalesce(c.role_id, o.role_id, ${defaultRoleId(scope.accountId)}) = ${roleId}`]),
    ...(taxExempt === undefined ? [] : [sql`(coalesce(c.tax_exemption, o.tax_exemption) is not null) = ${taxExempt}`]),
    ...(active === undefined ? [] : [sql`c.active = ${active}`]),
    ...(openAccount === undefined ? [] : [sql`c.open_account = ${openAccount}`]),
    ...(createdFrom === undefined ? [] : [sql`c.created_at >= ${startOf(createdFrom)}`]),
    ...(createdUntil === undefined ? [] : [sql`c.created_at < ${startOf(createdUntil, 1)}`]),
    ...Object.entries(filters.fields ?? {}).map(([code, value]) => fieldPart(code, value)),
    ...(hasOpenOrders === undefined
      ? []
      : [
          sql`${hasOpenOrders ? sql`` : sql`not `}exists (select from orders d where d.account_id = ${scope.accountId} and d.customer_id = c.id
            and d.deleted_at is null and d.stage in ('draft', 'estimate', 'saved_cart'))`,
        ]),
  ];
}

/** A checkbox that was never set is not ticked. */
function fieldPart(code: string, value: string | boolean): Part {
  if (value === false) return sql`not c.fields @> ${JSON.stringify({ [code]: true })}::jsonb`;
  return sql`c.fields @> ${JSON.stringify({ [code]: value })}::jsonb`;
}
