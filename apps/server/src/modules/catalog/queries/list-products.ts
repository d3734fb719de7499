import { type BuyerRule, isSoldTo } from '@backdesk/domain/catalog/sold-to.ts';
import { decimalOfMillionths, millionths } from '@backdesk/domain/money/rational.ts';
import { bundleStock, type PartStock } from '@backdesk/domain/stock/bundle-stock.ts';
import { type RawBuilder, sql } from 'kysely';
import { decodeCursor, encodeCursor } from '../../../db/cursor.ts';
import { nearTerms } from '../../../db/near-terms.ts';
import type { SearchTerms } from '../../../db/search-terms.ts';
import { searchTerms } from '../../../db/search-terms.ts';
import type { AccountScope, ReadContext } from '../../context.ts';
import type { ListRow } from '../row-types.ts';
import { shortDecimal } from './applicable-table.ts';
import { buyerRulesOf } from './buyer-rules.ts';
import { type Buyer, roleOf } from './price-rows.ts';

type Query = {
  readonly q?: string | undefined;
  readonly categoryId?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
  /** Whose lowest prices, and to whom it is sold; without one those of the list, and to anybody. */
  readonly buyer?: Buyer | undefined;
};
type Place = { readonly tier: number; readonly key: string; readonly id: string };

const start: Place = { tier: 0, key: '', id: '00000000-0000-0000-0000-000000000000' };

/** Products by name, or found by name, code and the SKUs of their variants. */
export async function listProducts(context: ReadContext, query: Query): Promise<{ readonly rows: readonly ListRow[]; readonly nextCursor: string | null }> {
  const after = query.cursor === undefined ? start : placeOf(query.cursor);
  const terms = searchTerms(query.q ?? '');
  const asked = { after, limit: query.limit, categoryId: query.categoryId, buyer: query.buyer };
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
  readonly buyer: Buyer | undefined;
};

/** By name within a category and those below it, all words somewhere in what a product is found by: there is one tier, since there are few. */
function hitsWithin({ accountId }: AccountScope, { terms, after, limit, categoryId }: Asked & { readonly categoryId: string }): RawBuilder<unknown> {
  const words = terms.parts.length > 0 ? terms.parts : ['%'];
  return sql`category_products(${accountId}::uuid, ${categoryId}::uuid, ${words}::text[], ${terms.raw}, ${after.key}, ${after.id}::uuid, ${limit + 1}::integer)`;
}

type Found = ListRow & {
  readonly buyer_rules: readonly BuyerRule[];
  readonly role_id: string | null;
  readonly published_ids: readonly string[];
  /** Of a bundle: its parts, each with its lowest price where the bundle costs what they cost. */
  readonly parts: readonly (PartStock & { readonly isSold: boolean; readonly priceFrom: string | null })[] | null;
  readonly is_summed: boolean;
};

async function findRows({ db, scope, account }: ReadContext, asked: Asked): Promise<readonly ListRow[]> {
  const { terms, after, limit, categoryId, buyer } = asked;
  const customerId = buyer?.customerId;
  const hits =
    categoryId !== undefined
      ? hitsWithin(scope, { ...asked, categoryId })
      : terms.raw === ''
        ? sql`walk_products(${scope.accountId}::uuid, 4, '{%}', null, '', '', '', '', '{}', ${after.key}, ${after.id}::uuid, null, ${limit + 1}::integer)`
        : sql`search_products(${scope.accountId}::uuid, ${terms.raw}, ${terms.name}, ${terms.parts}, ${terms.whole},
          ${after.tier}::integer, ${after.key}, ${after.id}::uuid, ${limit + 1}::integer)`;
  const ofRole = customerId === undefined ? sql`` : sql`or r.role_id = ${roleOf(scope, customerId)}`;
  // Who may buy is asked only for somebody who buys.
  const rules = buyer === undefined ? sql`'[]'::json` : buyerRulesOf(scope, 'p.id');
  const { rows } = await sql<Found>`
    select h.tier, h.key, ${partsIn(account.currency, ofRole)} as parts, coalesce(p.bundle_pricing = 'summed', false) as is_summed, p.id, p.code, p.name, p.image_url, p.published, p.updated_at, p.kind = 'bundle' as is_bundle, v.variant_count, v.first_sku, v.available, v.is_sold, v.is_sold_out, v.published_ids, r.price_from,
      ${rules} as buyer_rules, ${roleOf(scope, customerId)} as role_id
    from ${hits} with ordinality as h (tier, id, key, product_id, position, place)
    join products p on p.account_id = ${scope.accountId} and p.id = h.id
    cross join lateral (
      select count(*)::integer as variant_count, (array_agg(v.sku order by v.position, v.id))[1] as first_sku,
        ${buyer === undefined ? sql`'{}'::uuid[]` : sql`coalesce(array_agg(v.id) filter (where v.published), '{}')`} as published_ids,
        (sum(s.on_hand - s.reserved) filter (where v.tracks_stock))::integer as available,
        p.published and coalesce(bool_or(v.published), false) as is_sold,
        coalesce(bool_and(v.tracks_stock and not v.allows_backorder and coalesce(s.on_hand - s.reserved, 0) <= 0) filter (where v.published), true) as is_sold_out
      from variants v left join stock_levels s on s.account_id = v.account_id and s.variant_id = v.id
      where v.account_id = p.account_id and v.product_id = p.id and v.deleted_at is null
    ) v
    cross join lateral (
      -- The lowest price of one piece as it is shown in a list; no amount is worked out with it.
      select round(coalesce(min(r.extended_price / r.quantity) filter (where r.role_id is not null), min(r.extended_price / r.quantity)), 6)::text as price_from
      from price_rows r
      where r.account_id = p.account_id and r.product_id = p.id and (r.role_id is null ${ofRole}) and r.currency = ${account.currency}
        and r.valid_from is null and r.valid_until is null
    ) r
    order by h.place`.execute(db);
  return rows.map(({ buyer_rules: of, role_id: roleId, published_ids: ids, parts, is_summed: isSummed, ...row }) => ({
    ...row,
    ...(parts !== null && stockOfParts(parts)),
    is_sold: row.is_sold && (buyer === undefined || of.length === 0 || ids.some((id) => isSoldTo(of, id, roleId))),
    price_from: isSummed && parts !== null ? sumOfParts(parts) : row.price_from === null ? null : shortDecimal(row.price_from),
  }));
}

/** A subquery: the parts of a bundle with their stock and lowest price; null: it is no bundle. */
function partsIn(currency: string, ofRole: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`case when p.kind = 'bundle' then (
      select json_agg(json_build_object('quantity', bp.quantity, 'tracked', cv.tracks_stock, 'available', coalesce(s.on_hand, 0) - coalesce(s.reserved, 0),
        'backorder', cv.allows_backorder, 'isSold', cv.published and cp.published and cv.deleted_at is null and cp.deleted_at is null, 'priceFrom', (
          select round(coalesce(min(r.extended_price / r.quantity) filter (where r.role_id is not null), min(r.extended_price / r.quantity)), 6)::text
          from price_rows r
          where r.account_id = cv.account_id and r.product_id = cv.product_id and (r.variant_id is null or r.variant_id = cv.id)
            and (r.role_id is null ${ofRole}) and r.currency = ${currency} and r.valid_from is null and r.valid_until is null)))
      from bundle_parts bp
      join variants cv on cv.account_id = bp.account_id and cv.id = bp.variant_id
      join products cp on cp.account_id = cv.account_id and cp.id = cv.product_id
      left join stock_levels s on s.account_id = cv.account_id and s.variant_id = cv.id
      where bp.account_id = p.account_id and bp.product_id = p.id) end`;
}

/** A bundle is there as its parts are; of what is not sold there is none. */
function stockOfParts(parts: NonNullable<Found['parts']>): Pick<ListRow, 'available' | 'is_sold_out'> {
  const none = { tracked: true, available: 0, backorder: false };
  const { tracked, available, backorder } = bundleStock(parts.map((part) => (part.isSold ? part : { ...part, ...none })));
  return { available: tracked ? available : null, is_sold_out: tracked && available <= 0 && !backorder };
}

function sumOfParts(parts: NonNullable<Found['parts']>): string | null {
  let sum = 0n;
  for (const { quantity, priceFrom } of parts) {
    if (priceFrom === null) return null;
    sum += millionths(priceFrom) * BigInt(quantity);
  }
  return decimalOfMillionths(sum);
}
