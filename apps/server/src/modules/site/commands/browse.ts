// The catalogue as whoever is here may see it: what is sold, at their prices.

import { getProduct } from '../../catalog/queries/get-product.ts';
import { listProducts } from '../../catalog/queries/list-products.ts';
import type { Buyer } from '../../catalog/queries/price-rows.ts';
import type { ListRow, LoadedProduct } from '../../catalog/row-types.ts';
import type { ReadContext } from '../../context.ts';
import { Problem } from '../../problem.ts';
import { findSoldProduct } from '../queries/find-product.ts';
import { findCategoryId, listSoldCategories } from '../queries/sold-categories.ts';

type Query = {
  readonly q?: string | undefined;
  /** Code of a category; one that is not there holds nothing. */
  readonly category?: string | undefined;
  readonly inStock?: 'true' | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
};

const buyerOf = ({ actor }: Pick<ReadContext, 'actor'>): Buyer => ({ customerId: actor.kind === 'customer' ? actor.id : undefined });

/** A page of what is sold. With `inStock` what is sold out was found too, so a page may be shorter than asked for and still go on. */
export async function browseProducts(
  context: ReadContext,
  { category, inStock, ...query }: Query,
): Promise<{ readonly rows: readonly ListRow[]; readonly nextCursor: string | null }> {
  const categoryId = category === undefined ? undefined : await findCategoryId(context, category);
  if (category !== undefined && categoryId === undefined) return { rows: [], nextCursor: null };
  const { rows, nextCursor } = await listProducts(context, { ...query, categoryId, buyer: buyerOf(context) });
  return { rows: inStock === undefined ? rows : rows.filter((row) => !row.is_sold_out), nextCursor };
}

export function browseCategories(context: ReadContext) {
  return listSoldCategories(context, buyerOf(context));
}

export async function viewProduct(context: ReadContext, code: string): Promise<LoadedProduct> {
  const found = await getProduct(context, await findSoldProduct(context, code), buyerOf(context));
  if (!found.variants.some(({ published }) => published)) throw new Problem('not_found');
  return found;
}
