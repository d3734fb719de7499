import type { Kysely, RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Tables } from '../../../db/tables.ts';
import type { AccountScope } from '../../context.ts';
import type { CatalogRecord, ImageRecord, ProductRecord, VariantRecord } from '../records.ts';

type Which = { readonly ids: readonly string[] } | { readonly handles: readonly string[] };
/** `isRead`: without the lock, for what only reads. */
type Options = { readonly currency: string; readonly withDeleted?: boolean; readonly isRead?: boolean };

/**
 * Whole products by id or handle, locked until the transaction ends (in the order of their ids, so that two that take
 * several never wait for each other). Without `withDeleted`, only those not deleted.
 */
export async function loadRecords(tx: Kysely<Tables>, scope: AccountScope, which: Which, options: Options): Promise<readonly CatalogRecord[]> {
  const where =
    'ids' in which ? sql`p.id = any(${which.ids}::uuid[])` : sql`lower(p.handle) = any(array(select lower(h) from unnest(${which.handles}::text[]) h))`;
  const alive = options.withDeleted === true ? sql`true` : sql`p.deleted_at is null`;
  const products = await sql<ProductRecord>`
    select p.id, p.version, p.field_versions as "fieldVersions", p.handle, p.code, p.name, p.description_html as "descriptionHtml", p.vendor,
      p.product_type as "productType", p.tags, p.published, p.tax_category as "taxCategory", p.options, p.image_url as "imageUrl",
      p.edited_fields as "editedFields", p.deleted_at is not null as "isDeleted"
    from products p where p.account_id = ${scope.accountId} and ${where} and ${alive}
    order by p.id ${options.isRead === true ? sql`` : sql`for update`}`.execute(tx);
  if (products.rows.length === 0) return [];
  const ids = products.rows.map((product) => product.id);
  const variants = await loadVariants(tx, scope, ids, options);
  const images = await sql<ImageRecord>`
    select i.product_id as "productId", i.url, i.alt, i.position from product_images i
    where i.account_id = ${scope.accountId} and i.product_id = any(${ids}::uuid[]) order by i.position, i.id`.execute(tx);
  const [variantsOf, imagesOf] = [groupByProduct(variants), groupByProduct(images.rows)];
  return products.rows.map((product) => ({ product, variants: variantsOf.get(product.id) ?? [], images: imagesOf.get(product.id) ?? [] }));
}

async function loadVariants(
  tx: Kysely<Tables>,
  scope: AccountScope,
  ids: readonly string[],
  { currency, withDeleted }: Options,
): Promise<readonly VariantRecord[]> {
  // The variants of a deleted product are deleted with it.
  const alive = withDeleted === true ? sql`(v.deleted_at is null or p.deleted_at is not null)` : sql`v.deleted_at is null`;
  return readVariants(tx, scope, ids, { currency, where: alive, order: sql`v.position, v.id` });
}

/** Whole variants that a person deleted, of products that are there, the latest first. */
export function loadDeletedVariants(
  tx: Kysely<Tables>,
  scope: AccountScope,
  ids: readonly string[],
  { currency }: Pick<Options, 'currency'>,
): Promise<readonly VariantRecord[]> {
  const where = sql`v.deleted_at is not null and p.deleted_at is null`;
  return readVariants(tx, scope, ids, { currency, where, order: sql`v.deleted_at desc, v.id` });
}

type Reading = { readonly currency: string; readonly where: RawBuilder<unknown>; readonly order: RawBuilder<unknown> };

async function readVariants(
  tx: Kysely<Tables>,
  scope: AccountScope,
  ids: readonly string[],
  { currency, where, order }: Reading,
): Promise<readonly VariantRecord[]> {
  const { rows } = await sql<VariantRecord>`
    select v.id, v.product_id as "productId", v.version, v.field_versions as "fieldVersions", v.sku, v.sku_made as "skuMade",
      v.option_values as "optionValues", v.barcode, v.published, v.weight_grams as "weightGrams", v.ships, v.tax_category as "taxCategory",
      v.image_url as "imageUrl", v.tracks_stock as "tracksStock", v.allows_backorder as "allowsBackorder", coalesce(s.on_hand, 0) as "onHand",
      case when s.incoming_on is not null then json_build_object('quantity', s.incoming_quantity, 'expectedOn', s.incoming_on) end as incoming,
      v.quantity_increment as "quantityIncrement", v.max_quantity as "maxQuantity", v.unit, v.position, v.edited_fields as "editedFields",
      coalesce((
        select jsonb_agg(jsonb_build_object('quantity', r.quantity, 'extendedPrice', r.extended_price::text) order by r.quantity)
        from price_rows r
        where r.account_id = v.account_id and r.variant_id = v.id and r.role_id is null and r.currency = ${currency}
          and r.valid_from is null and r.valid_until is null), '[]') as prices
    from variants v
    join products p on p.account_id = v.account_id and p.id = v.product_id
    left join stock_levels s on s.account_id = v.account_id and s.variant_id = v.id
    where v.account_id = ${scope.accountId} and v.product_id = any(${ids}::uuid[]) and ${where}
    order by ${order}`.execute(tx);
  return rows;
}

function groupByProduct<Row extends { readonly productId: string }>(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  return Map.groupBy(rows, (row) => row.productId);
}

/** The product a variant is of, or undefined. */
export async function findProductOf(tx: Kysely<Tables>, scope: AccountScope, variantId: string): Promise<string | undefined> {
  const { rows } = await sql<{ product_id: string }>`
    select product_id from variants where account_id = ${scope.accountId} and id = ${variantId} and deleted_at is null`.execute(tx);
  return rows[0]?.product_id;
}
