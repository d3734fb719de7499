// The lines of an order. Inputs are what people set; everything marked "derived" is the calculator's output for this version.

import { z } from 'zod';
import { lineCharge } from '../catalog/charges.ts';
import { moreUpcharge } from '../catalog/configuration.ts';
import { linePart } from '../catalog/parts.ts';
import { priceTable } from '../catalog/price-table.ts';
import { option } from '../catalog/schema.ts';
import { decimal, id, money, quantity } from '../core/primitives.ts';
import { fileFacts } from '../file/schema.ts';
import { discountValue } from './discount-value.ts';
import { refusal } from './refusal.ts';
import { taxLine } from './tax.ts';

/** One step of how the price came about; amounts are for the whole line. */
export const priceStep = z
  .strictObject({
    step: z.enum(['break', 'unit_price', 'upcharge', 'override', 'line_discount', 'order_discount']),
    label: z.string(),
    unitPrice: decimal.nullable(),
    amount: money.nullable(),
    breakQuantity: z.int().optional(),
    ppm: z.int().optional().describe('of an upcharge: the part of the price before it'),
    groupQuantity: z.int().optional(),
    listAmount: money.nullable().optional(),
    by: z.string().optional(),
    reason: z.string().optional(),
  })
  .meta({ id: 'PriceStep' });

/** An option of a line as a document shows it; `value` is empty while it has no answer. */
export const answer = z
  .strictObject({
    optionId: z.string(),
    name: z.string(),
    value: z.string(),
    state: z.enum(['answered', 'missing', 'gone', 'too_long', 'invalid', 'unpriced']),
    reason: z.enum(['pattern', 'number', 'minimum', 'maximum', 'step', 'date', 'file', 'file_kind', 'file_size']).optional().describe('of what is invalid'),
    file: fileFacts.optional().describe('the file that was answered'),
  })
  .meta({ id: 'Answer' });

export const quantityBounds = z.strictObject({ minimum: quantity, maximum: quantity });

export const orderLine = z
  .strictObject({
    id,
    kind: z.enum(['catalog', 'custom', 'bundle', 'charge', 'credit', 'section']).describe('section: a heading, its title is the name'),
    parentLineId: id.nullable(),
    productId: id.nullable(),
    variantId: id.nullable(),
    name: z.string(),
    sku: z.string(),
    productCode: z.string(),
    options: z.array(option),
    imageUrl: z.string().nullable(),
    configuration: z.record(z.string(), z.string()).describe('answers by option id: the id of the chosen value, or the text'),
    answers: z
      .array(answer)
      .describe('what was answered, by the names of when the line was last read from the catalogue; required options without an answer too'),
    quantity: z.int(),
    quantityVersion: z.int().describe('version that last changed the quantity: the rules of a break group are reported on the line changed last'),
    typedUnitPrice: decimal.nullable().describe('custom, charge and credit lines: the price a person typed'),
    priceTable: priceTable.nullable(),
    breakGroup: z.string().nullable(),
    quantityRule: z.strictObject({ increment: z.int().nullable(), maximum: z.int().nullable() }),
    upcharges: z.array(z.strictObject({ label: z.string(), perPiece: decimal, perLine: money, ...moreUpcharge })),
    charges: z.array(lineCharge).describe('setup and run charges that hang on it as lines of their own'),
    chargeId: id.nullable().describe('of a charge line: which of the charges of its parent it is'),
    parts: z.array(linePart).describe('of a bundle: what it is made of; each stands below it as a line of its own'),
    partId: id.nullable().describe('of the line of a part: which of the parts of its bundle it is'),
    override: z.strictObject({ unitPrice: decimal, reason: z.string(), by: z.string() }).nullable(),
    discount: discountValue.nullable(),
    optional: z.boolean(),
    chosen: z.boolean(),
    choiceGroup: z.string().nullable(),
    quantityBounds: quantityBounds.nullable().describe('how many the customer may take on the estimate page; null: as it is'),
    taxCategory: z.string(),
    ships: z.boolean(),
    weightGrams: z.int().nullable(),
    noteCustomer: z.string(),
    noteInternal: z.string(),
    unitPrice: decimal.nullable().describe('derived: before the line discount, up to six places; null: no price'),
    amount: money.describe('derived: before discounts'),
    discountAmount: money.describe('derived: line discount, positive'),
    total: money.describe('derived: amount − discountAmount'),
    subtotal: money.nullable().describe('derived, of a section: what its lines come to, of a bundle: it with its parts; it is in no total'),
    tax: money.nullable().describe('derived: null while the tax place is unknown'),
    taxLines: z.array(taxLine),
    explanation: z.array(priceStep).describe('derived: where the price came from, step by step'),
    hint: z
      .strictObject({ quantity: z.int(), unitPrice: decimal, saves: money.nullable() })
      .nullable()
      .describe('derived: a larger quantity that costs less, or less each'),
    blockers: z.array(refusal).describe('derived: what must be put right at this line before submission'),
  })
  .meta({ id: 'OrderLine' });

export type OrderLine = z.infer<typeof orderLine>;
