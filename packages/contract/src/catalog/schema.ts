// Products and their variants, as they are read, made and changed.

import { mostVariants } from '@backdesk/domain/catalog/variant-options.ts';
import { pictureFaults } from '@backdesk/domain/file/picture-fault.ts';
import { z } from 'zod';
import { basedOn, currencyCode, filledLine, id, line, positiveDecimal, text, time } from '../core/primitives.ts';
import { lineCharge, productCharge } from './charges.ts';
import { configurationOption } from './configuration.ts';
import { bundle, linePart, newBundle } from './parts.ts';
import { pictureSource } from './picture-source.ts';
import { priceBreak, priceTable } from './price-table.ts';
import { sellingUnit } from './selling-unit.ts';
import { stock } from './stock.ts';
import { newVariant } from './variants.ts';

export const option = z.strictObject({ name: z.string(), value: z.string() });

export const discountReach = z
  .array(z.strictObject({ discountId: z.string(), productIds: z.array(id).describe('this product and parts of it') }))
  .optional()
  .describe('of the order asked about: its discounts for some products only that reach this one; left out where none was asked about');

export const variant = z
  .strictObject({
    id,
    version: z.int(),
    sku: z.string(),
    options: z.array(option),
    title: z.string().describe('"Red · M", or empty for the only variant'),
    published: z.boolean(),
    imageUrl: z.string().nullable(),
    weightGrams: z.int().nullable(),
    ships: z.boolean(),
    taxCategory: z.string(),
    priceTable: priceTable.nullable().describe('as it applies today'),
    standing: z.array(priceBreak).optional().describe('the list price that holds without days, while a period stands in its place'),
    stock,
    quantityRule: z.strictObject({ increment: z.int().nullable(), maximum: z.int().nullable() }),
    unit: sellingUnit.nullable().describe('in which it is sold; null: by the piece'),
    breakGroup: z.string().nullable(),
    charges: z.array(lineCharge).describe('as a line of it would be charged'),
    parts: z.array(linePart).describe('of a bundle: what stands below a line of it'),
  })
  .meta({ id: 'Variant' });

export const product = z
  .strictObject({
    id,
    version: z.int(),
    code: z.string(),
    name: z.string(),
    descriptionHtml: z.string().describe('sanitised'),
    vendor: z.string(),
    productType: z.string(),
    tags: z.array(z.string()),
    categoryIds: z.array(id).describe('of /categories'),
    published: z.boolean(),
    taxCategory: z.string(),
    options: z.array(z.strictObject({ name: z.string(), values: z.array(z.string()) })),
    configurationOptions: z.array(configurationOption).describe('in the order in which they are asked'),
    charges: z.array(productCharge).describe('setup and run charges, in the order in which they are shown'),
    bundle: bundle.nullable().describe('what it is made of; null: it is no bundle'),
    images: z.array(z.strictObject({ url: z.string(), alt: z.string() })),
    discountReach,
    pictureFetches: z
      .array(z.strictObject({ url: z.string(), state: z.enum(['waiting', 'failed']), reason: z.enum(pictureFaults).nullable() }))
      .describe('pictures of it and of its variants of which there is no copy here yet: they are shown from their address; why the last try failed'),
    currency: currencyCode,
    variants: z.array(variant),
    updatedAt: time,
  })
  .meta({ id: 'Product' });

export const productRow = z
  .strictObject({
    id,
    code: z.string(),
    name: z.string(),
    imageUrl: z.string().nullable(),
    published: z.boolean(),
    variantCount: z.int(),
    isBundle: z.boolean(),
    firstSku: z.string(),
    priceFrom: positiveDecimal.nullable().describe('lowest list unit price'),
    currency: currencyCode,
    available: z.int().nullable().describe('over the tracked variants; null: none is tracked'),
    updatedAt: time,
  })
  .meta({ id: 'ProductRow' });

export const createProduct = z.strictObject({
  code: filledLine(255),
  name: filledLine(500),
  description: text(100_000).default(''),
  vendor: line(255).default(''),
  productType: line(255).default(''),
  taxCategory: filledLine(60).default('standard'),
  published: z.boolean().default(true),
  imageUrl: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .nullable()
    .default(null),
  variants: z.array(newVariant).min(1).max(mostVariants),
  bundle: newBundle.optional().describe('what it is made of; left out: it is no bundle'),
});

export const changeProduct = z.strictObject({
  basedOn,
  code: filledLine(255).optional(),
  name: filledLine(500).optional(),
  description: text(100_000).optional(),
  published: z.boolean().optional(),
  taxCategory: filledLine(60).optional(),
});

/** All pictures of a product in order; the first is the one that lists and lines show. */
export const setImages = z.strictObject({
  basedOn,
  images: z.array(z.strictObject({ ...pictureSource, alt: line(500).default('').describe('what it shows, for who cannot see it') })).max(30),
});

export const fetchPictureAgain = z.strictObject({ url: z.string().max(2000).describe('an address that the product or one of its variants has') });

export const setProductCategories = z.strictObject({ categoryIds: z.array(id).max(50) });

/** What a product can be made of; defaults may be left out. */
export type NewProductRequest = z.input<typeof createProduct>;
export type SetImages = z.output<typeof setImages>;
export type Variant = z.infer<typeof variant>;
export type Product = z.infer<typeof product>;
export type ProductRow = z.infer<typeof productRow>;
