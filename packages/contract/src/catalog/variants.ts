// What the variants of a product are made, changed and taken away by.
import { mostOptions, mostVariants } from '@backdesk/domain/catalog/variant-options.ts';
import { z } from 'zod';
import { basedOn, filledLine, id } from '../core/primitives.ts';
import { pictureSource } from './picture-source.ts';
import { priceBreak } from './price-table.ts';
import { sellingUnit } from './selling-unit.ts';
import { incomingStock } from './stock.ts';

const optionName = filledLine(100);
const optionValue = filledLine(255);
const optionValues = z.array(z.strictObject({ name: optionName, value: optionValue })).max(mostOptions);

export const newVariant = z.strictObject({
  sku: filledLine(255),
  options: optionValues.default([]),
  weightGrams: z.int().min(0).max(100_000_000).nullable().default(null),
  ships: z.boolean().default(true),
  taxCategory: filledLine(60).optional(),
  prices: z.array(priceBreak).max(50).default([]).describe('list price breaks in the account currency'),
  stock: z.strictObject({ tracked: z.boolean(), onHand: z.int().min(-10_000_000).max(10_000_000), backorder: z.boolean().default(false) }).optional(),
  incoming: incomingStock.nullable().default(null),
  quantityIncrement: z.int().min(0).max(9_999_999).nullable().default(null),
  maxQuantity: z.int().min(1).max(9_999_999).nullable().default(null),
  unit: sellingUnit.nullable().default(null),
  published: z.boolean().default(true),
});

/** More variants of a product that is there. */
export const addVariants = z.strictObject({
  basedOn,
  variants: z.array(newVariant).min(1).max(mostVariants).describe('each gives every option of the product once; a value may be new'),
});

const from = (noun: string) => `what the ${noun} is called now; left out: it is new`;

/** All options of a product in their order, each with all its values in theirs. */
export const setOptions = z.strictObject({
  basedOn,
  options: z
    .array(
      z.strictObject({
        from: optionName.optional().describe(from('option')),
        name: optionName,
        values: z
          .array(z.strictObject({ from: optionValue.optional().describe(from('value')), name: optionValue }))
          .min(1)
          .max(mostVariants)
          .describe('those that its variants have; of an option that is new the one value that the variants get'),
      }),
    )
    .max(mostOptions)
    .describe('one may be left out where the variants stay different without it'),
});

export const variantIds = z.strictObject({ variantIds: z.array(id).min(1).max(mostVariants) });

export const changeVariant = z.strictObject({
  basedOn,
  sku: filledLine(255).optional(),
  options: optionValues.optional().describe('each option of the product with its value for this variant; a value may be new'),
  weightGrams: z.int().min(0).max(100_000_000).nullable().optional(),
  ships: z.boolean().optional(),
  published: z.boolean().optional(),
  prices: z.array(priceBreak).max(50).optional().describe('replaces the list breaks of this variant'),
  stock: z.strictObject({ tracked: z.boolean(), onHand: z.int().min(-10_000_000).max(10_000_000), backorder: z.boolean() }).optional(),
  incoming: incomingStock.nullable().optional(),
  image: z.strictObject(pictureSource).nullable().optional().describe('its own picture; null: that of the product'),
  quantityIncrement: z.int().min(0).max(9_999_999).nullable().optional(),
  maxQuantity: z.int().min(1).max(9_999_999).nullable().optional(),
  unit: sellingUnit.nullable().optional(),
});

export type AddVariants = z.output<typeof addVariants>;
/** With what may be left out. */
export type NewVariantRequest = z.input<typeof newVariant>;
export type SetOptions = z.output<typeof setOptions>;
export type ChangeVariant = z.output<typeof changeVariant>;
