import { type BuyerRule, isSoldTo } from '@backdesk/domain/catalog/sold-to.ts';
import { usedOptions } from '@backdesk/domain/catalog/variant-options.ts';
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Tables } from '../../../db/tables.ts';
import type { ReadContext } from '../../context.ts';
import { Problem } from '../../problem.ts';
import type { LoadedProduct, ProductColumns, VariantColumns } from '../row-types.ts';
import type { FoundPriceRow } from './applicable-table.ts';
import { applicableTable, isPeriod, standingList } from './applicable-table.ts';
import { bundleJson } from './bundle-parts.ts';
import { buyerRulesJson } from './buyer-rules.ts';
import { configurationOptionsJson } from './configuration-options.ts';
import { listOpenFetches } from './picture-fetches.ts';
import { type Buyer, priceRowsOf, roleOf } from './price-rows.ts';
import { productChargesJson } from './product-charges.ts';
import { readParts } from './read-hits.ts';

type Context = Pick<ReadContext, 'scope' | 'account' | 'now'> & { readonly db: Kysely<Tables> };

type Found = ProductColumns & { readonly prices: readonly FoundPriceRow[] | null; readonly buyer_rules: readonly BuyerRule[]; readonly role_id: string | null };

/**
 * One product with its variants, and the prices that apply to this buyer today. What is not sold to their price role is missing. Without
 * a buyer: all of it, at list prices.
 */
export async function getProduct(context: Context, id: string, buyer?: Buyer): Promise<LoadedProduct> {
  const { db, scope, account } = context;
  const customerId = buyer?.customerId;
  const found = await sql<Found>`
    select p.id, p.version, p.code, p.name, p.description_html, p.vendor, p.product_type, p.tags,
      array(select m.category_id from product_categories m where m.account_id = p.account_id and m.product_id = p.id) as category_ids, p.published, p.tax_category, p.options,
      p.groups_breaks, ${configurationOptionsJson} as configuration_options,
      ${productChargesJson} as charges, ${bundleJson} as bundle, p.image_url, p.updated_at, ${buyerRulesJson} as buyer_rules,
      ${roleOf(scope, customerId)} as role_id, ${priceRowsOf({ ...context, customerId }, { product: 'p.id', variant: null })} as prices
    from products p where p.account_id = ${scope.accountId} and p.id = ${id} and p.deleted_at is null`.execute(db);
  const [row] = found.rows;
  if (row === undefined) throw new Problem('not_found');
  const { buyer_rules: rules, role_id: roleId, ...product } = row;
  const isSold = (variantId: string) => buyer === undefined || isSoldTo(rules, variantId, roleId);
  const images = await sql<{ url: string; alt: string }>`
    select url, alt from product_images where account_id = ${scope.accountId} and product_id = ${id} order by position, id`.execute(db);
  const variants = await sql<VariantColumns>`
    select v.id, v.version, v.sku, v.option_values, v.title, v.published, v.image_url, v.weight_grams, v.ships, v.tax_category, v.quantity_increment,
      v.max_quantity, v.unit, v.tracks_stock, v.allows_backorder, coalesce(s.on_hand, 0) as on_hand, coalesce(s.reserved, 0) as reserved, s.incoming_quantity, s.incoming_on
    from variants v left join stock_levels s on s.account_id = v.account_id and s.variant_id = v.id
    where v.account_id = ${scope.accountId} and v.product_id = ${id} and v.deleted_at is null
    order by v.position, v.id`.execute(db);
  const sold = variants.rows.filter((variant) => isSold(variant.id));
  if (buyer !== undefined && sold.length === 0) throw new Problem('not_found');
  const shownImages = images.rows.length === 0 && product.image_url !== null ? [{ url: product.image_url, alt: '' }] : images.rows;
  // Whoever buys is not told.
  const addresses = [...shownImages.map(({ url }) => url), ...variants.rows.map(({ image_url: url }) => url ?? '')];
  const elsewhere = buyer === undefined ? addresses.filter((url) => /^https?:/i.test(url)) : [];
  const pictureFetches = await listOpenFetches(db, scope, elsewhere);
  const pricesOf = Map.groupBy(product.prices ?? [], (row) => row.variantId);
  const shared = pricesOf.get(null) ?? [];
  const priced = sold.map((variant) => {
    const rows = [...(pricesOf.get(variant.id) ?? []), ...shared];
    const priceTable = applicableTable(context, variant.id, rows);
    return { ...variant, priceTable, standing: isPeriod(priceTable) ? (standingList(context, variant.id, rows)?.breaks ?? []) : null };
  });
  const bundle = product.bundle === null ? undefined : (await readParts(context, customerId, new Map([[id, product.bundle]]))).get(id);
  return {
    // A value that no variant has is not offered.
    product: {
      ...product,
      options: usedOptions(
        product.options,
        sold.map(({ option_values: optionValues }) => ({ optionValues })),
      ),
    },
    ...{ images: shownImages, pictureFetches, currency: account.currency },
    parts: bundle?.parts ?? [],
    partStock: bundle?.partStock ?? new Map(),
    // A bundle is there as its parts are.
    variants: bundle === undefined ? priced : priced.map((variant) => ({ ...variant, ...bundle.stock })),
  };
}
