import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../../db/tables.ts';
import type { AccountScope } from '../../context.ts';

/** Those of these ids that are no price role of the account. (The price-role module asks this one for prices, so it cannot be asked back.) */
export async function findUnknownRoles(db: Kysely<Tables>, { accountId }: AccountScope, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    select w.id from unnest(${ids}::uuid[]) as w (id)
    where not exists (select from customer_roles r where r.account_id = ${accountId} and r.id = w.id)`.execute(db);
  return rows.map(({ id }) => id);
}
