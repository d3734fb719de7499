import type { CustomerFilters } from '@backdesk/contract/customer/listing.ts';
import { type RawBuilder, sql } from 'kysely';
import type { ReadContext } from '../../context.ts';
import { findDefaultRoleId } from '../../price-role/queries.ts';
import { keptSince } from '../kept-since.ts';
import { searchTermsOf } from '../search-terms-of.ts';

type Part = RawBuilder<unknown>;

/** Which customers `c` (with their company `o`) a search and its filters mean, as the condition of a statement. `found`: who is found by its words, when that is known. */
export async function customerConditions(context: ReadContext, filters: CustomerFilters, found?: readonly string[]): Promise<Part> {
  const { db, scope, now } = context;
  const alive = filters.deleted === true ? sql`c.deleted_at >= ${keptSince(now)}` : sql`c.deleted_at is null`;
  const isDefaultRole = filters.roleId !== undefined && (await findDefaultRoleId(db, scope)) === filters.roleId;
  const words = found === undefined ? wordParts(context, filters.q ?? '') : [sql`c.id = any(${found}::uuid[])`];
  const parts = [sql`c.account_id = ${scope.accountId}`, alive, ...words, ...filterParts(context, filters, isDefaultRole)];
  return sql.join(parts, sql` and `);
}

/**
 * Found by the words, an e-mail address as typed, or the number of an order. Each alternative has an index of its own; all stand on
 * the one table, so that the database may also walk an order and look at each when words are in nearly everybody.
 */
function wordParts({ scope }: ReadContext, q: string): readonly Part[] {
  const { raw, parts } = searchTermsOf(q);
  if (raw === '') return [];
  const small = raw.toLowerCase();
  const words =
    parts.length === 0
      ? []
      : [
          sql`(${sql.join(
            parts.map((part) => sql`c.search_text like ${part}`),
            sql` and `,
          )})`,
        ];
  const number = /^\d{1,15}$/.test(raw) ? sql`or n.number = ${raw}::bigint` : sql``;
  const ofOrder = sql`c.id = any(array(select n.customer_id from orders n
    where n.account_id = ${scope.accountId} and n.deleted_at is null and (n.order_number = ${raw} ${number})))`;
  const ofEmail = sql`(lower(c.email) ~>=~ ${small} and lower(c.email) ~<~ ${`${small}\u{10ffff}`})`;
  return [sql`(${sql.join([...words, ofEmail, ofOrder], sql` or `)})`];
}

function filterParts({ account, scope }: ReadContext, filters: CustomerFilters, isDefaultRole: boolean): readonly Part[] {
  const { companyId, roleId, taxExempt, active, openAccount, hasOpenOrders, siteAccess, createdFrom, createdUntil } = filters;
  const startOf = (day: string, days = 0) => sql`((${day}::date + ${days}::integer)::timestamp at time zone ${account.timeZone})`;
  return [
    ...(companyId === undefined ? [] : [sql`c.company_id = ${companyId}`]),
    ...(roleId === undefined ? [] : [rolePart(scope.accountId, roleId, isDefaultRole)]),
    ...(taxExempt === undefined ? [] : [exemptPart(scope.accountId, taxExempt)]),
    // Written out, not as a value: the few of each have an index that says so.
    ...(active === undefined ? [] : [active ? sql`c.active` : sql`not c.active`]),
    ...(openAccount === undefined ? [] : [openAccount ? sql`c.open_account` : sql`not c.open_account`]),
    ...(siteAccess === undefined ? [] : [sitePart(scope.accountId, siteAccess)]),
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

/** In force: their own, else the company's. Everybody's is that of most, so there each is looked at; of others an index knows who. */
function rolePart(accountId: string, roleId: string, isDefault: boolean): Part {
  if (isDefault) return sql`coalesce(c.role_id, o.role_id, ${roleId}::uuid) = ${roleId}::uuid`;
  return sql`c.id = any(array(
      select w.id from customers w where w.account_id = ${accountId} and w.role_id = ${roleId}
      union all select w.id from companies g join customers w on w.account_id = g.account_id and w.company_id = g.id
        where g.account_id = ${accountId} and g.role_id = ${roleId} and w.role_id is null))`;
}

/** By themselves or through the company. */
function exemptPart(accountId: string, isExempt: boolean): Part {
  if (!isExempt) return sql`c.tax_exemption is null and o.tax_exemption is null`;
  return sql`c.id = any(array(
      select w.id from customers w where w.account_id = ${accountId} and w.tax_exemption is not null and w.deleted_at is null
      union all select w.id from companies g join customers w on w.account_id = g.account_id and w.company_id = g.id
        where g.account_id = ${accountId} and g.tax_exemption is not null and g.deleted_at is null))`;
}

/** Who waits to be let in is few, with an index of their own. */
function sitePart(accountId: string, access: 'waiting' | 'open'): Part {
  return sql`c.id = any(array(select l.customer_id from customer_logins l
      where l.account_id = ${accountId} and l.approved_at ${access === 'waiting' ? sql`is null` : sql`is not null`}))`;
}

/** A checkbox that was never set is not ticked. */
function fieldPart(code: string, value: string | boolean): Part {
  if (value === false) return sql`not c.fields @> ${JSON.stringify({ [code]: true })}::jsonb`;
  return sql`c.fields @> ${JSON.stringify({ [code]: value })}::jsonb`;
}
