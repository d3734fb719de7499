import type { CustomerFilters } from '@backdesk/contract/customer/listing.ts';
import { sql } from 'kysely';
import { decodeCursor, encodeCursor } from '../../../db/cursor.ts';
import { nearTerms } from '../../../db/near-terms.ts';
import type { SearchTerms } from '../../../db/search-terms.ts';
import type { ReadContext } from '../../context.ts';
import type { CustomerListRow } from '../row-types.ts';
import { searchTermsOf } from '../search-terms-of.ts';
import { type CustomerSort, listColumns, listJoins, listSortedCustomers } from './sorted-customers.ts';

type Query = CustomerFilters & { readonly sort?: CustomerSort | undefined; readonly cursor?: string | undefined; readonly limit: number };
type Place = { readonly tier: number; readonly key: string; readonly id: string };
type Row = CustomerListRow & { readonly tier: number; readonly key: string };

const start: Place = { tier: 0, key: '', id: '00000000-0000-0000-0000-000000000000' };

/** Customers by name, or found by name, e-mail, company, phone digits, customer number or the number of one of their orders. */
export async function listCustomers(
  context: ReadContext,
  query: Query,
): Promise<{ readonly rows: readonly CustomerListRow[]; readonly nextCursor: string | null }> {
  const { sort, cursor, limit, ...filters } = query;
  const { q: _, ...others } = filters;
  // Only words: the nearest come first. Without any, in an order that was asked for, or filtered, nearness says nothing.
  if (sort !== undefined || searchTermsOf(query.q ?? '').raw === '' || Object.values(others).some((filter) => filter !== undefined))
    return listSortedCustomers(context, { filters, sort: sort ?? 'name', cursor, limit });
  const after = query.cursor === undefined ? start : placeOf(query.cursor);
  const rows = await findRows(context, { terms: searchTermsOf(query.q ?? ''), after, limit: query.limit });
  if (rows.length === 0 && query.cursor === undefined && query.q !== undefined) {
    const near = await nearTerms(context.db, context.scope, 'customer', query.q);
    return { rows: near === undefined ? [] : (await findRows(context, { terms: near, after, limit: query.limit })).slice(0, query.limit), nextCursor: null };
  }
  const last = rows[query.limit - 1];
  const nextCursor = rows.length > query.limit && last !== undefined ? encodeCursor([String(last.tier), last.key, last.id]) : null;
  return { rows: rows.slice(0, query.limit), nextCursor };
}

function placeOf(cursor: string): Place {
  const [tier, key, id] = decodeCursor(cursor, ['integer', 'text', 'uuid']);
  return { tier: Math.min(Math.max(Number(tier), 0), 6), key, id };
}

async function findRows(
  { db, scope }: ReadContext,
  { terms, after, limit }: { readonly terms: SearchTerms; readonly after: Place; readonly limit: number },
): Promise<readonly Row[]> {
  const hits = sql`search_customers(${scope.accountId}::uuid, ${terms.raw}, ${terms.name}, ${terms.parts}, ${terms.whole},
    ${after.tier}::integer, ${after.key}, ${after.id}::uuid, ${limit + 1}::integer)`;
  const { rows } = await sql<Row>`
    select h.tier, h.key, ${listColumns}
    from ${hits} with ordinality as h (tier, id, key, product_id, position, place)
    join customers c on c.account_id = ${scope.accountId} and c.id = h.id
    join customer_activity a on a.account_id = c.account_id and a.customer_id = c.id ${listJoins}
    order by h.place`.execute(db);
  return rows;
}
