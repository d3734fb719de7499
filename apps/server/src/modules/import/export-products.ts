// All products as a file that the import takes back as they were: Shopify's layout, which keeps the names of options, and beside it the
// columns of what it has no place for.
import type { CsvFile } from '@backdesk/contract/route.ts';
import { breaksText, deliveryText, partsText } from '@backdesk/domain/catalog/file-cells.ts';
import { csvRow, csvStart } from '@backdesk/domain/csv/csv-row.ts';
import { type BundleDefinition, listBundles } from '../catalog/queries/bundle-parts.ts';
import { loadRecords } from '../catalog/queries/load-records.ts';
import { listProductsInFileOrder, type ProductInFile } from '../catalog/queries/products-in-file-order.ts';
import type { CatalogRecord, ImageRecord, VariantRecord } from '../catalog/records.ts';
import type { ReadContext } from '../context.ts';
import { dayIn } from '../day-in.ts';
import { type Column, optionNameColumns, optionValueColumns, shopifyHeadings } from './plan/columns.ts';

type Cells = Partial<Readonly<Record<Column, string>>>;

// What says the same as another column of ours.
const columns = (Object.keys(shopifyHeadings) as readonly Column[]).filter((column) => column !== 'status');
const productsAPage = 500;

/** Read page by page, so that it is never whole in memory. Bundles come last: their parts are there before them. */
export function exportProducts(context: ReadContext): CsvFile {
  return { fileName: `products-${dayIn(context.account.timeZone, context.now)}.csv`, pieces: piecesOf(context) };
}

async function* piecesOf(context: ReadContext): AsyncIterable<string> {
  yield csvStart + csvRow(columns.map((column) => shopifyHeadings[column]));
  for (const isBundle of [false, true]) yield* pagesOf(context, isBundle);
}

async function* pagesOf(context: ReadContext, isBundle: boolean): AsyncIterable<string> {
  const { db, scope, account } = context;
  for (let after: string | undefined = ''; after !== undefined; ) {
    const page: readonly ProductInFile[] = await listProductsInFileOrder(db, scope, { isBundle, after, limit: productsAPage });
    const ids = page.map(({ id }) => id);
    const records = new Map((await loadRecords(db, scope, { ids }, { currency: account.currency, isRead: true })).map((each) => [each.product.id, each]));
    const bundles = isBundle ? await listBundles(db, scope, ids) : new Map<string, BundleDefinition>();
    yield page
      .flatMap(({ id }) => rowsOf(records.get(id), bundles.get(id), context))
      .map((cells) => csvRow(columns.map((column) => cells[column] ?? '')))
      .join('');
    after = page.length < productsAPage ? undefined : page.at(-1)?.key;
  }
}

function rowsOf(record: CatalogRecord | undefined, bundle: BundleDefinition | undefined, { publicUrl }: Pick<ReadContext, 'publicUrl'>): readonly Cells[] {
  if (record === undefined) return [];
  const { product, variants, images } = record;
  const count = Math.max(variants.length, images.length, 1);
  return Array.from({ length: count }, (_, at): Cells => {
    const variant = variants[at];
    return {
      code: product.code,
      ...(at === 0 && headOf(record, bundle)),
      ...(variant !== undefined && variantCells(product, variant)),
      ...pictureCells(images[at], publicUrl),
      ...(variant?.imageUrl != null && { variantImage: absolute(variant.imageUrl, publicUrl) }),
    };
  });
}

function headOf({ product }: CatalogRecord, bundle: BundleDefinition | undefined): Cells {
  return {
    name: product.name,
    description: product.descriptionHtml,
    vendor: product.vendor,
    type: product.productType,
    tags: product.tags.join(', '),
    published: String(product.published),
    taxCategory: product.taxCategory,
    ...Object.fromEntries(optionNameColumns.map((column, at) => [column, product.options[at]?.name ?? ''])),
    parts: partsText(bundle?.parts ?? []),
    bundlePrice: bundle?.pricing ?? '',
  };
}

function variantCells(product: CatalogRecord['product'], variant: VariantRecord): Cells {
  const single = variant.prices.find(({ quantity }) => quantity === 1);
  const more = variant.prices.filter(({ quantity }) => quantity !== 1);
  return {
    ...Object.fromEntries(optionValueColumns.map((column, at) => [column, variant.optionValues[at] ?? ''])),
    sku: variant.sku,
    weight: numberOrNone(variant.weightGrams),
    stockTracker: variant.tracksStock ? 'backdesk' : '',
    stock: variant.tracksStock || variant.onHand !== 0 ? String(variant.onHand) : '',
    backorder: variant.allowsBackorder ? 'continue' : 'deny',
    price: single === undefined ? '' : short(single.extendedPrice),
    breaks: breaksText(more.map(({ quantity, extendedPrice }) => ({ quantity, price: short(extendedPrice) }))),
    ships: String(variant.ships),
    taxable: String((variant.taxCategory ?? product.taxCategory) !== 'exempt'),
    barcode: variant.barcode,
    soldBy: variant.unit?.name ?? '',
    unitPieces: variant.unit === null ? '' : String(variant.unit.pieces),
    increment: numberOrNone(variant.quantityIncrement),
    most: numberOrNone(variant.maxQuantity),
    variantPublished: String(variant.published),
    variantTaxCategory: variant.taxCategory ?? '',
    incoming: variant.incoming === null ? '' : deliveryText(variant.incoming),
  };
}

function pictureCells(image: ImageRecord | undefined, publicUrl: string): Cells {
  return image === undefined ? {} : { image: absolute(image.url, publicUrl), imageAlt: image.alt };
}

const numberOrNone = (number: number | null) => (number === null ? '' : String(number));

/** A picture that is kept here has an address without the host. */
const absolute = (url: string, publicUrl: string) => (url.startsWith('/') ? `${publicUrl}${url}` : url);

/** "8.500000" is "8.50". */
const short = (price: string) => price.replace(/(\.\d\d\d*?)0+$/, '$1');
