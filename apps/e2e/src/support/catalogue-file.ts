// A product file as shops export it, with what real ones have: variants, missing and repeated SKUs, a picture of its own row.
import { writeFile } from 'node:fs/promises';

const heading = [
  'Handle',
  'Title',
  'Published',
  'Option1 Name',
  'Option1 Value',
  'Option2 Name',
  'Option2 Value',
  'Variant SKU',
  'Variant Grams',
  'Variant Inventory Tracker',
  'Variant Inventory Qty',
  'Variant Inventory Policy',
  'Variant Price',
  'Variant Requires Shipping',
  'Variant Taxable',
  'Image Src',
] as const;

type Row = Partial<Record<(typeof heading)[number], string>>;

const sold = {
  'Variant Inventory Tracker': 'shopify',
  'Variant Inventory Qty': '400',
  'Variant Inventory Policy': 'deny',
  'Variant Requires Shipping': 'true',
  'Variant Taxable': 'true',
} as const;

function product(handle: string, title: string, sku: string, price: string, grams = '100'): Row {
  return {
    Handle: handle,
    Title: title,
    Published: 'true',
    'Option1 Name': 'Title',
    'Option1 Value': 'Default Title',
    'Variant SKU': sku,
    'Variant Grams': grams,
    'Variant Price': price,
    ...sold,
  };
}

function variant(handle: string, color: string, size: string, sku: string, price: string, title = ''): Row {
  return {
    Handle: handle,
    ...(title !== '' && { Title: title, Published: 'true', 'Option1 Name': 'Color', 'Option2 Name': 'Size' }),
    'Option1 Value': color,
    'Option2 Value': size,
    'Variant SKU': sku,
    'Variant Grams': '210',
    'Variant Price': price,
    ...sold,
  };
}

const rows: readonly Row[] = [
  variant('field-jacket', 'Olive', 'M', 'FJ-OLV-M', '64.00', 'Field Jacket'),
  variant('field-jacket', 'Olive', 'L', 'FJ-OLV-L', '64.00'),
  variant('field-jacket', 'Sand', 'M', '', '66.50'),
  // A picture alone: no variant of its own.
  { Handle: 'field-jacket', 'Image Src': 'https://pictures.example/field-jacket-back.jpg' },
  variant('wool-sock', 'Grey', '40–43', 'SOCK-GRY-1', '11.33', 'Wool Sock'),
  variant('wool-sock', 'Grey', '44–47', 'SOCK-GRY-2', '11.33'),
  variant('enamel-cup', 'White', '300 ml', 'CUP-01', '8.99', 'Enamel Cup'),
  // Taken already: this row is refused, the first keeps its SKU.
  variant('enamel-cup', 'Blue', '300 ml', 'CUP-01', '19.00'),
  product('canvas-apron', 'Canvas Apron', 'APR-77', '23.49', '320'),
  product('brass-whistle', 'Brass Whistle', 'WHI-3', '3.07', '30'),
  product('field-notes', 'Field Notes, 3 pack', 'NOTE-3', '9.95'),
  product('beeswax-candle', 'Beeswax Candle', 'CNDL-9', '17.05', '250'),
  product('waxed-cap', 'Waxed Cap', "'0042", '29.90'),
  product('tin-lantern', 'Tin Lantern', 'LANT-5', '41.25', '900'),
  product('cedar-soap', 'Cedar Soap', '', '6.66'),
  product('leather-tag', 'Leather Tag', 'TAG-12', '1.19', '10'),
  product('oak-tray', 'Oak Tray', 'TRAY-2', '37.77', '700'),
];

export const importedRows = rows.length;

/** Writes it, quoted as spreadsheets do. */
export async function writeCatalogueFile(path: string): Promise<void> {
  const cells = [heading, ...rows.map((row) => heading.map((column) => row[column] ?? ''))];
  await writeFile(path, `${cells.map((row) => row.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')).join('\n')}\n`);
}
