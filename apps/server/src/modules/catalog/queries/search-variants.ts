import { sql } from 'kysely';
import { decodeCursor, encodeCursor } from '../../../db/cursor.ts';
import { nearTerms } from '../../../db/near-terms.ts';
import type { SearchTerms } from '../../../db/search-terms.ts';
import { searchTerms } from '../../../db/search-terms.ts';
import type { ReadContext } from '../../context.ts';
import type { HitRow } from '../row-types.ts';
import { readHits } from './read-hits.ts';

type Query = {
  readonly q?: string | undefined;
  readonly customerId?: string | undefined;
  /** Only what is in it, or in one below it. */
  readonly categoryId?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
};
type Place = { readonly tier: number; readonly key: string; readonly productId: string; readonly position: number; readonly id: string };

export type FoundVariants = { readonly rows: readonly HitRow[]; readonly isNear: boolean; readonly nextCursor: string | null };

const nobody = '00000000-0000-0000-0000-000000000000';
const start: Place = { tier: 0, key: '', productId: nobody, position: -2147483648, id: nobody };

/** Pages read for one answer, when what is found is not sold to the customer: so many hidden hits nobody has. */
const mostPages = 50;

/** The Add Product search, without what is not sold to the customer. Near-misses are looked for only when nothing else is found, and come on one page. */
export async function searchVariants(context: ReadContext, query: Query): Promise<FoundVariants> {
  const terms = searchTerms(query.q ?? '');
  const { rows, isEmpty, nextCursor } = await findSold(context, query, terms);
  if (!isEmpty || query.cursor !== undefined || query.q === undefined) return { rows, isNear: false, nextCursor };
  const near = await nearTerms(context.db, context.scope, 'catalog', query.q);
  const nearRows = near === undefined ? [] : await findHits(context, query, { terms: near, after: start });
  return { rows: nearRows.filter(({ is_sold: isSold }) => isSold).slice(0, query.limit), isNear: true, nextCursor: null };
}

/** A page of what is sold, read on past what is not. */
async function findSold(context: ReadContext, query: Query, terms: SearchTerms) {
  const sold: HitRow[] = [];
  let after = query.cursor === undefined ? start : placeOf(query.cursor);
  for (let page = 1; ; page += 1) {
    const found = await findHits(context, query, { terms, after });
    for (const [index, row] of found.slice(0, query.limit).entries()) {
      after = placeOfRow(row);
      if (row.is_sold) sold.push(row);
      if (sold.length === query.limit) return { rows: sold, isEmpty: false, nextCursor: found.length > index + 1 ? encodePlace(after) : null };
    }
    const hasMore = found.length > query.limit;
    if (!hasMore || page === mostPages) return { rows: sold, isEmpty: page === 1 && found.length === 0, nextCursor: hasMore ? encodePlace(after) : null };
  }
}

async function findHits(
  context: ReadContext,
  query: Query,
  { terms, after }: { readonly terms: SearchTerms; readonly after: Place },
): Promise<readonly HitRow[]> {
  const { scope } = context;
  const place = sql`${after.tier}::integer, ${after.key}, ${after.productId}::uuid, ${after.position}::integer, ${after.id}::uuid, ${query.limit + 1}::integer`;
  const words = terms.parts.length > 0 ? terms.parts : ['%'];
  // Nothing typed: all of them by name, which is what walking along the names for any word does.
  const hits =
    query.categoryId !== undefined
      ? sql`category_variants(${scope.accountId}::uuid, ${query.categoryId}::uuid, ${words}::text[], ${terms.raw}, ${after.key}, ${after.productId}::uuid, ${after.position}::integer, ${after.id}::uuid, ${query.limit + 1}::integer)`
      : terms.raw === ''
        ? sql`walk_variants(${scope.accountId}::uuid, 4, '{%}', null, '', '', '', '', '', '', ${after.key}, ${after.productId}::uuid, ${after.position}::integer, ${after.id}::uuid, null, ${query.limit + 1}::integer)`
        : sql`search_variants(${scope.accountId}::uuid, ${terms.raw}, ${terms.name}, ${terms.parts}, ${terms.whole}, ${place})`;
  return readHits(context, query.customerId, hits);
}

function placeOf(cursor: string): Place {
  const [tier, key, productId, position, id] = decodeCursor(cursor, ['integer', 'text', 'uuid', 'integer', 'uuid']);
  return { tier: Math.min(Math.max(Number(tier), 0), 6), key, productId, position: Math.min(Math.max(Number(position), -2147483648), 2147483647), id };
}

function placeOfRow({ tier, key, product_id: productId, position, id }: HitRow): Place {
  return { tier, key, productId, position, id };
}

function encodePlace({ tier, key, productId, position, id }: Place): string {
  return encodeCursor([String(tier), key, productId, String(position), id]);
}
