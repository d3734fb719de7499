// What a bundle is made of. Apart from the rest of the catalogue's schema, since orders hold it too.
import { bundlePricings, type LinePart } from '@backdesk/domain/catalog/parts.ts';
import { z } from 'zod';
import { basedOn, id } from '../core/primitives.ts';
import { priceTable } from './price-table.ts';
import { stock } from './stock.ts';

const pricing = z.enum(bundlePricings).describe('fixed: the bundle has a price of its own, its parts cost nothing; summed: it costs what its parts cost');
const perBundle = z.int().min(1).max(10_000).describe('pieces in one bundle');
const named = {
  id,
  variantId: id,
  productId: id,
  name: z.string(),
  sku: z.string(),
  productCode: z.string(),
  options: z.array(z.strictObject({ name: z.string(), value: z.string() })),
  imageUrl: z.string().nullable(),
};

const unavailable = z.enum(['deleted', 'unpublished', 'excluded']).nullable().describe('why it is not sold; null: it is');

/** What a product is made of, in the order in which it is shown. */
export const bundle = z
  .strictObject({
    pricing,
    parts: z.array(
      z.strictObject({
        ...named,
        quantity: perBundle,
        priceTable: priceTable.nullable().describe('of the variant sold alone'),
        stock: stock.nullable().describe('of the variant; of one that is not sold there is none. null: not known'),
        unavailable,
      }),
    ),
  })
  .meta({ id: 'Bundle' });

const partAnswer = z.strictObject({
  optionId: z.string(),
  name: z.string(),
  value: z.string(),
  state: z.enum(['answered', 'missing', 'gone', 'too_long', 'invalid', 'unpriced']),
});

/** A part as a bundle line holds it: what the line of the part begins with. */
export const linePart = z
  .strictObject({
    ...named,
    quantity: z.int().describe('pieces in one bundle'),
    pricing,
    priceTable: priceTable.nullable(),
    breakGroup: z.string().nullable(),
    taxCategory: z.string(),
    ships: z.boolean(),
    weightGrams: z.int().nullable(),
    answers: z.array(partAnswer).describe('what must be answered before it can be ordered'),
    unavailable,
  })
  .meta({ id: 'LinePart' });

const newPart = { variantId: id, quantity: perBundle.default(1) };

/** Makes a product a bundle of these variants, or with no parts a product like others. */
export const setParts = z.strictObject({
  basedOn,
  pricing: pricing.default('fixed'),
  parts: z.array(z.strictObject({ id: id.optional().describe('of a part that is there'), ...newPart })).max(50),
});

/** A product that is made a bundle at once. */
export const newBundle = z.strictObject({ pricing: pricing.default('fixed'), parts: z.array(z.strictObject(newPart)).min(1).max(50) });

export type BundleJson = z.infer<typeof bundle>;
export type LinePartJson = z.infer<typeof linePart>;
export type SetParts = z.output<typeof setParts>;
/** What a product can be made of; defaults may be left out. */
export type SetPartsRequest = z.input<typeof setParts>;

/** The parts as JSON takes them, without what they cost the seller. */
export function linePartsJson(parts: readonly LinePart[]): LinePartJson[] {
  return parts.map(({ cost: _, options, answers, priceTable: table, ...part }) => ({
    ...part,
    options: options.map((each) => ({ ...each })),
    answers: answers.map(({ optionId, name, value, state }) => ({ optionId, name, value, state })),
    priceTable: table === null ? null : { ...table, breaks: table.breaks.map((each) => ({ ...each })) },
  }));
}
