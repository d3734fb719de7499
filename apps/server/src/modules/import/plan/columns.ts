// The columns of the Shopify product layout that are read, by their heading; all others are left alone.

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

export type Heading = { readonly isMended: boolean; readonly places: ReadonlyMap<ColumnName, number>; readonly width: number };

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
  return missing.length > 0 ? { missing } : { heading: { places, width: cells.length, isMended: found.has(refusalColumn.toLowerCase()) } };
}
