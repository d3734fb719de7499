// What the customer sees: picked from the frozen revision, never from the working copy. Internal notes, cost and staff's
// price rows are not in this schema, so they cannot reach this wire.
import { z } from 'zod';
import { option } from '../catalog/schema.ts';
import { address, currencyCode, day, decimal, id, money, time } from '../core/primitives.ts';
import { shownField } from '../field/schema.ts';
import { taxLine } from '../order/schema.ts';
import { shownAnswer } from './frozen.ts';

export const estimatePageLine = z.strictObject({
  id,
  kind: z.enum(['catalog', 'custom', 'bundle', 'charge', 'credit', 'section']),
  parentLineId: id.nullable(),
  name: z.string(),
  sku: z.string(),
  options: z.array(option),
  answers: z.array(shownAnswer),
  imageUrl: z.string().nullable(),
  quantity: z.int(),
  unitPrice: decimal.nullable(),
  amount: money,
  onceAmount: money.describe('what the customization adds once, within `amount`: the rest is unit price × quantity'),
  discountAmount: money,
  total: money,
  subtotal: money.nullable().describe('of a section: what its lines come to'),
  optional: z.boolean(),
  chosen: z.boolean(),
  choiceGroup: z.string().nullable().describe('of this group one line is chosen'),
  note: z.string(),
});

export const estimatePage = z.strictObject({
  account: z.strictObject({ name: z.string(), accent: z.string(), locale: z.string(), timeZone: z.string(), country: z.string() }),
  number: z.int(),
  revision: z.int(),
  name: z.string(),
  status: z.enum(['open', 'changes_requested', 'accepted', 'accepted_in_part', 'declined', 'withdrawn', 'superseded']),
  expired: z.boolean(),
  validUntil: day,
  expiresAt: time,
  issuedAt: time,
  issuedBy: z.string(),
  customer: z.strictObject({ name: z.string(), company: z.string() }),
  message: z.string(),
  note: z.string(),
  poNumber: z.string(),
  fields: z.array(shownField),
  currency: currencyCode,
  priceMode: z.enum(['tax_excluded', 'tax_included']),
  lines: z.array(estimatePageLine),
  totals: z.strictObject({
    items: money,
    discount: money,
    shipping: money.nullable(),
    tax: money.nullable(),
    total: money,
    open: z.array(z.enum(['shipping', 'tax'])),
    taxLines: z.array(taxLine),
  }),
  shipments: z.array(
    z.strictObject({ kind: z.enum(['ship', 'pickup']), address: address.nullable(), method: z.string().nullable(), amount: money.nullable() }),
  ),
  billingAddress: address.nullable(),
  sha256: z.string(),
});

export type EstimatePage = z.infer<typeof estimatePage>;
