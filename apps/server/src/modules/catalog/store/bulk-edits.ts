import type { BulkChange } from '@backdesk/contract/catalog/bulk-edit.ts';
import { sql } from 'kysely';
import { actorKey, type CommandContext } from '../../context.ts';

type New = { readonly id: string; readonly change: BulkChange; readonly productIds: readonly string[] };

export async function insertBulkEdit({ tx, scope, actor, now }: CommandContext, { id, change, productIds }: New): Promise<void> {
  await sql`
    insert into bulk_edits (account_id, id, change, product_ids, created_by, created_name, created_at)
    values (${scope.accountId}, ${id}, ${JSON.stringify(change)}::jsonb, ${productIds}::uuid[], ${actorKey(actor)}, ${actor.name}, ${now})`.execute(tx);
}

/** The next products of an edit, under a lock until the batch commits; none: all were looked at. */
export async function takeBatch({ tx, scope }: CommandContext, id: string, size: number): Promise<readonly string[]> {
  const { rows } = await sql<{ ids: readonly string[] }>`
    select product_ids[done + 1 : done + ${size}::integer] as ids from bulk_edits
    where account_id = ${scope.accountId} and id = ${id} for update`.execute(tx);
  return rows[0]?.ids ?? [];
}

export async function addBulkProgress(
  { tx, scope, now }: CommandContext,
  id: string,
  { looked, changed }: { readonly looked: number; readonly changed: number },
): Promise<void> {
  await sql`
    update bulk_edits set done = done + ${looked}, changed = changed + ${changed},
      finished_at = case when done + ${looked} >= cardinality(product_ids) then ${now}::timestamptz end
    where account_id = ${scope.accountId} and id = ${id}`.execute(tx);
}

/** Puts products into a category, or takes them out. Answers those for which that is new. */
export async function moveToCategory(
  { tx, scope }: CommandContext,
  { categoryId, isIn, productIds }: { readonly categoryId: string; readonly isIn: boolean; readonly productIds: readonly string[] },
): Promise<ReadonlySet<string>> {
  const { accountId } = scope;
  const { rows } = isIn
    ? await sql<{ id: string }>`
        insert into product_categories (account_id, category_id, product_id)
        select ${accountId}, ${categoryId}, p.id from unnest(${productIds}::uuid[]) as p (id) on conflict do nothing returning product_id as id`.execute(tx)
    : await sql<{ id: string }>`
        delete from product_categories where account_id = ${accountId} and category_id = ${categoryId} and product_id = any(${productIds}::uuid[])
        returning product_id as id`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}
