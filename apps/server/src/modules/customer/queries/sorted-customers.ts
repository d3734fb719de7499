import type { CustomerFilters } from '@backdesk/contract/customer/listing.ts';
import type { CustomerSortKey } from '@backdesk/contract/customer/sort-keys.ts';
import { sql } from 'kysely';
import { decodeCursor, encodeCursor } from '../../../db/cursor.ts';
import { defaultRoleJson, roleJson } from '../../../db/price-role-sql.ts';
import type { ReadContext } from '../../context.ts';
import type { CustomerExportRow, CustomerListRow } from '../row-types.ts';
import { customerConditions } from './customer-conditions.ts';
import { beyond, cursorKinds, orderBy, sortValues } from './customer-sorts.ts';
import { findFew } from './find-few.ts';

export type CustomerSort = CustomerSortKey | `-${CustomerSortKey}`;
type Query = { readonly filters: CustomerFilters; readonly sort: CustomerSort; readonly cursor?: string | undefined; readonly limit: number };
type Page<Row> = { readonly rows: readonly Row[]; readonly nextCursor: string | null };

/** What a row of the listing shows, of customers `c`, companies `o` and activity `a`. Which terms are in force is for the domain to say. */
export const listColumns = sql`c.id, c.name, c.email, c.phone, c.number, c.active, c.created_at, c.updated_at, c.deleted_at,
  c.tax_exemption, ${roleJson('c.account_id', 'c.role_id')} as role, ${defaultRoleJson('c.account_id')} as default_role,
  nullif(a.last_order_at, '0001-01-01 00:00:00+00') as last_order_at,
  case when o.id is not null then json_build_object('id', o.id, 'name', o.name, 'taxExemption', o.tax_exemption,
    'role', ${roleJson('o.account_id', 'o.role_id')}) end as company`;

export const listJoins = sql`
  left join companies o on o.account_id = c.account_id and o.id = c.company_id`;

const exportColumns = sql`${listColumns}, c.title, c.open_account, c.notes, c.fields,
  (select b.address from addresses b where b.account_id = c.account_id and b.customer_id = c.id and b.deleted_at is null
    order by b.default_shipping desc, b.created_at, b.id limit 1) as address`;

/** Customers that the filters let through, in keyset pages along an index. */
export function listSortedCustomers(context: ReadContext, query: Query): Promise<Page<CustomerListRow>> {
  return readPage<CustomerListRow>(context, query, listColumns);
}

/** The same with all that an export writes. */
export function listCustomersForExport(context: ReadContext, query: Query): Promise<Page<CustomerExportRow>> {
  return readPage<CustomerExportRow>(context, query, exportColumns);
}

async function readPage<Row extends { readonly id: string }>(
  context: ReadContext,
  { filters, sort, cursor, limit }: Query,
  columns: typeof listColumns,
): Promise<Page<Row>> {
  const isDescending = sort.startsWith('-');
  const key = sort.replace('-', '') as CustomerSortKey;
  const after = cursor === undefined ? sql`` : sql` and ${beyond(key, isDescending, decodeCursor(cursor, cursorKinds(key)))}`;
  const conditions = await customerConditions(context, filters, await findFew(context, filters));
  const { rows } = await sql<Row & { readonly keys: readonly string[] }>`
    select ${columns}, ${sortValues(key)} as keys
    from customer_activity a join customers c on c.account_id = a.account_id and c.id = a.customer_id ${listJoins}
    where a.account_id = ${context.scope.accountId} and ${conditions}${after}
    order by ${orderBy(key, isDescending)} limit ${sql.lit(limit + 1)}`.execute(context.db);
  const last = rows[limit - 1];
  return { rows: rows.slice(0, limit), nextCursor: rows.length > limit && last !== undefined ? encodeCursor([...last.keys, last.id]) : null };
}

/** How many customers the filters let through. */
export async function countCustomers(context: ReadContext, filters: CustomerFilters): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from customers c left join companies o on o.account_id = c.account_id and o.id = c.company_id
    where ${await customerConditions(context, filters)}`.execute(context.db);
  return rows[0]?.count ?? 0;
}
