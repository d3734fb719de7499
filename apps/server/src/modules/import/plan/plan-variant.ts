import type { VariantRecord } from '../../catalog/records.ts';
import type { Notice } from '../notice.ts';
import { type Column, type Heading, headingOf } from './columns.ts';
import { mergeFields } from './merge-fields.ts';
import { type FileOptions, valuesOf } from './options.ts';
import type { ParsedRow, VariantPart } from './parse-row.ts';
import { type Said, saidBy } from './said-by.ts';
import type { Claim } from './variant-of-row.ts';

type VariantFacts = Claim & {
  readonly row: ParsedRow;
  readonly heading: Heading;
  readonly options: FileOptions;
  readonly productId: string;
  /** That of the product by the file: a variant says its own only when it differs. */
  readonly taxCategory: string;
  readonly position: number;
};

export type PlannedVariant = {
  readonly variant: VariantRecord;
  readonly change: 'created' | 'updated' | 'unchanged';
  readonly pricesChanged: boolean;
  readonly reprices: boolean;
  readonly isBack: boolean;
  /** What was kept as it is here, and that it was deleted here. */
  readonly notices: readonly Notice[];
};

const reachingOrders = new Set(['prices', 'weightGrams', 'ships', 'taxCategory', 'unit', 'published', 'quantityIncrement', 'maxQuantity']);

/** A variant as it will be: what the file says, but what a person set here. */
export function planVariant(facts: VariantFacts, { overwrite, newId }: { readonly overwrite: boolean; readonly newId: () => string }): PlannedVariant {
  const { row, here, isBack } = facts;
  const part = row.variant;
  if (part === null) throw new Error('Only rows with a variant are planned.');
  const before = here ?? blank(facts, part, newId());
  const { fields, changed, editedFields, kept } = mergeFields<Readonly<Record<string, unknown>>>(
    { fields: { ...before, stock: stockOf(before) }, editedFields: before.editedFields },
    saidBy(row, wantedOf(facts, part)),
    { row: row.row, heading: facts.heading, overwrite },
  );
  const { stock, ...columns } = fields as VariantRecord & { readonly stock: ReturnType<typeof stockOf> };
  // A SKU from the file takes the place of one that was made; one that was made is kept for good.
  const skuMade = part.sku === '' && before.skuMade;
  const variant = { ...columns, tracksStock: stock.tracked, onHand: stock.onHand, allowsBackorder: stock.backorder, editedFields, skuMade };
  const change = here === undefined ? 'created' : changed.length > 0 || isBack ? 'updated' : 'unchanged';
  const version = change === 'updated' ? before.version + 1 : before.version;
  const stamps = change === 'updated' ? Object.fromEntries(changed.map((field) => [field === 'optionValues' ? 'options' : field, version])) : {};
  return {
    variant: { ...variant, version, fieldVersions: { ...before.fieldVersions, ...stamps } },
    change,
    pricesChanged: here === undefined || changed.includes('prices'),
    reprices: change === 'updated' && changed.some((field) => reachingOrders.has(field)),
    isBack,
    notices: isBack ? [...kept, restored(facts, variant)] : kept,
  };
}

const restored = ({ row, heading }: VariantFacts, { sku }: VariantRecord): Notice => ({
  kind: 'restored',
  row: row.row,
  column: headingOf(heading, 'sku'),
  value: sku,
  reason: 'the variant was deleted here',
});

const stockOf = (variant: VariantRecord) => ({ tracked: variant.tracksStock, onHand: variant.onHand, backorder: variant.allowsBackorder });

function wantedOf({ row, options, sku, taxCategory, heading }: VariantFacts, part: VariantPart): Said {
  const isSaid = (column: Column) => heading.places.has(column);
  return {
    sku: { value: sku, column: 'sku' },
    optionValues: { value: valuesOf(row, options), column: 'optionValue1' },
    prices: { value: part.prices, column: 'price' },
    weightGrams: { value: part.weightGrams, column: 'weight' },
    // Shopify's own files have no such columns: they say nothing of it.
    ...(isSaid('soldBy') && { unit: { value: part.unit, column: 'soldBy' as const } }),
    ...(isSaid('variantPublished') && { published: { value: part.published, column: 'variantPublished' as const } }),
    ...(isSaid('increment') && { quantityIncrement: { value: part.quantityIncrement, column: 'increment' as const } }),
    ...(isSaid('most') && { maxQuantity: { value: part.maxQuantity, column: 'most' as const } }),
    ...(isSaid('incoming') && { incoming: { value: part.incoming, column: 'incoming' as const } }),
    ships: { value: part.ships, column: 'ships' },
    taxCategory: isSaid('variantTaxCategory')
      ? { value: part.taxCategory || null, column: 'variantTaxCategory' }
      : { value: ownCategory(part.isTaxable, taxCategory), column: 'taxable' },
    barcode: { value: part.barcode, column: 'barcode' },
    imageUrl: { value: part.imageUrl, column: 'variantImage' },
    stock: { value: { tracked: part.tracksStock, onHand: part.onHand, backorder: part.allowsBackorder }, column: 'stock' },
  };
}

/** What a variant says by being taxed or not beside the category of its product; null: what that says. */
function ownCategory(isTaxable: boolean, ofProduct: string): string | null {
  if (isTaxable) return ofProduct === 'exempt' ? 'standard' : null;
  return ofProduct === 'exempt' ? null : 'exempt';
}

function blank({ row, options, sku, productId, position }: VariantFacts, part: VariantPart, id: string): VariantRecord {
  return {
    id,
    productId,
    version: 1,
    fieldVersions: {},
    sku,
    skuMade: part.sku === '',
    optionValues: valuesOf(row, options),
    barcode: '',
    published: true,
    weightGrams: null,
    ships: true,
    taxCategory: null,
    imageUrl: null,
    tracksStock: false,
    allowsBackorder: false,
    onHand: 0,
    incoming: null,
    quantityIncrement: null,
    maxQuantity: null,
    unit: null,
    position,
    prices: [],
    editedFields: {},
  };
}
