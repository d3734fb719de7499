import { sql } from 'kysely';
import type { CommandContext } from '../../context.ts';

/** Puts a product into exactly these categories. */
export async function saveProductCategories(
  { tx, scope }: Pick<CommandContext, 'tx' | 'scope'>,
  productId: string,
  categoryIds: readonly string[],
): Promise<void> {
  await sql`
    delete from product_categories where account_id = ${scope.accountId} and product_id = ${productId} and category_id <> all(${categoryIds}::uuid[])`.execute(
    tx,
  );
  await sql`
    insert into product_categories (account_id, category_id, product_id)
    select ${scope.accountId}, c.id, ${productId} from unnest(${categoryIds}::uuid[]) as c (id) on conflict do nothing`.execute(tx);
}
