import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../../db/tables.ts';
import type { AccountScope } from '../../context.ts';

/** Those of these ids that are no product of the account. Asked by what names products: a discount, a role. */
export async function findUnknownProducts(db: Kysely<Tables>, { accountId }: AccountScope, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    select w.id from unnest(${ids}::uuid[]) as w (id)
    where not exists (select from products p where p.account_id = ${accountId} and p.id = w.id and p.deleted_at is null)`.execute(db);
  return rows.map(({ id }) => id);
}
