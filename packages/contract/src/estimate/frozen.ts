// What an issued revision holds, for good: all that the page, the mail and the document show, and all that pricing a
// changed quantity or an acceptance needs later (break tables, tax rates, discounts, policies). Kept as RFC 8785 canonical
// JSON with its SHA-256 and never rendered again from live data. Internal notes, reasons and who set a price stay out: the
// bytes may be handed to the customer as evidence. Amounts are whole minor units of `currency`.
import { driftPolicies } from '@backdesk/domain/estimate/price-hold.ts';
import { z } from 'zod';
import { moreUpcharge } from '../catalog/configuration.ts';
import { priceTable } from '../catalog/price-table.ts';
import { option } from '../catalog/schema.ts';
import { address, currencyCode, day, decimal, id, time } from '../core/primitives.ts';
import { shownField } from '../field/schema.ts';
import { fileFacts } from '../file/schema.ts';
import { placeTax } from '../order/tax.ts';
import { rateTerms } from '../settings/schema.ts';

const minor = z.int().describe('minor units');
const frozenTaxLine = z.strictObject({ code: z.string(), name: z.string(), ratePpm: z.int(), base: minor, amount: minor });
const frozenDiscountValue = z.union([
  z.strictObject({ kind: z.literal('percentage'), ppm: z.int() }),
  z.strictObject({ kind: z.literal('fixed'), amount: minor }),
]);

/** What was chosen or typed on the line, in words. */
export const shownAnswer = z.strictObject({ name: z.string(), value: z.string(), file: fileFacts.optional() });

export const frozenLine = z.strictObject({
  id,
  kind: z.enum(['catalog', 'custom', 'bundle', 'charge', 'credit', 'section']),
  parentLineId: id.nullable(),
  productId: id.nullable(),
  variantId: id.nullable(),
  name: z.string(),
  sku: z.string(),
  productCode: z.string(),
  options: z.array(option),
  imageUrl: z.string().nullable(),
  configuration: z.record(z.string(), z.unknown()),
  answers: z.array(shownAnswer).optional().describe('left out in revisions of before there were options'),
  quantity: z.int(),
  typedUnitPrice: decimal.nullable(),
  priceTable: priceTable.nullable().describe('the whole break table it was priced from: a changed quantity is priced from it while the lock holds'),
  breakGroup: z.string().nullable(),
  setups: z
    .array(z.string())
    .optional()
    .describe('break groups of the setups it owes; left out of orders without setups, and of revisions of before they were kept'),
  partId: z.string().optional().describe('of the line of a part: which of the parts of its bundle it is; left out of revisions of before it was kept'),
  quantityRule: z.strictObject({ increment: z.int().nullable(), maximum: z.int().nullable() }),
  upcharges: z.array(z.strictObject({ label: z.string(), perPiece: decimal, perLine: minor, ...moreUpcharge })),
  overrideUnitPrice: decimal.nullable(),
  discount: frozenDiscountValue.nullable(),
  optional: z.boolean(),
  chosen: z.boolean(),
  choiceGroup: z.string().nullable(),
  quantityBounds: z
    .strictObject({ minimum: z.int(), maximum: z.int() })
    .nullable()
    .optional()
    .describe('how many the customer may take; left out where the quantity is staff’s'),
  taxCategory: z.string(),
  ships: z.boolean(),
  weightGrams: z.int().nullable(),
  note: z.string(),
  unitPrice: decimal.nullable(),
  amount: minor,
  discountAmount: minor,
  total: minor,
  orderDiscountAmount: minor,
  tax: minor.nullable(),
  taxLines: z.array(frozenTaxLine),
});

export const frozenEstimate = z.strictObject({
  format: z.literal('backdesk.estimate/1'),
  account: z.strictObject({
    id,
    name: z.string(),
    accent: z.string(),
    locale: z.string(),
    timeZone: z.string(),
    country: z.string(),
    paper: z.enum(['letter', 'a4']),
    address: z.record(z.string(), z.unknown()),
    seller: z
      .strictObject({ legalName: z.string(), taxId: z.string(), phone: z.string(), email: z.string() })
      .optional()
      .describe('left out where nothing was entered'),
    logoFileId: id.optional(),
  }),
  orderId: id,
  number: z.int(),
  revision: z.int(),
  orderVersion: z.int().describe('version of the order it was frozen from'),
  name: z.string(),
  issuedAt: time,
  issuedBy: z.string(),
  validUntil: day,
  expiresAt: time,
  customer: z.strictObject({ id, name: z.string(), email: z.string().nullable(), phone: z.string(), number: z.string().nullable() }),
  company: z.strictObject({ id, name: z.string() }).nullable(),
  poNumber: z.string(),
  fields: z.array(shownField).optional().describe('fields of the account that it shows to customers'),
  dueOn: day.nullable(),
  texts: z.strictObject({ message: z.string(), note: z.string(), terms: z.string().optional().describe('of the account, as they were then') }),
  paymentTerms: z.string().optional().describe('in words; empty: none; left out in revisions of before they were kept'),
  deposit: z
    .strictObject({ term: frozenDiscountValue, dueAmount: minor, balanceAmount: minor })
    .nullable()
    .optional()
    .describe('what is asked for on acceptance; null: nothing; left out in revisions of before it was kept'),
  policies: z.strictObject({
    rounding: z.literal('half_away_from_zero'),
    priceMode: z.enum(['tax_excluded', 'tax_included']),
    taxRounding: z.enum(['line', 'order']),
    includedElsewhere: z.enum(['keep_gross', 'keep_net']),
    priceLock: z.literal('until_expiry'),
    pictures: z.literal(true).optional().describe('the PDF shows the pictures of its lines'),
    inPart: z.literal(true).optional().describe('the customer may take some of the lines'),
    acceptedLockDays: z.int().optional().describe('days beyond its validity in which accepted prices hold; left out in revisions of before it was stated'),
    drift: z.enum(driftPolicies).optional().describe('what happens after that, when the total is another; left out in revisions of before it was stated'),
  }),
  currency: currencyCode,
  lines: z.array(frozenLine),
  discounts: z.array(
    z.strictObject({
      id,
      source: z.enum(['manual', 'code', 'automatic']),
      label: z.string(),
      value: frozenDiscountValue,
      reach: z.enum(['items', 'shipping', 'items_and_shipping']),
      productIds: z.array(id).optional().describe('products whose lines it reaches; left out where it reaches all, and in revisions of before it was kept'),
      code: z.string().optional().describe('what was typed for it; left out where nothing was, and in revisions of before it was kept'),
      amount: minor,
    }),
  ),
  shipments: z.array(
    z.strictObject({
      id,
      kind: z.enum(['ship', 'pickup']),
      address: address.nullable(),
      method: z
        .strictObject({
          rateId: z.string().nullable(),
          name: z.string(),
          amount: minor,
          terms: rateTerms.optional().describe('what the rate charges by: other quantities are quoted from it; left out where staff typed the price'),
        })
        .nullable(),
      amount: minor.nullable().describe('null while unknown'),
      discountAmount: minor,
      tax: minor.nullable(),
      taxLines: z.array(frozenTaxLine),
      taxPlace: placeTax.nullable(),
      lines: z.array(z.strictObject({ lineId: id, quantity: z.int() })).nullable(),
    }),
  ),
  billing: z.strictObject({ sameAsShipping: z.boolean(), address: address.nullable() }),
  tax: z.strictObject({ billing: placeTax.nullable(), home: placeTax, exemption: z.string().nullable() }),
  totals: z.strictObject({
    items: minor,
    discount: minor,
    shipping: minor.nullable(),
    tax: minor.nullable(),
    total: minor,
    open: z.array(z.enum(['shipping', 'tax'])),
    taxLines: z.array(frozenTaxLine),
  }),
  itemCount: z.int(),
});

/** What pricing a choice needs of it, and nothing else: the page's live totals. */
export const frozenOffer = z.strictObject({
  currency: currencyCode,
  policies: frozenEstimate.shape.policies.pick({ priceMode: true, taxRounding: true, includedElsewhere: true }),
  lines: z.array(
    frozenLine.pick({
      id: true,
      kind: true,
      productId: true,
      parentLineId: true,
      name: true,
      sku: true,
      quantity: true,
      typedUnitPrice: true,
      priceTable: true,
      breakGroup: true,
      setups: true,
      quantityRule: true,
      upcharges: true,
      overrideUnitPrice: true,
      discount: true,
      optional: true,
      chosen: true,
      choiceGroup: true,
      quantityBounds: true,
      taxCategory: true,
      ships: true,
      weightGrams: true,
    }),
  ),
  discounts: frozenEstimate.shape.discounts,
  shipments: z.array(frozenEstimate.shape.shipments.element.pick({ id: true, kind: true, method: true, amount: true, taxPlace: true, lines: true })),
  tax: frozenEstimate.shape.tax,
  deposit: z.strictObject({ term: frozenDiscountValue }).nullable(),
});

export type FrozenOffer = z.infer<typeof frozenOffer>;
export type FrozenEstimate = z.infer<typeof frozenEstimate>;
export type FrozenLine = z.infer<typeof frozenLine>;
