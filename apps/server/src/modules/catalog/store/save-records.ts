import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { uniqueViolation } from '../../../db/failures.ts';
import { saveSearchWords } from '../../../db/save-search-words.ts';
import type { Tables } from '../../../db/tables.ts';
import type { AccountScope, CommandContext } from '../../context.ts';
import { Problem } from '../../problem.ts';
import type { ImageRecord, ProductRecord, VariantRecord } from '../records.ts';
import { productKeys, refreshSearch, variantKeys } from './refresh-search.ts';

type Db = Kysely<Tables>;

export type Save = {
  /** New ones and changed ones, whole; `version` is the new one. */
  readonly products: readonly ProductRecord[];
  readonly variants: readonly VariantRecord[];
  /** All pictures of these products, in place of those they had. */
  readonly images: { readonly of: readonly string[]; readonly rows: readonly ImageRecord[] };
  /** Variants whose list breaks are to be replaced by those of their record. */
  readonly pricesOf: ReadonlySet<string>;
  /** Variants whose stock is written; left out: of all. What is not meant to change it must not: pieces leave meanwhile. */
  readonly stockOf?: ReadonlySet<string>;
};

type Context = Pick<CommandContext, 'tx' | 'scope' | 'account' | 'now' | 'newId'>;

/** Writes whole products in a handful of statements, however many there are, and what they are found by. */
export async function saveRecords(context: Context, save: Save): Promise<void> {
  const { tx, scope, now } = context;
  try {
    await saveProducts(tx, scope, save, now);
    await saveVariants(tx, scope, save, now);
  } catch (error) {
    throw translated(error);
  }
  await saveStock(tx, scope, save.stockOf === undefined ? save.variants : save.variants.filter(({ id }) => save.stockOf?.has(id)));
  await savePrices(context, save);
  await saveImages(context, save);
  const isNew = new Set(save.products.filter(isFirst).map((product) => product.id));
  const touched = new Set([...save.products.map((product) => product.id), ...save.variants.map((variant) => variant.productId)]);
  await saveSearchWords(
    tx,
    scope,
    'catalog',
    searchableProducts(save).flatMap((product) => (isNew.has(product.id) ? [product.searchText] : [])),
  );
  await refreshSearch(
    tx,
    scope,
    [...touched].filter((id) => !isNew.has(id)),
  );
}

/** In its first version it is new: nothing of it is here yet that would have to step aside or go. */
const isFirst = ({ version }: { readonly version: number }) => version === 1;

/** The products with what they are found by, as far as this save knows their variants: all of them when the product is new. */
function searchableProducts({ products, variants }: Save) {
  const variantsOf = Map.groupBy(variants, (variant) => variant.productId);
  const called = (id: string) => (variantsOf.get(id) ?? []).map(({ sku, optionValues }) => ({ sku, options: optionValues }));
  return products.map((product) => ({ ...product, ...productKeys({ ...product, variants: called(product.id) }) }));
}

/** A code or SKU that another product or variant has: which one was looked up before, this is the race for it. */
function translated(error: unknown): unknown {
  const constraint = uniqueViolation(error);
  if (constraint === 'products_code' || constraint === 'products_handle') return new Problem('product.code_taken');
  if (constraint === 'variants_sku') return new Problem('variant.sku_taken');
  return error;
}

/** New rows are written with what they are found by, so that it is not written a second time. */
async function saveProducts(tx: Db, scope: AccountScope, save: Save, now: Date): Promise<void> {
  if (save.products.length === 0) return;
  const rows = searchableProducts(save);
  await sql`
    insert into products (account_id, id, version, field_versions, handle, code, name, description_html, vendor, product_type, tags, published,
      tax_category, options, image_url, edited_fields, created_at, updated_at, deleted_at, name_key, search_text)
    select ${scope.accountId}, p.id, p.version, p."fieldVersions", p.handle, p.code, p.name, p."descriptionHtml", p.vendor, p."productType", p.tags,
      p.published, p."taxCategory", p.options, p."imageUrl", p."editedFields", ${now}, ${now}, case when p."isDeleted" then ${now}::timestamptz end, p."nameKey", p."searchText"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as p (id uuid, version integer, "fieldVersions" jsonb, handle text, code text, name text,
      "descriptionHtml" text, vendor text, "productType" text, tags text[], published boolean, "taxCategory" text, options jsonb, "imageUrl" text,
      "editedFields" jsonb, "isDeleted" boolean, "nameKey" text, "searchText" text)
    on conflict (account_id, id) do update set (version, field_versions, code, name, description_html, vendor, product_type, tags, published,
      tax_category, options, image_url, edited_fields, updated_at, deleted_at) = (excluded.version, excluded.field_versions, excluded.code, excluded.name,
      excluded.description_html, excluded.vendor, excluded.product_type, excluded.tags, excluded.published, excluded.tax_category, excluded.options,
      excluded.image_url, excluded.edited_fields, excluded.updated_at, excluded.deleted_at)`.execute(tx);
}

async function saveVariants(tx: Db, scope: AccountScope, { products, variants }: Save, now: Date): Promise<void> {
  if (variants.length === 0) return;
  const productOf = new Map(products.map((product) => [product.id, product]));
  const rows = variants.map((variant) => {
    const product = productOf.get(variant.productId);
    const keys = product === undefined ? { nameKey: '', searchText: '' } : variantKeys(product, { sku: variant.sku, options: variant.optionValues });
    return { ...variant, ...keys, code: product?.code ?? '', title: variant.optionValues.join(' · ') };
  });
  // Variants may trade SKUs and options: the old ones step aside first, because a unique index is checked row by row.
  const here = rows.filter((variant) => !isFirst(variant)).map(({ id, sku, optionValues }) => ({ id, sku, optionValues }));
  if (here.length > 0)
    await sql`
      update variants v set sku = case when lower(v.sku) = lower(n.sku) then v.sku else v.id::text end,
        option_values = case when v.option_values = n."optionValues" then v.option_values else array[v.id::text] end
      from jsonb_to_recordset(${JSON.stringify(here)}::jsonb) as n (id uuid, sku text, "optionValues" text[])
      where v.account_id = ${scope.accountId} and v.id = n.id and (lower(v.sku) <> lower(n.sku) or v.option_values <> n."optionValues")`.execute(tx);
  await sql`
    insert into variants (account_id, id, product_id, version, field_versions, sku, sku_made, option_values, title, barcode, published, weight_grams,
      ships, tax_category, image_url, tracks_stock, allows_backorder, quantity_increment, max_quantity, unit, position, edited_fields, created_at, updated_at, name_key, code_key, search_text)
    select ${scope.accountId}, v.id, v."productId", v.version, v."fieldVersions", v.sku, v."skuMade", v."optionValues", v.title, v.barcode, v.published,
      v."weightGrams", v.ships, v."taxCategory", v."imageUrl", v."tracksStock", v."allowsBackorder", v."quantityIncrement", v."maxQuantity", v.unit, v.position,
      v."editedFields", ${now}, ${now}, v."nameKey", lower(v.code), v."searchText"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as v (id uuid, "productId" uuid, version integer, "fieldVersions" jsonb, sku text,
      "skuMade" boolean, "optionValues" text[], title text, barcode text, published boolean, "weightGrams" integer, ships boolean, "taxCategory" text,
      "imageUrl" text, "tracksStock" boolean, "allowsBackorder" boolean, "quantityIncrement" integer, "maxQuantity" integer, unit jsonb, position integer,
      "editedFields" jsonb, "nameKey" text, code text, "searchText" text)
    on conflict (account_id, id) do update set (version, field_versions, sku, sku_made, option_values, title, barcode, published, weight_grams, ships, tax_category,
      image_url, tracks_stock, allows_backorder, quantity_increment, max_quantity, unit, position, edited_fields, updated_at, deleted_at) = (excluded.version,
      excluded.field_versions, excluded.sku, excluded.sku_made, excluded.option_values, excluded.title, excluded.barcode, excluded.published, excluded.weight_grams, excluded.ships,
      excluded.tax_category, excluded.image_url, excluded.tracks_stock, excluded.allows_backorder, excluded.quantity_increment, excluded.max_quantity, excluded.unit,
      excluded.position, excluded.edited_fields, excluded.updated_at, null)`.execute(tx);
}

async function saveStock(tx: Db, scope: AccountScope, variants: readonly VariantRecord[]): Promise<void> {
  if (variants.length === 0) return;
  const levels = variants.map(({ id, onHand, incoming }) => ({ id, onHand, ...incoming }));
  await sql`
    insert into stock_levels (account_id, variant_id, on_hand, incoming_quantity, incoming_on)
    select ${scope.accountId}, s.id, s."onHand", s.quantity, s."expectedOn"
    from jsonb_to_recordset(${JSON.stringify(levels)}::jsonb) as s (id uuid, "onHand" integer, quantity integer, "expectedOn" date)
    on conflict (account_id, variant_id) do update
      set on_hand = excluded.on_hand, incoming_quantity = excluded.incoming_quantity, incoming_on = excluded.incoming_on
      where (stock_levels.on_hand, stock_levels.incoming_quantity, stock_levels.incoming_on)
        is distinct from (excluded.on_hand, excluded.incoming_quantity, excluded.incoming_on)`.execute(tx);
}

async function savePrices({ tx, scope, account, newId }: Context, { variants, pricesOf }: Save): Promise<void> {
  const priced = variants.filter((variant) => pricesOf.has(variant.id));
  if (priced.length === 0) return;
  const rows = priced.flatMap(({ id, productId, prices }) => prices.map((price) => ({ id: newId(), variantId: id, productId, ...price })));
  const here = priced.filter((variant) => !isFirst(variant)).map((variant) => variant.id);
  if (here.length > 0)
    await sql`
      delete from price_rows where account_id = ${scope.accountId} and variant_id = any(${here}::uuid[]) and role_id is null
        and currency = ${account.currency} and valid_from is null and valid_until is null`.execute(tx);
  await sql`
    insert into price_rows (account_id, id, product_id, variant_id, currency, quantity, extended_price)
    select ${scope.accountId}, r.id, r."productId", r."variantId", ${account.currency}, r.quantity, r."extendedPrice"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, "productId" uuid, "variantId" uuid, quantity integer, "extendedPrice" numeric)`.execute(
    tx,
  );
}

async function saveImages({ tx, scope, newId }: Context, { products, images }: Save): Promise<void> {
  const isNew = new Set(products.filter(isFirst).map((product) => product.id));
  const here = images.of.filter((id) => !isNew.has(id));
  if (here.length > 0) await sql`delete from product_images where account_id = ${scope.accountId} and product_id = any(${here}::uuid[])`.execute(tx);
  if (images.rows.length === 0) return;
  await sql`
    insert into product_images (account_id, id, product_id, url, alt, position)
    select ${scope.accountId}, i.id, i."productId", i.url, i.alt, i.position
    from jsonb_to_recordset(${JSON.stringify(images.rows.map((row) => ({ ...row, id: newId() })))}::jsonb)
      as i (id uuid, "productId" uuid, url text, alt text, position integer)`.execute(tx);
}

/** Deletes softly: SKUs and code become free, lines of orders keep their snapshot. */
export async function deleteRecord({ tx, scope, now }: Context, { id, version }: { readonly id: string; readonly version: number }): Promise<void> {
  await sql`update variants set deleted_at = ${now} where account_id = ${scope.accountId} and product_id = ${id} and deleted_at is null`.execute(tx);
  await sql`update products set deleted_at = ${now}, updated_at = ${now}, version = ${version} where account_id = ${scope.accountId} and id = ${id}`.execute(
    tx,
  );
}

/** The product with the variants that were deleted with it; refused when its code, handle or a SKU is another's by now. */
export async function restoreRecord({ tx, scope, now }: Context, { id, version }: { readonly id: string; readonly version: number }): Promise<void> {
  try {
    await sql`
      update variants v set deleted_at = null from products p
      where p.account_id = ${scope.accountId} and p.id = ${id} and v.account_id = p.account_id and v.product_id = p.id and v.deleted_at = p.deleted_at`.execute(
      tx,
    );
    await sql`update products set deleted_at = null, updated_at = ${now}, version = ${version} where account_id = ${scope.accountId} and id = ${id}`.execute(
      tx,
    );
  } catch (error) {
    throw translated(error);
  }
}

/** Deletes variants of a product softly, as `deleteRecord` does with all of it. */
export async function deleteVariantRecords({ tx, scope, now }: Context, ids: readonly string[]): Promise<void> {
  await sql`update variants set deleted_at = ${now} where account_id = ${scope.accountId} and id = any(${ids}::uuid[]) and deleted_at is null`.execute(tx);
}

export async function restoreVariantRecords({ tx, scope }: Context, ids: readonly string[]): Promise<void> {
  try {
    await sql`update variants set deleted_at = null where account_id = ${scope.accountId} and id = any(${ids}::uuid[])`.execute(tx);
  } catch (error) {
    throw translated(error);
  }
}

type TakenSku = { readonly sku: string; readonly place: number; readonly productId: string; readonly productName: string };

/** Which of these SKUs a variant other than those of `but` has; `place` counts from 1. */
export async function listTakenSkus(tx: Db, scope: AccountScope, skus: readonly string[], but: readonly string[]): Promise<readonly TakenSku[]> {
  const { rows } = await sql<TakenSku>`
    select s.sku, s.place::integer, p.id as "productId", p.name as "productName"
    from unnest(${skus}::text[]) with ordinality as s (sku, place)
    join variants v on v.account_id = ${scope.accountId} and lower(v.sku) = lower(s.sku) and v.deleted_at is null and v.id <> all(${but}::uuid[])
    join products p on p.account_id = v.account_id and p.id = v.product_id
    order by s.place`.execute(tx);
  return rows;
}

/** Id of another product that has this code (or was made under it as its handle). */
export async function findTakenCode(tx: Db, scope: AccountScope, code: string, but: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from products where account_id = ${scope.accountId} and lower(code) = lower(${code}) and deleted_at is null and id <> ${but} limit 1`.execute(tx);
  return rows[0]?.id;
}
