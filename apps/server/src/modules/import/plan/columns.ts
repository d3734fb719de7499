// The columns of a product file: those of Shopify's layout by their heading, all others of it being left alone, or any by a mapping. What a
// column holds has one name of ours, whichever layout it came from; a person is told of it by its heading.
import {
  type MappedProductColumns,
  mapProductColumns,
  missingProductColumns,
  type ProductMapping,
  shopifyColumns,
} from '@backdesk/domain/catalog/import-columns.ts';
import { gramsInPound } from '@backdesk/domain/core/weight-units.ts';

/** What Shopify's export calls each of them; below what it has no column for, as our own export writes it beside the others. */
export const shopifyHeadings = {
  code: 'Handle',
  name: 'Title',
  description: 'Body (HTML)',
  vendor: 'Vendor',
  type: 'Type',
  tags: 'Tags',
  published: 'Published',
  status: 'Status',
  optionName1: 'Option1 Name',
  optionValue1: 'Option1 Value',
  optionName2: 'Option2 Name',
  optionValue2: 'Option2 Value',
  optionName3: 'Option3 Name',
  optionValue3: 'Option3 Value',
  optionName4: 'Option4 Name',
  optionValue4: 'Option4 Value',
  optionName5: 'Option5 Name',
  optionValue5: 'Option5 Value',
  sku: 'Variant SKU',
  weight: 'Variant Grams',
  stockTracker: 'Variant Inventory Tracker',
  stock: 'Variant Inventory Qty',
  backorder: 'Variant Inventory Policy',
  price: 'Variant Price',
  ships: 'Variant Requires Shipping',
  taxable: 'Variant Taxable',
  barcode: 'Variant Barcode',
  image: 'Image Src',
  imageAlt: 'Image Alt Text',
  variantImage: 'Variant Image',
  breaks: 'Price breaks',
  soldBy: 'Sold by',
  unitPieces: 'Pieces in one',
  increment: 'In multiples of',
  most: 'At most',
  variantPublished: 'Variant Published',
  taxCategory: 'Tax category',
  variantTaxCategory: 'Variant tax category',
  incoming: 'Next delivery',
  parts: 'Bundle parts',
  bundlePrice: 'Bundle price',
} as const;

export type Column = keyof typeof shopifyHeadings;

/** Shopify's own files have the first three. */
export const optionNameColumns = ['optionName1', 'optionName2', 'optionName3', 'optionName4', 'optionName5'] as const satisfies readonly Column[];
export const optionValueColumns = ['optionValue1', 'optionValue2', 'optionValue3', 'optionValue4', 'optionValue5'] as const satisfies readonly Column[];

const columns = Object.keys(shopifyHeadings) as readonly Column[];

/** First column of the refused rows as they are handed out: rows that come back so add to what their product has here. */
export const refusalColumn = 'Refused because';

export type Heading = {
  /** Its rows add to what their product has here. */
  readonly isMended: boolean;
  readonly places: ReadonlyMap<Column, number>;
  readonly width: number;
  /** As they stand in the file. */
  readonly names: readonly string[];
  /** Of a file whose columns were mapped: an empty cell of it says nothing. null: Shopify's layout, whose empty cells do. */
  readonly mapped: MappedHeading | null;
};

export type MappedHeading = Pick<MappedProductColumns, 'options' | 'breaks'> & {
  readonly gramsInUnit: number;
  /** Cells divided by semicolons: spreadsheets do that where a comma divides off the decimals. */
  readonly hasDecimalCommas: boolean;
};

/** By the target of a mapping. */
const columnOf = {
  code: 'code',
  name: 'name',
  sku: 'sku',
  stock: 'stock',
  weightGrams: 'weight',
  weightKg: 'weight',
  weightLb: 'weight',
  ships: 'ships',
  published: 'published',
  description: 'description',
  vendor: 'vendor',
  type: 'type',
  tags: 'tags',
  barcode: 'barcode',
  image: 'image',
  breaks: 'breaks',
  soldBy: 'soldBy',
  unitPieces: 'unitPieces',
  increment: 'increment',
  most: 'most',
  variantPublished: 'variantPublished',
  taxCategory: 'taxCategory',
  variantTaxCategory: 'variantTaxCategory',
  incoming: 'incoming',
  parts: 'parts',
  bundlePrice: 'bundlePrice',
} as const satisfies Readonly<Record<string, Column>>;

const gramsIn = { weightLb: gramsInPound, weightKg: 1000, weightGrams: 1 } as const;

/** The column as a person knows it: by the heading it has in the file, else by that of Shopify's layout. */
export function headingOf({ places, names, mapped }: Pick<Heading, 'places' | 'names' | 'mapped'>, column: Column): string {
  const place = places.get(column);
  return mapped === null || place === undefined ? shopifyHeadings[column] : (names[place] ?? shopifyHeadings[column]);
}

/** Where each column of a file of any layout stands; undefined: nothing in it tells products apart. */
export function mappedHeading(cells: readonly string[], mapping: ProductMapping, delimiter: string): Heading | undefined {
  const columns = mapProductColumns(cells, mapping);
  if (missingProductColumns(columns) !== undefined) return undefined;
  const places = new Map([...columns.places].map(([target, place]) => [columnOf[target] as Column, place] as const));
  // A file of single variants may know them by their SKU alone.
  const sku = columns.places.get('sku');
  if (!columns.places.has('code') && sku !== undefined) places.set('code', sku);
  const unit = (['weightGrams', 'weightKg', 'weightLb'] as const).find((target) => columns.places.has(target)) ?? 'weightGrams';
  const weight = columns.places.get(unit);
  if (weight !== undefined) places.set('weight', weight);
  return {
    isMended: true,
    places,
    width: cells.length,
    names: cells,
    mapped: { options: columns.options, breaks: columns.breaks, gramsInUnit: gramsIn[unit], hasDecimalCommas: delimiter === ';' },
  };
}

/** Where each column of Shopify's layout stands (upper and lower case alike), or the headings of needed ones that are missing. */
export function readHeading(cells: readonly string[]): { readonly heading: Heading } | { readonly missing: readonly string[] } {
  const found = new Map(cells.map((cell, index) => [cell.trim().toLowerCase(), index] as const).toReversed());
  const places = new Map(
    columns.flatMap((column) => {
      const place = found.get(shopifyHeadings[column].toLowerCase());
      return place === undefined ? [] : [[column, place] as const];
    }),
  );
  const missing = shopifyColumns.filter((name) => !found.has(name.toLowerCase()));
  return missing.length > 0
    ? { missing }
    : { heading: { places, width: cells.length, names: cells, isMended: found.has(refusalColumn.toLowerCase()), mapped: null } };
}
