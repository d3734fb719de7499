import { sql } from 'kysely';
import type { ReadContext } from '../../context.ts';

/** A discount of an order that reaches some products only, with those of the asked-about ones that it reaches. */
export type DiscountReach = { readonly discountId: string; readonly productIds: readonly string[] };
export type ReachOf = (productIds: readonly string[]) => readonly DiscountReach[] | undefined;

/**
 * Which of these products the limited discounts of an order reach: whoever enters one sees its discount at once, before the order holds it.
 * undefined is answered where no order was asked about.
 */
export async function readDiscountReach(
  { db, scope }: Pick<ReadContext, 'db' | 'scope'>,
  orderId: string | undefined,
  productIds: readonly string[],
): Promise<ReachOf> {
  if (orderId === undefined) return () => undefined;
  const { rows } = await sql<DiscountReach>`
    select d.id as "discountId", array(select discount_products(d.account_id, d.id, ${[...new Set(productIds)]}::uuid[]) order by 1) as "productIds"
    from order_discounts d
    where d.account_id = ${scope.accountId} and d.order_id = ${orderId} and d.product_ids is not null
    order by d.position, d.id`.execute(db);
  return (asked) =>
    rows.flatMap(({ discountId, productIds: reached }) => {
      const those = reached.filter((id) => asked.includes(id));
      return those.length === 0 ? [] : [{ discountId, productIds: those }];
    });
}

/** The product of a hit with those of its parts. */
export const productsOf = (row: { readonly product_id: string; readonly parts: readonly { readonly productId: string }[] }): readonly string[] => [
  row.product_id,
  ...row.parts.map(({ productId }) => productId),
];

/** A product with the discounts of an order that reach it. */
export async function withDiscountReach<
  Product extends { readonly product: { readonly id: string }; readonly parts: readonly { readonly productId: string }[] },
>(
  context: Pick<ReadContext, 'db' | 'scope'>,
  orderId: string | undefined,
  loaded: Product,
): Promise<Product & { readonly discountReach: readonly DiscountReach[] | undefined }> {
  const ids = productsOf({ product_id: loaded.product.id, parts: loaded.parts });
  return { ...loaded, discountReach: (await readDiscountReach(context, orderId, ids))(ids) };
}
