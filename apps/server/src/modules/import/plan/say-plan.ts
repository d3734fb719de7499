// What a dry run says of a product of the file: what it would become, in the words of the fields.
import { unitText } from '@backdesk/domain/catalog/selling-unit.ts';
import type { CatalogRecord, ProductRecord, VariantRecord } from '../../catalog/records.ts';
import type { Notice } from '../notice.ts';
import { same } from './merge-fields.ts';
import type { FileProduct, Plan } from './plan-product.ts';

/** More are counted. */
const mostSaid = 8;

/** `parts`: what becomes of what it is made of, in words; empty: nothing. */
export function planInWords({ handle, rows, here }: FileProduct, plan: Plan, parts: string): readonly Notice[] {
  const [first] = rows;
  if (plan.outcome === 'refused' || first === undefined) return [];
  return [
    {
      kind: plan.outcome,
      row: first.row,
      column: '',
      value: handle,
      reason: [plan.product === null ? '' : reasonOf(here, plan.product, plan), parts].filter(Boolean).join('; '),
    },
  ];
}

function reasonOf(here: CatalogRecord | undefined, product: ProductRecord, { variants, images, back }: Plan): string {
  if (here === undefined) return `${product.name}, ${variants.length === 1 ? '1 variant' : `${variants.length} variants`}`;
  const said = [
    ...productChanges(here.product, product),
    // What comes back is said at its row.
    ...variants.filter(({ id }) => !back.has(id)).flatMap((variant) => variantChanges(here, variant)),
    ...(images === null ? [] : ['pictures change']),
  ];
  const more = said.length - mostSaid;
  return [...said.slice(0, mostSaid), ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}

const productFields = { name: 'name', vendor: 'vendor', productType: 'type', tags: 'tags', published: 'on sale', taxCategory: 'tax category' } as const;

function productChanges(before: ProductRecord, after: ProductRecord): readonly string[] {
  const fields = Object.entries(productFields) as readonly (readonly [keyof typeof productFields, string])[];
  return [
    ...(before.isDeleted ? ['comes back'] : []),
    ...fields.flatMap(([field, says]) => (same(before[field], after[field]) ? [] : [`${says} becomes ${shown(after[field])}`])),
    ...(before.descriptionHtml === after.descriptionHtml ? [] : ['description changes']),
  ];
}

function variantChanges(here: CatalogRecord, after: VariantRecord): readonly string[] {
  const before = here.variants.find(({ id }) => id === after.id);
  if (before === undefined) return [`${after.sku} is new`];
  const changes = [
    ...(before.sku === after.sku ? [] : [`SKU becomes ${after.sku}`]),
    ...(same(before.prices, after.prices) ? [] : [`price becomes ${pricesOf(after)}`]),
    ...(same(stockOf(before), stockOf(after)) ? [] : [after.tracksStock ? `in stock ${after.onHand}` : 'stock not counted']),
    ...(before.weightGrams === after.weightGrams ? [] : [`weight becomes ${after.weightGrams === null ? 'unknown' : `${after.weightGrams} g`}`]),
    ...(before.published === after.published ? [] : [after.published ? 'on sale' : 'not on sale']),
    ...(before.quantityIncrement === after.quantityIncrement ? [] : [inMultiplesOf(after)]),
    ...(before.maxQuantity === after.maxQuantity ? [] : [after.maxQuantity === null ? 'any number in an order' : `at most ${after.maxQuantity} in an order`]),
    ...(same(before.unit, after.unit) ? [] : [`sold by ${unitOf(after)}`]),
    ...(same(otherOf(before), otherOf(after)) ? [] : ['other fields change']),
  ];
  return changes.map((change) => `${before.sku}: ${change}`);
}

const stockOf = ({ tracksStock, onHand, allowsBackorder }: VariantRecord) => ({ tracksStock, onHand, allowsBackorder });
const otherOf = ({ barcode, ships, taxCategory, imageUrl, incoming }: VariantRecord) => ({ barcode, ships, taxCategory, imageUrl, incoming });

function inMultiplesOf({ quantityIncrement }: VariantRecord): string {
  if (quantityIncrement === null) return 'in any quantity';
  return quantityIncrement === 0 ? 'in the quantities of its breaks alone' : `in multiples of ${quantityIncrement}`;
}

const unitOf = ({ unit }: VariantRecord) => (unit === null ? 'the piece' : unitText(unit));

/** What so many cost together: "9.50, 24 for 199.99". */
const pricesOf = ({ prices }: VariantRecord) =>
  prices.length === 0 ? 'none' : prices.map(({ quantity, extendedPrice }) => `${quantity === 1 ? '' : `${quantity} for `}${short(extendedPrice)}`).join(', ');

const short = (price: string) => price.replace(/(\.\d\d\d*?)0+$/, '$1');

function shown(value: unknown): string {
  const text = typeof value === 'boolean' ? (value ? 'yes' : 'no') : typeof value === 'string' ? value : (value as readonly string[]).join(', ');
  return text.length > 100 ? `${text.slice(0, 99)}…` : text || 'empty';
}
