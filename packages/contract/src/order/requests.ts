// What people and systems send to change an order. Every body is strict and names, where it matters, the version it was
// made on (`basedOn`).
import { z } from 'zod';
import { configuration } from '../catalog/configuration.ts';
import { basedOn, day, decimal, email, filledLine, givenAddress, id, line, money, positiveDecimal, quantity, text, version } from '../core/primitives.ts';
import { givenFields } from '../field/values.ts';
import { discountValue } from './discount-value.ts';
import { quantityBounds } from './lines.ts';

const newLineOptions = {
  asNewLine: z.boolean().optional().describe('do not merge with a line of the same variant'),
  lineId: id.optional().describe('id for the new line, so that a screen can show it before the answer'),
  noteCustomer: text(2000).optional(),
  noteInternal: text(2000).optional(),
  optional: z.boolean().optional().describe('an optional line is in no total until it is chosen'),
  chosen: z.boolean().optional().describe('of an optional line; choosing one of a group takes the choice from the others'),
  choiceGroup: filledLine(100).optional().describe('the group of which one is chosen; makes the line optional'),
  after: id.nullable().optional().describe('put it after this line; null: at the top; left out: at the end'),
};

const saidAtPart = z.strictObject({
  variantId: id.describe('of the part'),
  configuration: configuration.optional(),
  noteCustomer: text(2000).optional(),
  noteInternal: text(2000).optional(),
});

const catalogLine = z
  .strictObject({
    sku: filledLine(255).optional(),
    variantId: id.optional(),
    quantity: quantity.default(1),
    configuration: configuration.optional(),
    parts: z
      .array(saidAtPart)
      .max(50)
      .optional()
      .describe('of a bundle: answers and notes at its parts, each named by its variant. With any it is a line of its own'),
    ...newLineOptions,
  })
  .refine((value) => (value.sku === undefined) !== (value.variantId === undefined), { message: 'give either sku or variantId', path: ['sku'] });

const customLine = z.strictObject({
  custom: z.strictObject({
    name: filledLine(500),
    unitPrice: positiveDecimal,
    quantity: quantity.default(1),
    ships: z.boolean().default(true),
    weightGrams: z.int().min(0).max(100_000_000).nullable().default(null),
    taxCategory: filledLine(60).default('standard'),
  }),
  ...newLineOptions,
});

const sectionLine = z.strictObject({
  section: z.strictObject({ name: filledLine(200) }).describe('a heading; the lines that follow it are in it'),
  lineId: newLineOptions.lineId,
  after: newLineOptions.after,
});

export const newLine = z.union([customLine, sectionLine, catalogLine]);

// A refinement, not min and max: a length that is out of bounds would end the option, and the union would blame another one.
const severalLines = z
  .array(newLine)
  .refine((lines) => lines.length >= 1 && lines.length <= 1000, 'must be 1 to 1,000 lines')
  .meta({ minItems: 1, maxItems: 1000 });

export const addLines = z.union([z.strictObject({ lines: severalLines }), customLine, sectionLine, catalogLine]);

export const createOrder = z.strictObject({
  customerId: id,
  name: line(200).optional(),
  poNumber: line(100).optional(),
  lines: z.array(newLine).max(1000).optional(),
});

const depositTerm = discountValue.refine((term) => (term.kind === 'percentage' ? term.ppm : term.amount.amount) > 0, { message: 'must be more than nothing' });

/** Characters of a note of the whole order. */
export const longestOrderNote = 5000;

export const changeOrder = z.strictObject({
  basedOn,
  name: line(200).optional(),
  customerId: id.optional().describe('re-prices role prices and tax; lines and overrides stay'),
  ownerId: z.string().max(100).nullable().optional(),
  poNumber: line(100).optional(),
  dueOn: day.nullable().optional(),
  paymentTerms: line(100).nullable().optional().describe('of this order alone, such as "Prepaid"; empty: none; null: as agreed with its company'),
  deposit: depositTerm.nullable().optional().describe('what is asked for on acceptance: a part of the total or an amount; null: none'),
  noteCustomer: text(longestOrderNote).optional(),
  noteInternal: text(longestOrderNote).optional(),
  fields: givenFields.optional(),
});

export const changeLine = z.strictObject({
  basedOn,
  quantity: quantity.optional(),
  override: z
    .strictObject({ unitPrice: positiveDecimal, reason: line(500).default('') })
    .nullable()
    .optional()
    .describe('a unit price set by hand; null gives the catalogue price back'),
  discount: discountValue.nullable().optional(),
  configuration: configuration.optional().describe('catalogue lines only: all answers, in place of those there are'),
  optional: z.boolean().optional().describe('an optional line is in no total until it is chosen'),
  chosen: z.boolean().optional().describe('of an optional line; choosing one of a group takes the choice from the others'),
  choiceGroup: filledLine(100).nullable().optional().describe('the group of which one is chosen; makes the line optional; null: in none'),
  quantityBounds: quantityBounds
    .refine(({ minimum, maximum }) => minimum <= maximum, { message: 'must not be under the minimum', path: ['maximum'] })
    .nullable()
    .optional()
    .describe('how many the customer may take on the estimate page; null: the quantity is fixed'),
  name: filledLine(500).optional().describe('custom lines and sections only'),
  unitPrice: decimal.optional().describe('custom, charge and credit lines only'),
  noteCustomer: text(2000).optional(),
  noteInternal: text(2000).optional(),
  after: id.nullable().optional().describe('move the line after this one; null: to the top'),
});

export const shipmentRequest = z.strictObject({
  id: id.optional(),
  kind: z.enum(['ship', 'pickup']).default('ship'),
  address: givenAddress.nullable().default(null),
  pickupPlaceId: id.nullable().default(null).describe('of a pickup: the place, whose address becomes the shipment’s'),
  lines: z
    .array(z.strictObject({ lineId: id, quantity }))
    .max(5000)
    .nullable()
    .default(null),
});

/** Either one `address` for the one implicit shipment, or all `shipments`. */
export const setShipping = z
  .strictObject({
    basedOn,
    address: givenAddress.optional(),
    shipments: z.array(shipmentRequest).min(1).max(200).optional(),
    saveToCustomer: z.boolean().default(false).describe('also keep the address in the customer’s address book'),
  })
  .refine((value) => (value.address === undefined) !== (value.shipments === undefined), { message: 'give either address or shipments', path: ['address'] });

/** Either a rate, or a price typed by staff (`shipping:override`). */
export const setShippingMethod = z
  .strictObject({
    basedOn,
    shipmentId: id.optional().describe('may be left out while there is one shipment'),
    rateId: id.nullable().optional().describe('null takes the choice back'),
    typed: z
      .strictObject({
        name: filledLine(120).describe('what the customer reads: "Own van"'),
        amount: money,
        reason: filledLine(500),
      })
      .optional(),
  })
  .refine(({ rateId, typed }) => (rateId === undefined) !== (typed === undefined), { path: ['rateId'], error: 'give either a rate or a typed price' });

export const setBilling = z
  .strictObject({ basedOn, sameAsShipping: z.boolean(), address: givenAddress.nullable().default(null), saveToCustomer: z.boolean().default(false) })
  .refine((value) => value.sameAsShipping || value.address !== null, { message: 'give an address, or sameAsShipping: true', path: ['address'] });

export const setPayment = z.discriminatedUnion('method', [
  z.strictObject({ basedOn, method: z.literal('open_account') }),
  z.strictObject({ basedOn, method: z.literal('purchase_order'), poNumber: filledLine(100) }),
  z.strictObject({ basedOn, method: z.null() }),
]);

export const fillCheckout = z.strictObject({ basedOn });

export const setDiscounts = z.strictObject({
  basedOn,
  codes: z
    .array(filledLine(60))
    .max(10)
    .optional()
    .describe('all discount codes of the order, upper and lower case alike; left out: they stay. One that cannot be used is refused with the reason'),
  discounts: z
    .array(
      z.strictObject({
        id: id.optional(),
        label: line(200).default('Discount'),
        value: discountValue,
        reach: z.enum(['items', 'shipping', 'items_and_shipping']).default('items'),
      }),
    )
    .max(20)
    .optional()
    .describe('all discounts given by hand; left out: they stay'),
});

/** Seconds: no mail is held longer before it leaves. */
export const longestHoldSeconds = 120;

const moreRecipients = {
  alsoTo: z.array(email).max(9).default([]).describe('further recipients; each gets a mail and a link of their own'),
  cc: z.array(email).max(10).default([]).describe('who gets a copy, with a link of their own'),
  holdSeconds: z.int().min(0).max(longestHoldSeconds).default(0).describe('seconds before it leaves, in which sending can be undone; the desk holds for 10'),
};

export const issueEstimate = z.strictObject({
  email: email.or(z.literal('')).optional().describe('left out or empty: nothing is sent'),
  ...moreRecipients,
  message: text(5000).default(''),
  validUntil: day.optional().describe('through its last second in the time zone of the account; default by settings'),
  expectedTotal: money.optional().describe('refused with order.moved when the total is another by now'),
});

export const sendEstimate = z.strictObject({ email, ...moreRecipients, message: text(5000).default('') });

export const previewRevision = z.strictObject({ message: text(5000).default('') });

export const saveAsCart = z.strictObject({ name: line(200).optional() });

export const repeatOrder = z.strictObject({
  lineIds: z.array(id).min(1).max(5000).optional().describe('left out: all lines; what hangs on a line comes with it'),
  prices: z
    .enum(['today', 'kept'])
    .default('today')
    .describe('kept: a price that differs by now is set by hand, with the order as the reason (price:override)'),
  discounts: z.boolean().default(false),
  artwork: z.boolean().default(true).describe('false: answers that are files stay behind, and what asks for one asks again'),
  notes: z.boolean().default(true).describe('those of a line that is no longer sold go to the internal note of the order'),
  checkout: z.boolean().default(true).describe('address, billing, payment and own fields; the shipping method and the PO number are asked for anew'),
});

export const submitOrder = z.strictObject({
  expectedTotal: money.optional().describe('refused with order.moved when the total is another by now'),
  drift: z.literal('honour').optional().describe('submit what was accepted although its prices no longer hold, where the account asks'),
});

export const undo = z.strictObject({
  version,
  index: z.int().min(0).max(10_000).optional().describe('which change of that version; left out: all of them, as one'),
});

export type NewLine = z.input<typeof newLine>;
export type SaidAtPart = z.output<typeof saidAtPart>;
export type ParsedNewLine = z.output<typeof newLine>;
export type RepeatOrder = z.output<typeof repeatOrder>;
export type ChangeLine = z.output<typeof changeLine>;
