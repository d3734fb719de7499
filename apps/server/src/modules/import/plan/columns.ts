// The columns of a product file: those of Shopify's layout by their heading, all others of it being left alone, or any by a mapping.
import { type MappedProductColumns, mapProductColumns, missingProductColumns, type ProductMapping } from '@backdesk/domain/catalog/import-columns.ts';

export const columnNames = [
  'Handle',
  'Title',
  'Body (HTML)',
  'Vendor',
  'Type',
  'Tags',
  'Published',
  'Status',
  'Option1 Name',
  'Option1 Value',
  'Option2 Name',
  'Option2 Value',
  'Option3 Name',
  'Option3 Value',
  'Variant SKU',
  'Variant Grams',
  'Variant Inventory Tracker',
  'Variant Inventory Qty',
  'Variant Inventory Policy',
  'Variant Price',
  'Variant Requires Shipping',
  'Variant Taxable',
  'Variant Barcode',
  'Image Src',
  'Image Alt Text',
  'Variant Image',
] as const;

export type ColumnName = (typeof columnNames)[number];

/** Without these there is nothing to make a product of. */
const needed: readonly ColumnName[] = ['Handle', 'Title', 'Variant Price'];

/** First column of the refused rows as they are handed out: rows that come back so add to what their product has here. */
export const refusalColumn = 'Refused because';

export type Heading = {
  /** Its rows add to what their product has here. */
  readonly isMended: boolean;
  readonly places: ReadonlyMap<ColumnName, number>;
  readonly width: number;
  /** As they stand in the file. */
  readonly names: readonly string[];
  /** Of a file whose columns were mapped: an empty cell of it says nothing. null: Shopify's layout, whose empty cells do. */
  readonly mapped: MappedHeading | null;
};

export type MappedHeading = Pick<MappedProductColumns, 'options' | 'breaks'> & { readonly gramsInUnit: number };

const columnOf = {
  code: 'Handle',
  name: 'Title',
  sku: 'Variant SKU',
  stock: 'Variant Inventory Qty',
  weightGrams: 'Variant Grams',
  weightKg: 'Variant Grams',
  weightLb: 'Variant Grams',
  ships: 'Variant Requires Shipping',
  published: 'Published',
  description: 'Body (HTML)',
  vendor: 'Vendor',
  type: 'Type',
  tags: 'Tags',
  barcode: 'Variant Barcode',
  image: 'Image Src',
} as const satisfies Readonly<Record<string, ColumnName>>;

const gramsIn = { weightLb: 453.592_37, weightKg: 1000, weightGrams: 1 } as const;

/** Where each column of a file of any layout stands; undefined: nothing in it tells products apart. */
export function mappedHeading(cells: readonly string[], mapping: ProductMapping): Heading | undefined {
  const columns = mapProductColumns(cells, mapping);
  if (missingProductColumns(columns) !== undefined) return undefined;
  const places = new Map([...columns.places].map(([target, place]) => [columnOf[target] as ColumnName, place] as const));
  // A file of single variants may know them by their SKU alone.
  const sku = columns.places.get('sku');
  if (!columns.places.has('code') && sku !== undefined) places.set('Handle', sku);
  const unit = (['weightGrams', 'weightKg', 'weightLb'] as const).find((target) => columns.places.has(target)) ?? 'weightGrams';
  const weight = columns.places.get(unit);
  if (weight !== undefined) places.set('Variant Grams', weight);
  return {
    isMended: true,
    places,
    width: cells.length,
    names: cells,
    mapped: { options: columns.options, breaks: columns.breaks, gramsInUnit: gramsIn[unit] },
  };
}

/** Where each column stands (upper and lower case alike), or which needed ones are missing. */
export function readHeading(cells: readonly string[]): { readonly heading: Heading } | { readonly missing: readonly ColumnName[] } {
  const found = new Map(cells.map((cell, index) => [cell.trim().toLowerCase(), index] as const).toReversed());
  const places = new Map(
    columnNames.flatMap((name) => {
      const place = found.get(name.toLowerCase());
      return place === undefined ? [] : [[name, place] as const];
    }),
  );
  const missing = needed.filter((name) => !places.has(name));
  return missing.length > 0
    ? { missing }
    : { heading: { places, width: cells.length, names: cells, isMended: found.has(refusalColumn.toLowerCase()), mapped: null } };
}
