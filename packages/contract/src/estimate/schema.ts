// What the customer sees: picked from the frozen revision, never from the working copy. Internal notes, cost and staff's
// price rows are not in this schema, so they cannot reach this wire.
import { driftPolicies } from '@backdesk/domain/estimate/price-hold.ts';
import { z } from 'zod';
import { option } from '../catalog/schema.ts';
import { incomingStock } from '../catalog/stock.ts';
import { address, currencyCode, day, decimal, id, money, time } from '../core/primitives.ts';
import { shownField } from '../field/schema.ts';
import { taxLine } from '../order/tax.ts';
import { deposit } from '../order/terms.ts';
import { seenComparison } from './comparison.ts';
import { estimateDecision } from './decision.ts';
import { frozenOffer, shownAnswer } from './frozen.ts';

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
  subtotal: money.nullable().describe('of a section: what its lines come to; of a bundle: it with its parts'),
  optional: z.boolean(),
  chosen: z.boolean(),
  choiceGroup: z.string().nullable().describe('of this group one line is chosen'),
  quantityBounds: z.strictObject({ minimum: z.int(), maximum: z.int() }).nullable().describe('how many the customer may take; null: as it is'),
  quantityStep: z.int().describe('what a step up or down is: how the product is sold'),
  note: z.string(),
});

/** A revision as it is read, by both sides. */
export const estimateContent = z.strictObject({
  account: z.strictObject({
    name: z.string(),
    accent: z.string(),
    locale: z.string(),
    timeZone: z.string(),
    country: z.string(),
    logoUrl: z.string().nullable(),
  }),
  seller: z.array(z.string()).describe('who sells: legal name, address, tax number, phone, e-mail, as far as they were entered'),
  terms: z.string().describe('of the account, as they were when it was issued'),
  paymentTerms: z.string().describe('in words; empty: none'),
  deposit: deposit.nullable().describe('due on acceptance; of an accepted one as it was accepted'),
  dueOn: day.nullable().describe('when it is needed'),
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
  papers: z
    .strictObject({ document: z.string().nullable(), certificate: z.string().nullable() })
    .describe('SHA-256 of the bytes of its PDF, and of that with the certificate of its acceptance, hex; null: not drawn yet'),
  mayDecide: z.boolean().describe('open, not expired: accept, decline or ask for changes'),
  mayAcceptInPart: z.boolean(),
  needsReissue: z
    .boolean()
    .describe('could be decided, but not accepted: what was kept of it does not come to its own total, and the shop has to issue it again'),
  consent: z.string().describe('what accepting it as it is agrees to'),
  offer: frozenOffer.nullable().describe('what live totals are worked out from; null when there is nothing to choose, or nothing to decide any more'),
  decisions: z.array(estimateDecision).describe('of this revision, oldest first'),
});

const priceHold = z.strictObject({
  until: day.describe('the last day to accept'),
  acceptedUntil: day.describe('until when the prices hold once it is accepted'),
  policy: z.enum(driftPolicies).describe('what happens after that, when it comes to another total'),
  stated: z
    .strictObject({ acceptedUntil: day, policy: z.enum(driftPolicies) })
    .nullable()
    .describe('what the estimate and its PDF say, where the account has become kinder since; null: the same'),
  over: z.boolean().describe('accepted, and its prices no longer hold'),
});

const variantNow = z.strictObject({
  lineIds: z.array(id).describe('lines that ask for it'),
  isSold: z.boolean(),
  stock: z
    .strictObject({
      available: z.int().nullable().describe('no more than the estimate can ask for; null: the site shows it to nobody without a sign-in'),
      kept: z.enum(['enough', 'some', 'none']).optional().describe('in place of the number'),
      allowsBackorder: z.boolean(),
      incoming: incomingStock.nullable(),
    })
    .nullable()
    .describe('null: not counted'),
});

export const estimatePage = estimateContent.extend({
  prices: priceHold.nullable().describe('until when its prices hold; null: they promise nothing any more, or it was ordered'),
  orderedAt: time.nullable(),
  availability: z.array(variantNow).describe('what catalogue and stock say now of what it asks for, while it can be accepted or waits to be ordered'),
  acceptedBefore: z
    .strictObject({ revision: z.int(), at: time, total: money })
    .nullable()
    .describe('what was accepted of an earlier revision, in whose place this one was issued'),
  changed: seenComparison.nullable().describe('what differs from the revision that this visitor looked at last; null: they saw none but this one'),
  earlier: z
    .array(z.strictObject({ revision: z.int(), status: estimateContent.shape.status, total: money, issuedAt: time }))
    .describe('revisions of before that were out, newest first: to be read, not to be decided'),
});

export type EstimateContent = z.infer<typeof estimateContent>;
export type EstimatePage = z.infer<typeof estimatePage>;
