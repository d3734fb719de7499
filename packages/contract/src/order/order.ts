// The order as the API shows it. Inputs are what people set; everything marked "derived" is the calculator's output for
// this version. `pricing-input.ts` turns this JSON back into the calculator's input, so a screen can total as one types.

import { stages } from '@backdesk/domain/order/types.ts';
import { discountReasons } from '@backdesk/domain/pricing/discounts/discount-rule.ts';
import { z } from 'zod';
import { address, currencyCode, day, id, money, time } from '../core/primitives.ts';
import { fulfilment } from './after-submission.ts';
import { checkoutStep, shipment } from './checkout.ts';
import { discountValue } from './discount-value.ts';
import { estimateRevision } from './estimate-revision.ts';
import { orderLine } from './lines.ts';
import { refusal } from './refusal.ts';
import { placeTax } from './tax.ts';
import { deposit, paymentTerms } from './terms.ts';
import { totals } from './totals.ts';

export const stage = z.enum(stages);

export const person = z.strictObject({ id: z.string(), name: z.string() });

export const orderAbilities = z.strictObject({
  edit: z.boolean(),
  setFields: z.boolean().describe('the PO number and the fields of the account, after submission too'),
  overridePrice: z.boolean(),
  overrideShipping: z.boolean().describe('may type a price for shipping'),
  convert: z.boolean(),
  send: z.boolean().describe('mail the open estimate, or copy its link'),
  withdraw: z.boolean(),
  saveAsCart: z.boolean(),
  takeBack: z.boolean(),
  submit: z.boolean(),
  approve: z.boolean().describe('may approve or decline it: it waits for that'),
  reopen: z.boolean(),
  cancel: z.boolean(),
  ship: z.boolean().describe('may say what went out, and take it back'),
  delete: z.boolean(),
});

export const order = z
  .strictObject({
    id,
    number: z.int().nullable(),
    orderNumber: z.string().nullable(),
    stage,
    version: z.int(),
    name: z.string(),
    customer: z
      .strictObject({
        id,
        name: z.string(),
        email: z.string().nullable(),
        phone: z.string(),
        number: z.string().nullable(),
        taxExemption: z.string().nullable(),
        active: z.boolean().describe('whether they may order: not while they are closed, or deleted'),
      })
      .nullable(),
    company: z.strictObject({ id, name: z.string() }).nullable(),
    currency: currencyCode,
    priceMode: z.enum(['tax_excluded', 'tax_included']),
    taxRounding: z.enum(['line', 'order']),
    includedElsewhere: z.enum(['keep_gross', 'keep_net']),
    lines: z.array(orderLine),
    discounts: z.array(
      z.strictObject({
        id,
        source: z.enum(['manual', 'code', 'automatic']),
        label: z.string(),
        value: discountValue,
        reach: z.enum(['items', 'shipping', 'items_and_shipping']),
        code: z.string().nullable().describe('of a discount by code'),
        productIds: z.array(id).nullable().describe('products of this order that it reaches; null: all'),
        refused: z.enum(discountReasons).nullable().describe('why it takes nothing off; it stays until it is taken off or valid again'),
        amount: money,
        blocker: refusal.nullable(),
      }),
    ),
    totals,
    itemCount: z.int(),
    shipping: z.strictObject({ shipments: z.array(shipment) }),
    fulfilments: z.array(fulfilment).describe('what went out, oldest first'),
    billing: z.strictObject({ sameAsShipping: z.boolean(), address: address.nullable() }),
    payment: z.strictObject({ method: z.enum(['open_account', 'purchase_order']), poNumber: z.string().optional() }).nullable(),
    allowedPayments: z.array(z.enum(['open_account', 'purchase_order'])),
    billingTax: placeTax.nullable(),
    homeTax: placeTax,
    exemption: z.string().nullable().describe('why no tax is charged'),
    checkout: z.strictObject({ steps: z.array(checkoutStep) }),
    blockers: z.array(refusal).describe('what is open before it can be submitted; stock is checked at submission'),
    estimate: z.strictObject({ revision: z.int(), revisions: z.array(estimateRevision) }).nullable(),
    poNumber: z.string(),
    dueOn: day.nullable(),
    validDays: z.int().nullable().describe('days its estimates are valid, where a template said so'),
    paymentTerms: paymentTerms.nullable().describe('as agreed, unless others were set on this order; null: none'),
    agreedTerms: paymentTerms.nullable().describe('of its company, else of the account, as they are now'),
    deposit: deposit.nullable(),
    noteCustomer: z.string(),
    noteInternal: z.string(),
    fields: z.record(z.string(), z.unknown()),
    owner: person.nullable(),
    paymentStatus: z.enum(['unpaid', 'authorized', 'part_paid', 'paid', 'credit_owed']).describe('derived'),
    fulfilmentStatus: z.enum(['unshipped', 'part_shipped', 'shipped']).describe('derived'),
    pickupStatus: z
      .enum(['waiting', 'fetched'])
      .nullable()
      .describe('derived; waiting: something is ready and was not fetched yet; fetched: all that went out was'),
    createdAt: time,
    updatedAt: time,
    submittedAt: time.nullable(),
    ending: z
      .strictObject({ at: time, by: z.string(), reason: z.string(), told: z.boolean().describe('the customer was mailed with the reason') })
      .nullable()
      .describe('of an order that is declined or canceled: by whom, when and why'),
    abilities: orderAbilities,
  })
  .meta({ id: 'Order' });

/** Answer of every write on lines and checkout facts: the order without its other lines. */
export const orderChange = order
  .omit({ lines: true })
  .extend({
    changedLines: z.array(orderLine).describe('lines whose inputs or amounts this change moved, in document order'),
    removedLineIds: z.array(id),
    lineOrder: z.array(id).optional().describe('ids in document order, when the order of lines changed'),
  })
  .meta({ id: 'OrderChange' });

export type Order = z.infer<typeof order>;
export type OrderChange = z.infer<typeof orderChange>;
