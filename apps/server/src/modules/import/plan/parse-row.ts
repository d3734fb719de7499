// One row of the file. What describes the product, the variant and the picture stands in the same row and is refused apart.
import type { FilePart } from '@backdesk/domain/catalog/file-cells.ts';
import type { BundlePricing } from '@backdesk/domain/catalog/parts.ts';
import type { SellingUnit } from '@backdesk/domain/catalog/selling-unit.ts';
import { withoutGuard } from '@backdesk/domain/csv/csv-row.ts';
import type { CsvRecord } from '@backdesk/domain/csv/read-csv.ts';
import { millionths } from '@backdesk/domain/money/rational.ts';
import type { Notice } from '../notice.ts';
import { type Column, type Heading, headingOf, type MappedHeading, optionNameColumns, optionValueColumns } from './columns.ts';
import {
  breaksCell,
  bundlePriceCell,
  CellRefused,
  codeCell,
  flagCell,
  htmlCell,
  incomingCell,
  lineCell,
  partsCell,
  pictureCell,
  pointedCell,
  policyCell,
  priceCell,
  quantityCell,
  stockCell,
  unitPiecesCell,
  weightCell,
} from './parse-cells.ts';

export type ProductPart = {
  readonly name: string;
  readonly descriptionHtml: string;
  readonly vendor: string;
  readonly productType: string;
  readonly tags: readonly string[];
  readonly published: boolean;
  /** Empty: told by whether its first variant is taxed. */
  readonly taxCategory: string;
  /** What it is made of by the file; no parts: it is no bundle. */
  readonly bundle: { readonly pricing: BundlePricing; readonly parts: readonly FilePart[] };
};

export type VariantPart = {
  /** Empty: one is made, or the one it has is kept. */
  readonly sku: string;
  /** Fewest pieces first; what so many cost together, with six places. */
  readonly prices: readonly { readonly quantity: number; readonly extendedPrice: string }[];
  readonly weightGrams: number | null;
  readonly unit: SellingUnit | null;
  readonly tracksStock: boolean;
  readonly onHand: number;
  readonly allowsBackorder: boolean;
  readonly ships: boolean;
  readonly isTaxable: boolean;
  /** Its own; empty: that of the product. */
  readonly taxCategory: string;
  readonly published: boolean;
  readonly quantityIncrement: number | null;
  readonly maxQuantity: number | null;
  readonly incoming: { readonly quantity: number; readonly expectedOn: string } | null;
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
  /** What is wrong with a picture leaves out the picture alone. */
  readonly pictureNotices: readonly Notice[];
  /** Columns that say something here; null: all do. */
  readonly says: ReadonlySet<Column> | null;
  /** As they stand in the file. */
  readonly cells: readonly string[];
};

/** What only a variant has; of a mapped file, where options and prices are looked at apart. */
const variantOnly: readonly Column[] = [
  ...(['sku', 'price', 'breaks', 'weight', 'stock', 'barcode', 'soldBy'] as const),
  ...(['increment', 'most', 'variantPublished', 'variantTaxCategory', 'incoming'] as const),
];
const variantColumns: readonly Column[] = [...optionValueColumns, 'sku', 'price', 'breaks'];

export function parseRow(record: CsvRecord, heading: Heading): ParsedRow {
  const cell = (name: Column) => withoutGuard(record.cells[heading.places.get(name) ?? -1] ?? '');
  const notices: Notice[] = [];
  const refuse = (column: string, value: string, reason: string) => {
    notices.push({ kind: 'refused', row: record.row, column, value: value.slice(0, 200).replaceAll('\u0000', ''), reason });
  };
  const readAt = <Value>(column: string, place: number, parse: (text: string) => Value): Value | undefined => {
    const text = withoutGuard(record.cells[place] ?? '');
    try {
      return parse(text);
    } catch (error) {
      if (!(error instanceof CellRefused)) throw error;
      refuse(column, text, error.message);
      return undefined;
    }
  };
  const read: Read = (column, parse) => readAt(headingOf(heading, column), heading.places.get(column) ?? -1, parse);
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
    pictureNotices: [],
    says: null,
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
  const handle = read('code', codeCell);
  if (handle === '') refuse(headingOf(heading, 'code'), '', 'is empty');
  if (handle === undefined || handle === '') return refused('');

  const product = cell('name').trim() === '' ? null : productPart(read);
  const { mapped } = heading;
  const figure = figureOf(mapped);
  const names = mapped?.options.map(({ name }) => name) ?? optionNameColumns.map((column) => read(column, lineCell(100)));
  const values =
    mapped?.options.map(({ name, place }) => readAt(name, place, lineCell(255))) ?? optionValueColumns.map((column) => read(column, lineCell(255)));
  if (notices.length > 0) return refused(handle);
  const says = mapped === null ? null : saidIn(record.cells, heading);
  const saysVariant =
    mapped === null ? variantColumns.some((name) => cell(name).trim() !== '') : values.some(Boolean) || variantOnly.some((name) => says?.has(name));
  const isBare = !saysVariant && product !== null;
  const hasVariant = isBare || saysVariant;
  const breaks = mapped?.breaks ?? [{ quantity: 1, place: heading.places.get('price') ?? -1 }];
  const single = breaks.flatMap(({ quantity, place }) => {
    const column = mapped === null ? headingOf(heading, 'price') : (heading.names[place] ?? '');
    const extendedPrice = hasVariant ? readAt(column, place, (text) => timesPieces(priceCell(figure(text)), quantity)) : undefined;
    return extendedPrice == null ? [] : [{ quantity, extendedPrice }];
  });
  const more = hasVariant ? (read('breaks', breaksCell) ?? []) : [];
  const prices = [...single, ...more].toSorted((a, b) => a.quantity - b.quantity);
  const twice = prices.find(({ quantity }, at) => quantity === prices[at - 1]?.quantity);
  if (twice !== undefined) refuse(headingOf(heading, 'breaks'), cell('breaks'), `says the price of ${twice.quantity} twice`);
  const variant = hasVariant ? variantPart(read, { prices, mapped }) : null;
  const isRefused = notices.length > 0;
  const ofRow = [...notices];
  // A picture that cannot be shown is left out; the rest of the row comes in.
  const url = read('image', pictureCell) ?? null;
  const imageUrl = read('variantImage', pictureCell) ?? null;
  const alt = read('imageAlt', lineCell(500)) ?? '';
  return {
    row: record.row,
    handle,
    product,
    // A product of a mapped file that has no value in the columns of options has none.
    optionNames: mapped !== null && !values.some(Boolean) ? [] : names.map((name) => name ?? ''),
    optionValues: values.map((value) => value ?? ''),
    variant: isRefused || variant === null ? null : { ...variant, imageUrl },
    image: url === null ? null : { url, alt },
    isBare,
    isRefused: isRefused || (!hasVariant && url === null && notices.length > 0),
    notices: ofRow,
    pictureNotices: notices.slice(ofRow.length),
    says,
    cells: record.cells,
  };
}

/** Columns of a mapped file that are filled in here. */
function saidIn(cells: readonly string[], { places, mapped }: Heading): ReadonlySet<Column> {
  const isFilled = (place: number) => (cells[place] ?? '').trim() !== '';
  const said = [...places].flatMap(([name, place]) => (isFilled(place) ? [name] : []));
  const hasPrices = said.includes('breaks') || mapped?.breaks.some(({ place }) => isFilled(place)) === true;
  return new Set(hasPrices ? [...said, 'price' as const] : said);
}

/** A figure as the file writes it, with a decimal point. */
const figureOf = (mapped: MappedHeading | null) => (mapped?.hasDecimalCommas === true ? pointedCell : (text: string) => text);

/** What the price list holds: fourteen digits before the mark. */
const mostMillionths = 100_000_000_000_000_000_000n;

/** What so many pieces cost together, exactly, with six places as the price list has them; null: no price. */
function timesPieces(each: string | null, quantity: number): string | null {
  if (each === null) return null;
  const all = millionths(each) * BigInt(quantity);
  if (all >= mostMillionths) throw new CellRefused('is too much for so many pieces together');
  return `${all / 1_000_000n}.${String(all % 1_000_000n).padStart(6, '0')}`;
}

type Read = <Value>(name: Column, parse: (text: string) => Value) => Value | undefined;

/** Undefined parts were refused: the caller looks at the notices. */
function productPart(read: Read): ProductPart {
  const status = read('status', lineCell(50))?.toLowerCase() ?? '';
  const tags = read('tags', lineCell(5000)) ?? '';
  return {
    name: read('name', lineCell(500)) ?? '',
    descriptionHtml: read('description', htmlCell) ?? '',
    vendor: read('vendor', lineCell(255)) ?? '',
    productType: read('type', lineCell(255)) ?? '',
    tags: [
      ...new Set(
        tags
          .split(',')
          .map((tag) => tag.trim())
          .filter((tag) => tag !== ''),
      ),
    ],
    published: (read('published', flagCell(true)) ?? true) && (status === '' || status === 'active'),
    taxCategory: read('taxCategory', lineCell(60)) ?? '',
    bundle: { pricing: read('bundlePrice', bundlePriceCell) ?? 'fixed', parts: read('parts', partsCell) ?? [] },
  };
}

function unitOf(read: Read): SellingUnit | null {
  const name = read('soldBy', lineCell(30)) ?? '';
  return name === '' ? null : { name, pieces: read('unitPieces', unitPiecesCell) ?? 1 };
}

function variantPart(read: Read, { prices, mapped }: { readonly prices: VariantPart['prices']; readonly mapped: MappedHeading | null }): VariantPart {
  const figure = figureOf(mapped);
  return {
    sku: read('sku', codeCell) ?? '',
    prices,
    weightGrams: read('weight', (text) => weightCell(mapped?.gramsInUnit ?? 1)(figure(text))) ?? null,
    unit: unitOf(read),
    // A file that says how many there are means them to be counted.
    tracksStock: mapped === null ? (read('stockTracker', lineCell(100)) ?? '') !== '' : (read('stock', lineCell(100)) ?? '') !== '',
    onHand: read('stock', (text) => stockCell(figure(text))) ?? 0,
    allowsBackorder: read('backorder', policyCell) ?? false,
    ships: read('ships', flagCell(true)) ?? true,
    isTaxable: read('taxable', flagCell(true)) ?? true,
    taxCategory: read('variantTaxCategory', lineCell(60)) ?? '',
    published: read('variantPublished', flagCell(true)) ?? true,
    quantityIncrement: read('increment', quantityCell(0)) ?? null,
    maxQuantity: read('most', quantityCell(1)) ?? null,
    incoming: read('incoming', incomingCell) ?? null,
    barcode: read('barcode', codeCell) ?? '',
    imageUrl: null,
  };
}
