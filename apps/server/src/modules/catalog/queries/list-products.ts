import { type BuyerRule, isSoldTo } from '@backdesk/domain/catalog/sold-to.ts';
import { decimalOfMillionths, millionths } from '@backdesk/domain/money/rational.ts';
import { bundleStock, type PartStock } from '@backdesk/domain/stock/bundle-stock.ts';
import { type RawBuilder, sql } from 'kysely';
import { decodeCursor, encodeCursor } from '../../../db/cursor.ts';
import { nearTerms } from '../../../db/near-terms.ts';
import type { SearchTerms } from '../../../db/search-terms.ts';
import { searchTerms } from '../../../db/search-terms.ts';
import type { ReadContext } from '../../context.ts';
import type { ListRow } from '../row-types.ts';
import { type FoundPriceRow, longDecimal, lowestPriceToday } from './applicable-table.ts';
import { buyerRulesJson } from './buyer-rules.ts';
import { type Buyer, priceRowsOf, roleOf } from './price-rows.ts';

type Query = {
  readonly q?: string | undefined;
  readonly categoryId?: string | undefined;
  /** These alone. */
  readonly ids?: readonly string[] | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
  /** Whose lowest prices, and only what is sold to them; without one those of the list, and all there is. */
  readonly buyer?: Buyer | undefined;
};
type Place = { readonly tier: number; readonly key: string; readonly id: string };

const start: Place = { tier: 0, key: '', id: '00000000-0000-0000-0000-000000000000' };

/** Products by name, or found by name, code and the SKUs of their variants. */
export async function listProducts(context: ReadContext, query: Query): Promise<{ readonly rows: readonly ListRow[]; readonly nextCursor: string | null }> {
  const after = query.cursor === undefined ? start : placeOf(query.cursor);
  const terms = searchTerms(query.q ?? '');
  const asked = { after, limit: query.limit, categoryId: query.categoryId, ids: query.ids, buyer: query.buyer };
  if (query.ids !== undefined) return { rows: await findRows(context, { ...asked, terms }), nextCursor: null };
  const rows = await findRows(context, { ...asked, terms });
  if (rows.length === 0 && query.cursor === undefined && query.q !== undefined) {
    const near = await nearTerms(context.db, context.scope, 'catalog', query.q);
    return { rows: near === undefined ? [] : (await findRows(context, { ...asked, terms: near })).slice(0, query.limit), nextCursor: null };
  }
  const last = rows[query.limit - 1];
  const nextCursor = rows.length > query.limit && last !== undefined ? encodeCursor([String(last.tier), last.key, last.id]) : null;
  return { rows: rows.slice(0, query.limit), nextCursor };
}

function placeOf(cursor: string): Place {
  const [tier, key, id] = decodeCursor(cursor, ['integer', 'text', 'uuid']);
  return { tier: Math.min(Math.max(Number(tier), 0), 6), key, id };
}

type Asked = {
  readonly terms: SearchTerms;
  readonly after: Place;
  readonly limit: number;
  readonly categoryId: string | undefined;
  readonly ids: readonly string[] | undefined;
  readonly buyer: Buyer | undefined;
};

type FoundPart = PartStock & {
  readonly variantId: string;
  readonly isPublished: boolean;
  readonly buyerRules: readonly BuyerRule[];
  readonly prices: readonly FoundPriceRow[] | null;
};

type Found = Omit<ListRow, 'is_sold_out' | 'price_from'> & {
  readonly buyer_rules: readonly BuyerRule[];
  readonly role_id: string | null;
  readonly prices: readonly FoundPriceRow[] | null;
  /** null: none. */
  readonly variant_ids: readonly string[] | null;
  readonly published_ids: readonly string[] | null;
  /** Of the published ones those that are there, or can be back-ordered. */
  readonly in_stock_ids: readonly string[] | null;
  /** Of a bundle: what it is made of; null: it is none. */
  readonly parts: readonly FoundPart[] | null;
  readonly is_summed: boolean;
};

async function findRows(context: ReadContext, asked: Asked): Promise<readonly ListRow[]> {
  const { db, scope } = context;
  const { terms, after, limit, categoryId, ids, buyer } = asked;
  const customerId = buyer?.customerId;
  const found = sql`${scope.accountId}::uuid, ${categoryId ?? null}::uuid, ${terms.raw}, ${terms.name}, ${terms.parts}::text[], ${terms.whole}::text[],
    ${after.tier}::integer, ${after.key}, ${after.id}::uuid, ${limit + 1}::integer`;
  const searched = buyer === undefined ? sql`found_products(${found})` : sql`sold_products(${roleOf(scope, customerId)}, ${found})`;
  const hits = ids === undefined ? searched : sql`unnest('{}'::integer[], ${ids}::uuid[], '{}'::text[], '{}'::uuid[], '{}'::integer[])`;
  // Who may buy is asked only for somebody who buys.
  const rules = buyer === undefined ? sql`'[]'::json` : buyerRulesJson;
  const { rows } = await sql<Found>`
    select h.tier, h.key, p.id, p.code, p.name, p.image_url, p.published, p.updated_at, p.kind = 'bundle' as is_bundle, coalesce(p.bundle_pricing = 'summed', false) as is_summed,
      case when p.kind = 'bundle' then ${partsIn(context, buyer)} end as parts, v.variant_count, v.first_sku, v.available, v.variant_ids, v.published_ids, v.in_stock_ids,
      ${rules} as buyer_rules, ${roleOf(scope, customerId)} as role_id, ${priceRowsOf({ ...context, customerId }, { product: 'p.id', variant: null })} as prices
    from ${hits} with ordinality as h (tier, id, key, product_id, position, place)
    join products p on p.account_id = ${scope.accountId} and p.id = h.id and p.deleted_at is null
    cross join lateral (
      select count(*)::integer as variant_count, (array_agg(v.sku order by v.position, v.id))[1] as first_sku,
        array_agg(v.id) as variant_ids, array_agg(v.id) filter (where v.published) as published_ids,
        array_agg(v.id) filter (where v.published and (not v.tracks_stock or v.allows_backorder or s.on_hand - s.reserved > 0)) as in_stock_ids,
        (sum(s.on_hand - s.reserved) filter (where v.tracks_stock))::integer as available
      from variants v left join stock_levels s on s.account_id = v.account_id and s.variant_id = v.id
      where v.account_id = p.account_id and v.product_id = p.id and v.deleted_at is null
    ) v
    order by h.place`.execute(db);
  return rows.map(
    ({ buyer_rules: of, role_id: roleId, prices, variant_ids: all, published_ids: published, in_stock_ids: inStock, parts, is_summed: isSummed, ...row }) => {
      const isFor = (variantId: string, by: readonly BuyerRule[]) => buyer === undefined || isSoldTo(by, variantId, roleId);
      const sold = row.published ? (published ?? []).filter((id) => isFor(id, of)) : [];
      const there = new Set(inStock);
      return {
        ...row,
        is_sold_out: !sold.some((id) => there.has(id)),
        // Staff are told what a product costs before it is on sale.
        price_from: isSummed && parts !== null ? sumOfParts(context, parts) : lowestPriceToday(context, buyer === undefined ? (all ?? []) : sold, prices ?? []),
        ...(parts !== null && stockOfParts(parts, (part) => part.isPublished && isFor(part.variantId, part.buyerRules))),
      };
    },
  );
}

/** A subquery: the parts of a bundle with their stock and the rows of their prices, as one JSON array. */
function partsIn(context: ReadContext, buyer: Buyer | undefined): RawBuilder<unknown> {
  const rules = buyer === undefined ? sql`'[]'::json` : sql`(select ${buyerRulesJson} from products p where p.account_id = cp.account_id and p.id = cp.id)`;
  return sql`(
      select json_agg(json_build_object('variantId', cv.id, 'quantity', bp.quantity, 'tracked', cv.tracks_stock,
        'available', coalesce(s.on_hand, 0) - coalesce(s.reserved, 0), 'backorder', cv.allows_backorder,
        'isPublished', cv.published and cp.published and cv.deleted_at is null and cp.deleted_at is null, 'buyerRules', ${rules},
        'prices', ${priceRowsOf({ ...context, customerId: buyer?.customerId }, { product: 'cv.product_id', variant: 'cv.id' })}))
      from bundle_parts bp
      join variants cv on cv.account_id = bp.account_id and cv.id = bp.variant_id
      join products cp on cp.account_id = cv.account_id and cp.id = cv.product_id
      left join stock_levels s on s.account_id = cv.account_id and s.variant_id = cv.id
      where bp.account_id = p.account_id and bp.product_id = p.id)`;
}

/** A bundle is there as its parts are; of what is not sold there is none. */
function stockOfParts(parts: readonly FoundPart[], isSold: (part: FoundPart) => boolean): Pick<ListRow, 'available' | 'is_sold_out'> {
  const none = { tracked: true, available: 0, backorder: false };
  const { tracked, available, backorder } = bundleStock(parts.map((part) => (isSold(part) ? part : { ...part, ...none })));
  return { available: tracked ? available : null, is_sold_out: tracked && available <= 0 && !backorder };
}

/** What one bundle costs at the lowest prices of its parts; null: one has none. */
function sumOfParts(context: ReadContext, parts: readonly FoundPart[]): string | null {
  let sum = 0n;
  for (const { variantId, quantity, prices } of parts) {
    const lowest = lowestPriceToday(context, [variantId], prices ?? []);
    if (lowest === null) return null;
    sum += millionths(lowest) * BigInt(quantity);
  }
  return longDecimal(decimalOfMillionths(sum));
}
