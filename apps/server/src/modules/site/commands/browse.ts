// The catalogue as whoever is here may see it: what is sold, at their prices.

import { getProduct } from '../../catalog/queries/get-product.ts';
import { listProducts } from '../../catalog/queries/list-products.ts';
import type { Buyer } from '../../catalog/queries/price-rows.ts';
import type { ListRow, LoadedProduct } from '../../catalog/row-types.ts';
import type { ReadContext } from '../../context.ts';
import { Problem } from '../../problem.ts';
import { findSoldProduct } from '../queries/find-product.ts';

type Query = { readonly q?: string | undefined; readonly cursor?: string | undefined; readonly limit: number };

const buyerOf = ({ actor }: Pick<ReadContext, 'actor'>): Buyer => ({ customerId: actor.kind === 'customer' ? actor.id : undefined });

/** A page of what is sold. What is not was found too, so a page may be shorter than asked for and still go on. */
export async function browseProducts(context: ReadContext, query: Query): Promise<{ readonly rows: readonly ListRow[]; readonly nextCursor: string | null }> {
  const { rows, nextCursor } = await listProducts(context, { ...query, buyer: buyerOf(context) });
  return { rows: rows.filter((row) => row.is_sold), nextCursor };
}

export async function viewProduct(context: ReadContext, code: string): Promise<LoadedProduct> {
  const found = await getProduct(context, await findSoldProduct(context, code), buyerOf(context));
  if (!found.variants.some(({ published }) => published)) throw new Problem('not_found');
  return found;
}
