import { type BuyerRule, isSoldTo } from '@backdesk/domain/catalog/sold-to.ts';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Tables } from '../../../db/tables.ts';
import type { ReadContext } from '../../context.ts';
import type { HitRow } from '../row-types.ts';
import type { FoundPriceRow } from './applicable-table.ts';
import { applicableTable } from './applicable-table.ts';
import { type BundleDefinition, bundleJson } from './bundle-parts.ts';
import { buyerRulesJson } from './buyer-rules.ts';
import { configurationOptionsJson } from './configuration-options.ts';
import { priceRowsOf, roleOf } from './price-rows.ts';
import { productChargesJson } from './product-charges.ts';
import { partsOfBundles } from './with-parts.ts';

type Context = Pick<ReadContext, 'scope' | 'account' | 'now'> & { readonly db: Kysely<Tables> };

/** A hit with what decides who may buy it. */
export type FoundHit = Omit<HitRow, 'is_sold' | 'parts'> & {
  readonly bundle: BundleDefinition | null;
  readonly is_deleted: boolean;
  readonly buyer_rules: readonly BuyerRule[];
  readonly role_id: string | null;
};

type Read = Omit<FoundHit, 'priceTable'> & { readonly prices: readonly FoundPriceRow[] | null };

/**
 * What a hit shows and a line takes over, for rows of the type `search_hit`, in their order; prices as they apply to the customer
 * today. Those that are not sold to them are marked.
 */
export async function readHits(context: Context, customerId: string | undefined, hits: RawBuilder<unknown>): Promise<readonly HitRow[]> {
  const rows = await readRows(context, customerId, hits);
  const bundles = new Map(rows.flatMap((row) => (row.bundle === null ? [] : [[row.product_id, row.bundle] as const])));
  const parts = await partsOfBundles(context, bundles, (within) => readRows(context, customerId, within));
  return rows.map(({ buyer_rules: rules, role_id: roleId, bundle: _, is_deleted: __, ...row }) => ({
    ...row,
    ...parts.get(row.product_id)?.stock,
    parts: parts.get(row.product_id)?.parts ?? [],
    is_sold: customerId === undefined || isSoldTo(rules, row.id, roleId),
  }));
}

/** These bundles with their parts, by product. */
export function readParts(context: Context, customerId: string | undefined, bundles: ReadonlyMap<string, BundleDefinition>) {
  return partsOfBundles(context, bundles, (within) => readRows(context, customerId, within));
}

async function readRows(context: Context, customerId: string | undefined, hits: RawBuilder<unknown>): Promise<readonly FoundHit[]> {
  const { db, scope } = context;
  const { rows } = await sql<Read>`
    select h.tier, h.key, v.id, v.version, v.sku, v.option_values, v.title, v.published, v.image_url, v.weight_grams, v.ships, v.tax_category,
      v.quantity_increment, v.max_quantity, v.unit, v.position, v.tracks_stock, v.allows_backorder, coalesce(s.on_hand, 0) as on_hand, coalesce(s.reserved, 0) as reserved, s.incoming_quantity, s.incoming_on,
      p.id as product_id, p.name, p.code, p.options, p.published as product_published, p.image_url as product_image_url,
      p.tax_category as product_tax_category, p.groups_breaks, ${configurationOptionsJson} as configuration_options,
      ${productChargesJson} as charges, ${bundleJson} as bundle,
      v.deleted_at is not null or p.deleted_at is not null as is_deleted, ${buyerRulesJson} as buyer_rules, ${roleOf(scope, customerId)} as role_id,
      ${priceRowsOf({ ...context, customerId }, { product: 'v.product_id', variant: 'v.id' })} as prices
    from ${hits} with ordinality as h (tier, id, key, product_id, position, place)
    join variants v on v.account_id = ${scope.accountId} and v.id = h.id
    join products p on p.account_id = v.account_id and p.id = v.product_id
    left join stock_levels s on s.account_id = v.account_id and s.variant_id = v.id
    order by h.place`.execute(db);
  return rows.map(({ prices, ...row }) => ({ ...row, priceTable: applicableTable(context, row.id, prices ?? []) }));
}
