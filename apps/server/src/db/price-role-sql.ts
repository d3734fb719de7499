import { type RawBuilder, sql } from 'kysely';

/** A price role as JSON `{ id, name }` by the column that holds its id, for a statement that reads more; null when there is none. */
export const roleJson = (account: string, role: string): RawBuilder<unknown> =>
  sql`(select json_build_object('id', pr.id, 'name', pr.name) from customer_roles pr where pr.account_id = ${sql.ref(account)} and pr.id = ${sql.ref(role)})`;

/** The price role of everybody who has none, the same way. */
export const defaultRoleJson = (account: string): RawBuilder<unknown> =>
  sql`(select json_build_object('id', pr.id, 'name', pr.name) from customer_roles pr where pr.account_id = ${sql.ref(account)} and pr.is_default)`;
