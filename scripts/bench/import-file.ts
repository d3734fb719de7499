// A catalogue file as shops export it, of any number of rows, the same in every run: three variants a product, a description,
// tags and a picture, and one row in a thousand that must be refused.
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { csvRow } from '@backdesk/domain/csv/csv-row.ts';

const columns = [
  'Handle',
  'Title',
  'Body (HTML)',
  'Vendor',
  'Type',
  'Tags',
  'Published',
  'Option1 Name',
  'Option1 Value',
  'Variant SKU',
  'Variant Grams',
  'Variant Inventory Tracker',
  'Variant Inventory Qty',
  'Variant Inventory Policy',
  'Variant Price',
  'Variant Requires Shipping',
  'Variant Taxable',
  'Image Src',
];
const sizes = ['S', 'M', 'L'];
const refusedEvery = 1_000;

/** Writes the file and answers how many of its rows must be refused. */
export async function writeImportFile(path: string, rows: number): Promise<{ readonly refused: number }> {
  const out = createWriteStream(path);
  out.write(csvRow(columns));
  for (let at = 0; at < rows; at += 1) if (!out.write(csvRow(rowAt(at)))) await once(out, 'drain');
  out.end();
  await once(out, 'close');
  return { refused: Math.floor(rows / refusedEvery) };
}

function rowAt(at: number): readonly string[] {
  const product = Math.floor(at / sizes.length);
  const place = at % sizes.length;
  const isFirst = place === 0;
  const name = `Imported Tee ${product}`;
  const ofProduct = isFirst
    ? [name, `<p>${name} is cut from <em>ring-spun</em> cotton, and washes well.</p>`, 'Harbor Mills', 'Apparel', 'tee, cotton, printed', 'TRUE']
    : ['', '', '', '', '', ''];
  const price = at % refusedEvery === refusedEvery - 1 ? 'ask us' : `${5 + (product % 40)}.${String(at % 100).padStart(2, '0')}`;
  return [
    `imported-tee-${product}`,
    ...ofProduct,
    isFirst ? 'Size' : '',
    sizes[place] ?? '',
    `IMP-${product}-${sizes[place]}`,
    String(150 + (at % 90)),
    'shopify',
    String(at % 500),
    'deny',
    price,
    'TRUE',
    'TRUE',
    isFirst ? `https://pictures.example/tee-${product}.jpg` : '',
  ];
}
