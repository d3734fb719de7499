// What Add Product finds, for words or for the rows of a list.

import { mostReadings } from '@backdesk/domain/entry/read-rows.ts';
import { z } from 'zod';
import { currencyCode, filledLine, id } from '../core/primitives.ts';
import { lineCharge } from './charges.ts';
import { configurationOption } from './configuration.ts';
import { linePart } from './parts.ts';
import { priceTable } from './price-table.ts';
import { discountReach, option } from './schema.ts';
import { sellingUnit } from './selling-unit.ts';
import { stock } from './stock.ts';

/** One hit of the Add Product search: a variant with what the calculator needs to price it for this customer. */
export const variantHit = z
  .strictObject({
    id,
    productId: id,
    sku: z.string(),
    name: z.string().describe('name of the product'),
    productCode: z.string(),
    options: z.array(option),
    imageUrl: z.string().nullable(),
    published: z.boolean(),
    priceTable: priceTable.nullable().describe('as it applies to the customer today; null: no price'),
    currency: currencyCode,
    discountReach,
    stock,
    quantityRule: z.strictObject({ increment: z.int().nullable(), maximum: z.int().nullable() }),
    unit: sellingUnit.nullable().describe('in which it is sold; null: by the piece'),
    breakGroup: z.string().nullable(),
    configurationOptions: z.array(configurationOption),
    charges: z.array(lineCharge).describe('setup and run charges that a line of it brings along'),
    parts: z.array(linePart).describe('of a bundle: what stands below a line of it'),
    taxCategory: z.string(),
    ships: z.boolean(),
    weightGrams: z.int().nullable(),
    match: z.enum(['exact', 'prefix', 'words', 'near']).describe('how it was found'),
  })
  .meta({ id: 'VariantHit' });

const rowReading = z.strictObject({
  words: filledLine(200).describe('SKU, code or name'),
  quantity: z.int().min(0).max(999_999_999_999).nullable().describe('null: none was given'),
  isMarked: z.boolean().default(true).describe('false: the figure may belong to a name ("11 oz mug")'),
});

/** Rows of a list: each with the ways in which it can be read, the likeliest first. */
export const matchRows = z.strictObject({
  customerId: id.optional().describe('prices as they apply to this customer'),
  orderId: id.optional().describe('where they are to be entered: which of its discounts reach them'),
  rows: z
    .array(z.strictObject({ readings: z.array(rowReading).max(mostReadings) }))
    .min(1)
    .max(1000),
});

export const matchedRow = z
  .strictObject({
    status: z.enum(['certain', 'choose', 'none']),
    why: z
      .enum(['several', 'similar', 'quantity', 'options'])
      .nullable()
      .describe('of `choose`: several fit, only near misses were found, how many is not said, or something must be answered on the product page'),
    quantity: z.int().nullable(),
    hits: z.array(variantHit).describe('the one that is certain, or up to 6 candidates, best first'),
  })
  .meta({ id: 'MatchedRow' });

export type VariantHit = z.infer<typeof variantHit>;
