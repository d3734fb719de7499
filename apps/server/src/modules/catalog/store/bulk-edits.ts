import type { BulkChange } from '@backdesk/contract/catalog/bulk-edit.ts';
import { sql } from 'kysely';
import { actorKey, type CommandContext } from '../../context.ts';

type New = {
  readonly id: string;
  readonly change: BulkChange;
  readonly productIds: readonly string[];
  readonly undoes: string | null;
  readonly takesBack: boolean;
};

export async function insertBulkEdit({ tx, scope, actor, now }: CommandContext, { id, change, productIds, undoes, takesBack }: New): Promise<void> {
  await sql`
    insert into bulk_edits (account_id, id, change, product_ids, undoes, takes_back, created_by, created_name, created_at)
    values (${scope.accountId}, ${id}, ${JSON.stringify(change)}::jsonb, ${productIds}::uuid[], ${undoes}, ${takesBack}, ${actorKey(actor)}, ${actor.name}, ${now})`.execute(
    tx,
  );
}

/** Of two who undo the same edit the second waits, and is told. */
export async function lockBulkEdit({ tx, scope }: CommandContext, id: string): Promise<void> {
  await sql`select from bulk_edits where account_id = ${scope.accountId} and id = ${id} for update`.execute(tx);
}

type BulkProduct = {
  readonly id: string;
  /** null: it was not changed. */
  readonly version: number | null;
  readonly marked: readonly string[];
  /** Something of it was changed since, and stays. */
  readonly isLeft: boolean;
};

/** Keeps which products an edit changed, by the version it made of them, and which an undo left. */
export async function insertBulkProducts({ tx, scope }: CommandContext, id: string, products: readonly BulkProduct[]): Promise<void> {
  if (products.length === 0) return;
  await sql`
    insert into bulk_edit_products (account_id, bulk_edit_id, product_id, version, marked, is_left)
    select ${scope.accountId}, ${id}, p.id, p.version, p.marked, p."isLeft"
    from jsonb_to_recordset(${JSON.stringify(products)}::jsonb) as p (id uuid, version integer, marked uuid[], "isLeft" boolean)`.execute(tx);
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
