import { sql } from 'kysely';
import { decodeCursor, encodeCursor } from '../../../db/cursor.ts';
import { nearTerms } from '../../../db/near-terms.ts';
import type { SearchTerms } from '../../../db/search-terms.ts';
import { searchTerms } from '../../../db/search-terms.ts';
import type { ReadContext } from '../../context.ts';
import type { HitRow } from '../row-types.ts';
import { productsOf, readDiscountReach } from './discount-reach.ts';
import { roleOf } from './price-rows.ts';
import { readHits } from './read-hits.ts';

type Query = {
  readonly q?: string | undefined;
  readonly customerId?: string | undefined;
  /** Where they are to be entered: which of its discounts reach them. */
  readonly orderId?: string | undefined;
  /** Only what is in it, or in one below it. */
  readonly categoryId?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
};
type Place = { readonly tier: number; readonly key: string; readonly productId: string; readonly position: number; readonly id: string };

export type FoundVariants = { readonly rows: readonly HitRow[]; readonly isNear: boolean; readonly nextCursor: string | null };

const nobody = '00000000-0000-0000-0000-000000000000';
const start: Place = { tier: 0, key: '', productId: nobody, position: -2147483648, id: nobody };

/** The Add Product search, without what is not sold to the customer. Near-misses are looked for only when nothing else is found, and come on one page. */
export async function searchVariants(context: ReadContext, query: Query): Promise<FoundVariants> {
  const after = query.cursor === undefined ? start : placeOf(query.cursor);
  const found = await findHits(context, query, { terms: searchTerms(query.q ?? ''), after });
  const rows = found.slice(0, query.limit);
  const last = rows.at(-1);
  if (last !== undefined) return { rows, isNear: false, nextCursor: found.length > rows.length ? encodePlace(last) : null };
  if (query.cursor !== undefined || query.q === undefined) return { rows, isNear: false, nextCursor: null };
  const near = await nearTerms(context.db, context.scope, 'catalog', query.q);
  const nearRows = near === undefined ? [] : await findHits(context, query, { terms: near, after: start });
  return { rows: nearRows.slice(0, query.limit), isNear: true, nextCursor: null };
}

/** One more than fit a page: whether there is another one. */
async function findHits(
  context: ReadContext,
  { customerId, orderId, categoryId, limit }: Query,
  { terms, after }: { readonly terms: SearchTerms; readonly after: Place },
): Promise<readonly HitRow[]> {
  const { scope } = context;
  const asked = sql`${scope.accountId}::uuid, ${categoryId ?? null}::uuid, ${terms.raw}, ${terms.name}, ${terms.parts}::text[], ${terms.whole}::text[],
    ${after.tier}::integer, ${after.key}, ${after.productId}::uuid, ${after.position}::integer, ${after.id}::uuid, ${limit + 1}::integer`;
  const hits = customerId === undefined ? sql`found_variants(${asked})` : sql`sold_variants(${roleOf(scope, customerId)}, ${asked})`;
  const rows = await readHits(context, customerId, hits);
  const reachOf = await readDiscountReach(context, orderId, rows.flatMap(productsOf));
  return orderId === undefined ? rows : rows.map((row) => ({ ...row, discountReach: reachOf(productsOf(row)) }));
}

function placeOf(cursor: string): Place {
  const [tier, key, productId, position, id] = decodeCursor(cursor, ['integer', 'text', 'uuid', 'integer', 'uuid']);
  return { tier: Math.min(Math.max(Number(tier), 0), 6), key, productId, position: Math.min(Math.max(Number(position), -2147483648), 2147483647), id };
}

function encodePlace({ tier, key, product_id: productId, position, id }: HitRow): string {
  return encodeCursor([String(tier), key, productId, String(position), id]);
}
