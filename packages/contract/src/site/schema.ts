// What customers see of it all: the site's own schemas. Each names what goes out, field by field, so that nothing staff keep for
// themselves (internal notes, reasons, owners, stock on hand) can reach a customer by being added to an order.
import { z } from 'zod';
import { product, productRow, variant } from '../catalog/schema.ts';
import { stock } from '../catalog/stock.ts';
import { category } from '../category/schema.ts';
import { currencyCode, day, decimal, email, filledLine, id, line, money, time } from '../core/primitives.ts';
import { fieldDefinition } from '../field/schema.ts';
import { fulfilment } from '../order/after-submission.ts';
import { chosenMethod, shipment } from '../order/checkout.ts';
import { orderLine } from '../order/lines.ts';
import { order } from '../order/order.ts';
import { siteRegistration, siteSignInMode } from '../settings/schema.ts';

/** Whose site it is, and who is here. */
export const siteSession = z
  .strictObject({
    account: z.strictObject({
      name: z.string(),
      locale: z.string(),
      timeZone: z.string(),
      currency: currencyCode,
      country: z.string(),
      priceMode: z.enum(['tax_excluded', 'tax_included']),
      accent: z.string(),
    }),
    signIn: siteSignInMode,
    registration: siteRegistration,
    ordersWait: z.boolean().describe('what is ordered waits for the store’s approval'),
    customer: z.strictObject({ name: z.string(), email: z.string(), phone: z.string(), company: z.string() }).nullable().describe('null: nobody is signed in'),
    cartItems: z.int().describe('pieces in the cart'),
  })
  .meta({ id: 'SiteSession' });

export const siteStock = stock.pick({ tracked: true, available: true, backorder: true, incoming: true }).meta({ id: 'SiteStock' });

export const siteVariant = variant
  .pick({
    id: true,
    sku: true,
    options: true,
    title: true,
    imageUrl: true,
    weightGrams: true,
    ships: true,
    taxCategory: true,
    priceTable: true,
    quantityRule: true,
    unit: true,
    breakGroup: true,
    charges: true,
    parts: true,
  })
  .extend({ stock: siteStock })
  .meta({ id: 'SiteVariant' });

export const siteProduct = product
  .pick({ id: true, code: true, name: true, descriptionHtml: true, taxCategory: true, options: true, configurationOptions: true, images: true, currency: true })
  .extend({ variants: z.array(siteVariant).describe('those that are sold') })
  .meta({ id: 'SiteProduct' });

export const siteProductRow = productRow
  .pick({ id: true, code: true, name: true, imageUrl: true, currency: true })
  .extend({
    priceFrom: decimal.nullable().describe('lowest unit price for who asks; null: none, or prices are shown to who is signed in'),
    soldOut: z.boolean(),
  })
  .meta({ id: 'SiteProductRow' });

/** A category that holds something that is sold, itself or below it. */
export const siteCategory = category.pick({ id: true, name: true, code: true, parentId: true, depth: true }).meta({ id: 'SiteCategory' });

export const siteLine = orderLine
  .pick({
    id: true,
    kind: true,
    parentLineId: true,
    productId: true,
    variantId: true,
    name: true,
    sku: true,
    productCode: true,
    options: true,
    imageUrl: true,
    configuration: true,
    answers: true,
    quantity: true,
    quantityVersion: true,
    typedUnitPrice: true,
    priceTable: true,
    breakGroup: true,
    quantityRule: true,
    upcharges: true,
    charges: true,
    chargeId: true,
    parts: true,
    partId: true,
    discount: true,
    optional: true,
    chosen: true,
    choiceGroup: true,
    quantityBounds: true,
    taxCategory: true,
    ships: true,
    weightGrams: true,
    noteCustomer: true,
    unitPrice: true,
    amount: true,
    discountAmount: true,
    total: true,
    tax: true,
    taxLines: true,
    hint: true,
    subtotal: true,
  })
  .extend({
    agreedUnitPrice: decimal.nullable().describe('a unit price that was agreed, in place of the price list'),
    mayChange: z.boolean().describe('false: its price was agreed, so it is kept or removed; its quantity moves within quantityBounds only'),
    blockers: orderLine.shape.blockers.describe('what must be put right before ordering: also what is no longer sold, or not in stock, now'),
  })
  .meta({ id: 'SiteLine' });

const siteMethod = chosenMethod.pick({ rateId: true, name: true, amount: true, terms: true, termsNow: true });
export const siteShipment = shipment
  .pick({ id: true, kind: true, address: true, pickupPlace: true, amount: true, lines: true, tax: true, served: true })
  .extend({ method: siteMethod.nullable() })
  .meta({ id: 'SiteShipment' });

/** What is on its way to the customer; not who said so, nor what was taken back. */
export const siteFulfilment = fulfilment.omit({ by: true, at: true, voided: true }).meta({ id: 'SiteFulfilment' });

export const siteOrder = order
  .pick({
    id: true,
    number: true,
    orderNumber: true,
    stage: true,
    version: true,
    name: true,
    currency: true,
    priceMode: true,
    taxRounding: true,
    includedElsewhere: true,
    discounts: true,
    totals: true,
    itemCount: true,
    billing: true,
    payment: true,
    allowedPayments: true,
    billingTax: true,
    homeTax: true,
    exemption: true,
    checkout: true,
    blockers: true,
    poNumber: true,
    paymentTerms: true,
    deposit: true,
    noteCustomer: true,
    fulfilmentStatus: true,
    pickupStatus: true,
    createdAt: true,
    updatedAt: true,
    submittedAt: true,
  })
  .extend({
    lines: z.array(siteLine),
    shipping: z.strictObject({ shipments: z.array(siteShipment) }),
    fulfilments: z.array(siteFulfilment),
    ending: z
      .strictObject({ at: time, told: z.string() })
      .nullable()
      .describe('of an order that is declined or canceled; what they were told of it by mail, else empty'),
    contact: z.strictObject({ name: z.string(), email: z.string(), phone: z.string(), company: z.string() }).nullable().describe('whom it is for'),
    fields: z.record(z.string(), z.unknown()).describe('of those that customers are asked for'),
  })
  .meta({ id: 'SiteOrder' });

export const siteOrderRow = z
  .strictObject({
    id,
    number: z.int().nullable(),
    orderNumber: z.string().nullable(),
    stage: order.shape.stage,
    name: z.string(),
    itemCount: z.int(),
    lineCount: z.int(),
    total: money,
    open: order.shape.totals.shape.open,
    fulfilmentStatus: order.shape.fulfilmentStatus,
    pickupStatus: order.shape.pickupStatus,
    estimate: z.strictObject({ revision: z.int(), status: z.string(), validUntil: day, expired: z.boolean() }).nullable(),
    createdAt: time,
    updatedAt: time,
    submittedAt: time.nullable(),
  })
  .meta({ id: 'SiteOrderRow' });

/** What did not come along, or came at another price, when lines were copied into the cart. */
export const leftBehind = z
  .strictObject({ label: z.string(), why: z.enum(['not_sold', 'custom_line', 'agreed_price', 'answer_gone']) })
  .describe('agreed_price: it came at the price of today')
  .meta({ id: 'LeftBehind' });

export const cartAnswer = z.strictObject({ cart: siteOrder.nullable() });
export const activated = z.strictObject({ cart: siteOrder, replaced: z.strictObject({ id, name: z.string() }).nullable() });
export const copied = z.strictObject({ cart: siteOrder, left: z.array(leftBehind) });

export const siteOrderField = fieldDefinition
  .pick({
    id: true,
    version: true,
    code: true,
    type: true,
    label: true,
    help: true,
    required: true,
    active: true,
    options: true,
    shownOnOrders: true,
    builtIn: true,
  })
  .meta({ id: 'SiteOrderField' });

export const siteAccess = z
  .strictObject({
    status: z.enum(['none', 'invited', 'waiting', 'open']).describe('waiting: registered, and staff have not let them in yet'),
    invitedAt: time.nullable(),
    lastSeenAt: time.nullable(),
  })
  .meta({ id: 'SiteAccess' });

export const register = z.strictObject({
  name: filledLine(200),
  email,
  company: line(200).default(''),
  phone: line(60).default(''),
});

export const passwordLink = z
  .strictObject({ purpose: z.enum(['register', 'invite', 'reset']), email: z.string(), name: z.string() })
  .meta({ id: 'PasswordLink' });

export type SiteSession = z.infer<typeof siteSession>;
export type SiteProduct = z.infer<typeof siteProduct>;
export type SiteCategory = z.infer<typeof siteCategory>;
export type SiteProductRow = z.infer<typeof siteProductRow>;
export type SiteVariant = z.infer<typeof siteVariant>;
export type SiteLine = z.infer<typeof siteLine>;
export type SiteOrder = z.infer<typeof siteOrder>;
export type SiteOrderRow = z.infer<typeof siteOrderRow>;
export type SiteOrderField = z.infer<typeof siteOrderField>;
export type LeftBehind = z.infer<typeof leftBehind>;
export type SiteAccess = z.infer<typeof siteAccess>;
export type PasswordLink = z.infer<typeof passwordLink>;
