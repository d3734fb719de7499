import { mostVariants } from '@backdesk/domain/catalog/variant-options.ts';
import { longestPattern } from '@backdesk/domain/core/pattern.ts';
import { mostReadings } from '@backdesk/domain/entry/read-rows.ts';
import { fileKindNames, largestFile } from '@backdesk/domain/file/kinds.ts';
import { pictureFaults } from '@backdesk/domain/file/picture-fault.ts';
import { z } from 'zod';
import { basedOn, currencyCode, decimal, filledLine, id, line, money, positiveDecimal, text, time } from '../core/primitives.ts';
import { lineCharge, productCharge } from './charges.ts';
import { bundle, linePart, newBundle } from './parts.ts';
import { pictureSource } from './picture-source.ts';
import { priceBreak, priceTable } from './price-table.ts';
import { sellingUnit } from './selling-unit.ts';
import { stock } from './stock.ts';
import { newVariant } from './variants.ts';

export const option = z.strictObject({ name: z.string(), value: z.string() });

const upchargeBreak = z.strictObject({ quantity: z.int().min(2).max(9_999_999), perPiece: positiveDecimal });

/** Of an upcharge on a line, where it has them. */
export const moreUpcharge = {
  ppm: z.int().optional().describe('a part of the price before it'),
  breaks: z
    .array(z.strictObject({ quantity: z.int(), perPiece: decimal }))
    .readonly()
    .optional()
    .describe('from a quantity on each piece adds this instead of `perPiece`'),
};

const optionUpcharge = {
  perPiece: positiveDecimal.describe('added to the price of each piece, in major units'),
  perLine: money.describe('added once to the line'),
  ppm: z.int().describe('added as a part of the price of the line before it, in parts per million: 10 % is 100000'),
  breaks: z.array(upchargeBreak).describe('from a quantity on each piece adds this instead of `perPiece`; ascending'),
};
const condition = z
  .strictObject({ optionId: id, value: z.string().min(1).max(100) })
  .describe('asked only while that option, which comes before, is answered with this value (its id), or `yes` of a checkbox');
const askedOption = {
  id,
  name: z.string(),
  help: z.string(),
  required: z.boolean(),
  carriesBreaks: z.boolean().describe('lines whose answers differ here do not add up to choose a price break'),
  onlyWhen: condition.nullable().describe('null: always asked'),
};
const answeredOption = { ...askedOption, ...optionUpcharge };

/** What is asked on a line beyond the variant. Later kinds come as further branches of "kind": a client passes over those it does not know. */
export const configurationOption = z
  .discriminatedUnion('kind', [
    z.strictObject({ ...askedOption, kind: z.literal('choice'), values: z.array(z.strictObject({ id, name: z.string(), ...optionUpcharge })) }),
    z.strictObject({
      ...answeredOption,
      kind: z.literal('text'),
      maxLength: z.int().describe('characters'),
      pattern: z.string().describe('what the whole text must look like; empty: anything'),
    }),
    z.strictObject({
      ...answeredOption,
      kind: z.literal('number'),
      minimum: decimal.nullable(),
      maximum: decimal.nullable(),
      step: positiveDecimal.nullable().describe('counted from the least, or from 0'),
    }),
    z.strictObject({ ...answeredOption, kind: z.literal('date') }),
    z.strictObject({ ...answeredOption, kind: z.literal('checkbox') }),
    z.strictObject({
      ...answeredOption,
      kind: z.literal('file'),
      kinds: z.array(z.enum(fileKindNames)),
      largestBytes: z.int(),
    }),
  ])
  .meta({ id: 'ConfigurationOption' });

/** Answers by option id. */
export const configuration = z
  .record(id, line(1000))
  .describe('answers by option id: the id of the chosen value or of a file that was sent, the text, a number ("7.5"), a day ("2026-12-03"), or `yes`');

const atMostAMillion = positiveDecimal.refine((value) => Number(value) <= 1_000_000, 'must be at most 1,000,000');
const newUpcharge = {
  perPiece: atMostAMillion.default('0'),
  perLine: money
    .extend({ amount: z.int().min(0).max(1_000_000_000) })
    .optional()
    .describe('in the currency of the account; left out: nothing'),
  ppm: z.int().min(0).max(10_000_000).default(0).describe('10 % is 100000; at most 1000 %'),
  breaks: z
    .array(upchargeBreak.extend({ perPiece: atMostAMillion }))
    .max(20)
    .default([]),
};
const newOption = {
  id: id
    .optional()
    .describe('of an option that is there: its answers are kept, also when it is renamed. A new id of yours makes an option that conditions can name'),
  name: filledLine(100),
  help: line(300).default(''),
  required: z.boolean().default(false),
  carriesBreaks: z.boolean().default(false),
  onlyWhen: condition.nullable().default(null),
};
const newAnswered = { ...newOption, ...newUpcharge };
const bound = z
  .string()
  .regex(/^-?\d{1,9}(\.\d{1,6})?$/, 'must be a number such as "7.5"')
  .nullable()
  .default(null);

/** All options of a product in the order in which they are asked. One that is left out is no longer asked. */
export const setConfiguration = z.strictObject({
  basedOn,
  options: z
    .array(
      z.discriminatedUnion('kind', [
        z.strictObject({
          ...newOption,
          kind: z.literal('choice'),
          values: z
            .array(z.strictObject({ id: id.optional(), name: filledLine(100), ...newUpcharge }))
            .min(1)
            .max(100),
        }),
        z.strictObject({
          ...newAnswered,
          kind: z.literal('text'),
          maxLength: z.int().min(1).max(1000).default(100),
          pattern: line(longestPattern).default(''),
        }),
        z.strictObject({ ...newAnswered, kind: z.literal('number'), minimum: bound, maximum: bound, step: bound }),
        z.strictObject({ ...newAnswered, kind: z.literal('date') }),
        z.strictObject({ ...newAnswered, kind: z.literal('checkbox') }),
        z.strictObject({
          ...newAnswered,
          kind: z.literal('file'),
          kinds: z.array(z.enum(fileKindNames)).min(1).max(fileKindNames.length),
          largestBytes: z.int().min(1).max(largestFile).default(10_000_000),
        }),
      ]),
    )
    .max(20),
});

const discountReach = z
  .array(z.strictObject({ discountId: z.string(), productIds: z.array(id).describe('this product and parts of it') }))
  .optional()
  .describe('of the order asked about: its discounts for some products only that reach this one; left out where none was asked about');

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
      .describe('its pictures of which there is no copy here yet: they are shown from their address; why the last try failed'),
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
export const setProductCategories = z.strictObject({ categoryIds: z.array(id).max(50) });

/** What a product can be made of; defaults may be left out. */
export type NewProductRequest = z.input<typeof createProduct>;
export type ConfigurationOptionJson = z.infer<typeof configurationOption>;
export type SetImages = z.output<typeof setImages>;
export type SetConfiguration = z.output<typeof setConfiguration>;
export type VariantHit = z.infer<typeof variantHit>;
export type Variant = z.infer<typeof variant>;
export type Product = z.infer<typeof product>;
export type ProductRow = z.infer<typeof productRow>;
