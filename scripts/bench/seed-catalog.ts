// Products, variants, prices and stock for the bench, straight into the schema in batches: what is measured is the
// reading, and ten thousand products through the API would take longer than the rest. Deterministic: every run has the
// same names, so that two runs can be compared.
import { searchText, searchWords } from '@backdesk/domain/core/search-words.ts';
import type { Client } from 'pg';
import { benchId, insertRows } from './insert-rows.ts';

const kinds = ['Tee', 'Polo', 'Hoodie', 'Mug', 'Pen', 'Cap', 'Tote Bag', 'Notebook', 'Umbrella', 'Bottle', 'Towel', 'Jacket', 'Sticker', 'Banner', 'Lanyard'];
const looks = ['Heavy', 'Classic', 'Organic', 'Slim', 'Recycled', 'Premium', 'Everyday', 'Vintage', 'Sport', 'Outdoor', 'Ribbed', 'Soft'];
const stuffs = ['Cotton', 'Bamboo', 'Steel', 'Canvas', 'Fleece', 'Linen', 'Ceramic', 'Paper', 'Merino', 'Nylon'];
const colours = ['Red', 'Navy', 'Black', 'White', 'Olive', 'Sand'];
const sizes = ['S', 'M', 'L', 'XL'];

const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] as T;

export type CatalogSize = { readonly products: number; readonly variants: number };

/** A search a person could type, with the SKU and the name it is about. */
export type CatalogSample = { readonly variantId: string; readonly sku: string; readonly fragment: string };

/** Fills the account; returns samples spread over the whole catalogue. */
export async function seedCatalog(client: Client, accountId: string, size: CatalogSize): Promise<readonly CatalogSample[]> {
  const products = Array.from({ length: size.products }, (_, at) => productAt(at));
  const variants = Array.from({ length: size.variants }, (_, at) => variantAt(at, products.length));
  const now = new Date().toISOString();
  const times = { created_at: now, updated_at: now };
  const variantsOf = Map.groupBy(variants, (variant) => variant.product);

  await insertRows(client, 'products', products, (product, at) => ({
    account_id: accountId,
    id: benchId('product', at),
    handle: product.code.toLowerCase(),
    code: product.code,
    name: product.name,
    options: JSON.stringify([
      { name: 'Color', values: colours },
      { name: 'Size', values: sizes },
    ]),
    name_key: searchWords(product.name).join(' '),
    search_text: searchText([product.name, product.code, ...(variantsOf.get(at) ?? []).map((variant) => variant.sku)]),
    ...times,
  }));
  await insertRows(client, 'variants', variants, (variant, at) => {
    const product = products[variant.product] as Product;
    return {
      account_id: accountId,
      id: benchId('variant', at),
      product_id: benchId('product', variant.product),
      sku: variant.sku,
      option_values: [variant.colour, variant.size],
      title: `${variant.colour} · ${variant.size}`,
      weight_grams: 100 + (at % 900),
      tracks_stock: true,
      allows_backorder: true,
      position: variant.position,
      name_key: searchWords(product.name).join(' '),
      code_key: product.code.toLowerCase(),
      search_text: searchText([product.name, product.code, variant.sku, variant.colour, variant.size]),
      ...times,
    };
  });
  await insertRows(client, 'stock_levels', variants, (_, at) => ({ account_id: accountId, variant_id: benchId('variant', at), on_hand: 10_000 }));
  await seedPrices(client, accountId, products.length);
  await client.query(
    `insert into search_words (account_id, noun, word)
     select distinct account_id, 'catalog', word from variants, unnest(string_to_array(trim(search_text), ' ')) as word
     where length(word) between 3 and 80 and word !~ '^[0-9]+$' on conflict do nothing`,
  );
  return variants
    .map((variant, at) => ({ variantId: benchId('variant', at), sku: variant.sku, fragment: fragmentOf(products[variant.product] as Product, at) }))
    .filter((_, at) => at % Math.max(1, Math.floor(variants.length / 1_000)) === 0);
}

/** Three breaks a product: the usual shape in this trade. */
async function seedPrices(client: Client, accountId: string, products: number): Promise<void> {
  const rows = Array.from({ length: products }, (_, at) => {
    const cents = 300 + ((at * 37) % 4_000);
    return [
      { product: at, quantity: 1, cents },
      { product: at, quantity: 24, cents: 22 * cents },
      { product: at, quantity: 144, cents: 118 * cents },
    ];
  }).flat();
  await insertRows(client, 'price_rows', rows, (row, at) => ({
    account_id: accountId,
    id: benchId('price', at),
    product_id: benchId('product', row.product),
    currency: 'USD',
    quantity: row.quantity,
    extended_price: `${Math.floor(row.cents / 100)}.${String(row.cents % 100).padStart(2, '0')}`,
  }));
}

type Product = { readonly code: string; readonly name: string };

function productAt(at: number): Product {
  const number = String(at + 1).padStart(5, '0');
  const kind = pick(kinds, at);
  return {
    code: `${kind.slice(0, 3).toUpperCase()}${number}`,
    name: `${pick(looks, at * 7 + Math.floor(at / 15))} ${pick(stuffs, at * 3 + Math.floor(at / 150))} ${kind} ${number}`,
  };
}

function variantAt(at: number, products: number) {
  const product = at % products;
  const position = Math.floor(at / products);
  const colour = pick(colours, product + position);
  const size = pick(sizes, position);
  return { product, position, colour, size, sku: `${productAt(product).code}-${colour.slice(0, 3).toUpperCase()}-${size}` };
}

/** What staff type: two beginnings of words, or the number in the name. Most match tens to hundreds of products. */
function fragmentOf({ name }: Product, at: number): string {
  const [look = '', stuff = '', ...rest] = name.split(' ');
  if (at % 3 === 0) return `${look.slice(0, 4)} ${stuff.slice(0, 4)}`.toLowerCase();
  if (at % 3 === 1) return `${stuff} ${rest[0] ?? ''}`.toLowerCase();
  return (rest.at(-1) ?? '').slice(0, 4);
}
