import type { CustomerSortKey } from '@backdesk/contract/customer/sort-keys.ts';
import { type RawBuilder, sql } from 'kysely';

type Kind = 'time' | 'text';
type Key = { readonly column: RawBuilder<unknown>; readonly kind: Kind };

const name = { column: sql`c.name_key`, kind: 'text' } as const;

/** What each order is made of, before the id. An index of migration 0026 (of names: 0003) stands behind every one. */
export const customerSorts: Readonly<Record<CustomerSortKey, readonly Key[]>> = {
  name: [name],
  company: [{ column: sql`c.company_key`, kind: 'text' }, name],
  number: [{ column: sql`c.number_key`, kind: 'text' }],
  created: [{ column: sql`c.created_at`, kind: 'time' }],
  lastOrder: [{ column: sql`a.last_order_at`, kind: 'time' }],
};

const types: Readonly<Record<Kind, RawBuilder<unknown>>> = { time: sql`timestamptz`, text: sql`text collate "C"` };

/** What a row is sorted by, as text for a cursor: times to the microsecond, as the database compares them. */
export function sortValues(sort: CustomerSortKey): RawBuilder<unknown> {
  const values = customerSorts[sort].map(({ column, kind }) =>
    kind === 'time' ? sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')` : sql`${column}::text`,
  );
  return sql`array[${sql.join(values)}]`;
}

const idOf = (sort: CustomerSortKey) => (sort === 'lastOrder' ? sql`a.customer_id` : sql`c.id`);

export function orderBy(sort: CustomerSortKey, isDescending: boolean): RawBuilder<unknown> {
  const direction = isDescending ? sql`desc` : sql`asc`;
  return sql.join([...customerSorts[sort].map(({ column }) => column), idOf(sort)].map((column) => sql`${column} ${direction}`));
}

/** Rows behind the place where the page before ended. */
export function beyond(sort: CustomerSortKey, isDescending: boolean, after: readonly string[]): RawBuilder<unknown> {
  const keys = customerSorts[sort];
  const columns = [...keys.map(({ column }) => column), idOf(sort)];
  const values = [...keys.map(({ kind }, index) => sql`${after[index]}::${types[kind]}`), sql`${after[keys.length]}::uuid`];
  return sql`(${sql.join(columns)}) ${isDescending ? sql`<` : sql`>`} (${sql.join(values)})`;
}

/** What a cursor of this order holds. */
export function cursorKinds(sort: CustomerSortKey): readonly (Kind | 'uuid')[] {
  return [...customerSorts[sort].map(({ kind }) => kind), 'uuid'];
}
