// One row of the file. What describes the product, the variant and the picture stands in the same row and is refused apart.
import { withoutGuard } from '@backdesk/domain/csv/csv-row.ts';
import type { CsvRecord } from '@backdesk/domain/csv/read-csv.ts';
import type { Notice } from '../notice.ts';
import type { ColumnName, Heading } from './columns.ts';
import { CellRefused, codeCell, flagCell, gramsCell, htmlCell, lineCell, pictureCell, policyCell, priceCell, stockCell } from './parse-cells.ts';

export type ProductPart = {
  readonly name: string;
  readonly descriptionHtml: string;
  readonly vendor: string;
  readonly productType: string;
  readonly tags: readonly string[];
  readonly published: boolean;
};

export type VariantPart = {
  /** Empty: one is made, or the one it has is kept. */
  readonly sku: string;
  readonly price: string | null;
  readonly weightGrams: number | null;
  readonly tracksStock: boolean;
  readonly onHand: number;
  readonly allowsBackorder: boolean;
  readonly ships: boolean;
  readonly isTaxable: boolean;
  readonly barcode: string;
  readonly imageUrl: string | null;
};

export type ParsedRow = {
  readonly row: number;
  readonly handle: string;
  readonly product: ProductPart | null;
  readonly optionNames: readonly string[];
  readonly optionValues: readonly string[];
  /** null: the row has none (a picture alone), or it was refused. */
  readonly variant: VariantPart | null;
  readonly image: { readonly url: string; readonly alt: string } | null;
  /** Names a product and nothing of a variant: its only variant, unless other rows have some. */
  readonly isBare: boolean;
  /** The whole row was not taken, or its variant was not. */
  readonly isRefused: boolean;
  readonly notices: readonly Notice[];
  /** As they stand in the file. */
  readonly cells: readonly string[];
};

const variantColumns: readonly ColumnName[] = ['Option1 Value', 'Option2 Value', 'Option3 Value', 'Variant SKU', 'Variant Price'];

export function parseRow(record: CsvRecord, heading: Heading): ParsedRow {
  const cell = (name: ColumnName) => withoutGuard(record.cells[heading.places.get(name) ?? -1] ?? '');
  const notices: Notice[] = [];
  const refuse = (column: string, value: string, reason: string) => {
    notices.push({ kind: 'refused', row: record.row, column, value: value.slice(0, 200).replaceAll('\u0000', ''), reason });
  };
  const read = <Value>(name: ColumnName, parse: (text: string) => Value): Value | undefined => {
    try {
      return parse(cell(name));
    } catch (error) {
      if (!(error instanceof CellRefused)) throw error;
      refuse(name, cell(name), error.message);
      return undefined;
    }
  };
  const refused = (handle: string): ParsedRow => ({
    row: record.row,
    handle,
    product: null,
    optionNames: [],
    optionValues: [],
    variant: null,
    image: null,
    isBare: false,
    isRefused: true,
    notices,
    cells: record.cells,
  });

  if (record.broken !== undefined) {
    refuse('', record.cells[0] ?? '', `${record.broken} (line ${record.line})`);
    return refused('');
  }
  const beyond = record.cells.findIndex((text, index) => index >= heading.width && text.trim() !== '');
  if (beyond !== -1) {
    refuse('', record.cells[beyond] ?? '', `has more cells than the heading (line ${record.line}): a comma outside quotation marks?`);
    return refused('');
  }
  const handle = read('Handle', codeCell);
  if (handle === '') refuse('Handle', '', 'is empty');
  if (handle === undefined || handle === '') return refused('');

  const product = cell('Title').trim() === '' ? null : productPart(read);
  const names = [read('Option1 Name', lineCell(100)), read('Option2 Name', lineCell(100)), read('Option3 Name', lineCell(100))];
  const values = [read('Option1 Value', lineCell(255)), read('Option2 Value', lineCell(255)), read('Option3 Value', lineCell(255))];
  if (notices.length > 0) return refused(handle);
  const isBare = !variantColumns.some((name) => cell(name).trim() !== '') && product !== null;
  const hasVariant = isBare || variantColumns.some((name) => cell(name).trim() !== '');
  const variant = hasVariant ? variantPart(read) : null;
  const isRefused = notices.length > 0;
  // A picture that cannot be shown is left out; the rest of the row comes in.
  const url = read('Image Src', pictureCell) ?? null;
  const imageUrl = read('Variant Image', pictureCell) ?? null;
  const alt = read('Image Alt Text', lineCell(500)) ?? '';
  return {
    row: record.row,
    handle,
    product,
    optionNames: names.map((name) => name ?? ''),
    optionValues: values.map((value) => value ?? ''),
    variant: isRefused || variant === null ? null : { ...variant, imageUrl },
    image: url === null ? null : { url, alt },
    isBare,
    isRefused: isRefused || (!hasVariant && url === null && notices.length > 0),
    notices,
    cells: record.cells,
  };
}

type Read = <Value>(name: ColumnName, parse: (text: string) => Value) => Value | undefined;

/** Undefined parts were refused: the caller looks at the notices. */
function productPart(read: Read): ProductPart {
  const status = read('Status', lineCell(50))?.toLowerCase() ?? '';
  const tags = read('Tags', lineCell(5000)) ?? '';
  return {
    name: read('Title', lineCell(500)) ?? '',
    descriptionHtml: read('Body (HTML)', htmlCell) ?? '',
    vendor: read('Vendor', lineCell(255)) ?? '',
    productType: read('Type', lineCell(255)) ?? '',
    tags: [
      ...new Set(
        tags
          .split(',')
          .map((tag) => tag.trim())
          .filter((tag) => tag !== ''),
      ),
    ],
    published: (read('Published', flagCell(true)) ?? true) && (status === '' || status === 'active'),
  };
}

function variantPart(read: Read): VariantPart {
  return {
    sku: read('Variant SKU', codeCell) ?? '',
    price: read('Variant Price', priceCell) ?? null,
    weightGrams: read('Variant Grams', gramsCell) ?? null,
    tracksStock: (read('Variant Inventory Tracker', lineCell(100)) ?? '') !== '',
    onHand: read('Variant Inventory Qty', stockCell) ?? 0,
    allowsBackorder: read('Variant Inventory Policy', policyCell) ?? false,
    ships: read('Variant Requires Shipping', flagCell(true)) ?? true,
    isTaxable: read('Variant Taxable', flagCell(true)) ?? true,
    barcode: read('Variant Barcode', codeCell) ?? '',
    imageUrl: null,
  };
}
