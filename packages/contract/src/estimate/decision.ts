// What a customer decides about a revision, and what is kept of it for good: the evidence, as RFC 8785 canonical JSON with its
// SHA-256. It names the hash of the revision that was on the screen. Decision record 0032.
import { z } from 'zod';
import { currencyCode, filledLine, id, line, money, quantity, text, time } from '../core/primitives.ts';

const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in lower-case hex')
  .describe('hash of the revision that was on the screen');

const choices = {
  choices: z
    .array(z.strictObject({ lineId: id, chosen: z.boolean().optional(), quantity: quantity.optional() }))
    .max(5000)
    .default([])
    .describe('what differs from how the estimate was issued: optional lines, one of a group, quantities within bounds'),
  leftOut: z.array(id).max(5000).default([]).describe('accepting in part, where the account allows it: lines that are not taken'),
  poNumber: line(100).default(''),
  poFileId: id.nullable().default(null).describe('the purchase order itself, sent before: a PDF or a picture'),
};

const signer = { name: filledLine(200), title: line(200).default('') };
const total = money.describe('the total that was on the screen; refused with order.moved when the choices give another');

export const acceptEstimate = z.strictObject({
  sha256,
  ...signer,
  ...choices,
  total,
  consent: filledLine(2000).describe('the sentence agreed to, word for word: `consent` of the estimate, with the parts that are open for the choices'),
});

export const declineReasons = ['price', 'timing', 'elsewhere', 'not_needed', 'other'] as const;
export const declineEstimate = z.strictObject({ sha256, reason: z.enum(declineReasons), text: text(2000).default(''), name: line(200).default('') });

export const requestChanges = z.strictObject({
  sha256,
  name: line(200).default(''),
  comments: z
    .array(
      z.strictObject({
        lineId: id.nullable().default(null).describe('null: about the whole'),
        text: text(2000).refine((value) => value.trim() !== '', 'must not be empty'),
      }),
    )
    .min(1)
    .max(100),
});

export const recordAcceptance = z.strictObject({
  channel: z.enum(['phone', 'mail', 'in_person']),
  ...signer,
  ...choices,
  total: total.optional(),
  note: text(2000).default('').describe('what was said, or where the mail is kept'),
  proofFileId: id.nullable().default(null).describe('what shows the yes, sent before: their mail, a scan'),
});

const kinds = z.enum(['accepted', 'accepted_in_part', 'declined', 'changes_requested']);
const channels = z.enum(['page', 'phone', 'mail', 'in_person']);
const comment = z.strictObject({ lineId: id.nullable(), line: z.string().describe('name of the line; empty: the whole'), text: z.string() });
const minor = z.int().describe('minor units');
const evidenceFile = z.strictObject({
  role: z.enum(['purchase_order', 'proof']),
  id,
  name: z.string(),
  mediaType: z.string(),
  bytes: z.int(),
  sha256: z.string().describe('of its bytes, hex'),
});

/** The evidence as it is kept. */
export const keptDecision = z.strictObject({
  format: z.literal('backdesk.decision/1'),
  kind: kinds,
  orderId: id,
  number: z.int(),
  revision: z.int(),
  revisionSha256: z.string(),
  at: time,
  timeZone: z.string(),
  channel: channels,
  name: z.string(),
  title: z.string(),
  recordedBy: z.string().nullable().describe('who of the staff recorded it; null: the customer decided on the page'),
  note: z.string(),
  link: z.strictObject({ id, recipient: z.string() }).nullable().describe('the link it came by, and whom it was made for'),
  ipAddress: z.string().nullable(),
  userAgent: z.string().nullable(),
  consent: z.strictObject({ text: z.string(), version: z.int() }).nullable(),
  choices: z.array(z.strictObject({ lineId: id, chosen: z.boolean().optional(), quantity: z.int().optional() })),
  leftOut: z.array(id),
  poNumber: z.string(),
  files: z.array(evidenceFile).optional().describe('left out where none came along, and of before they were taken'),
  documentSha256: z.string().nullable().optional().describe('of the PDF of the revision as it had been drawn by then; null: none had been'),
  trail: z
    .array(z.strictObject({ kind: z.string(), at: time, recipient: z.string(), mailId: id.nullable() }))
    .optional()
    .describe('what happened with the revision before: sent, link copied, viewed, read to the end, downloaded; the last 200'),
  result: z
    .strictObject({
      currency: currencyCode,
      items: minor,
      discount: minor,
      shipping: minor.nullable(),
      tax: minor.nullable(),
      total: minor,
      open: z.array(z.enum(['shipping', 'tax'])),
      taxLines: z.array(z.strictObject({ code: z.string(), name: z.string(), ratePpm: z.int(), base: minor, amount: minor })),
      deposit: z.strictObject({ dueAmount: minor, balanceAmount: minor }).optional().describe('what was due on accepting; left out where none was asked for'),
      lines: z.array(z.strictObject({ id, quantity: z.int(), unitPrice: z.string().nullable(), amount: minor, discount: minor, total: minor })),
    })
    .nullable()
    .describe('what the calculator gives for the choices from the frozen content; lines that count only'),
  reason: z.string(),
  comments: z.array(comment),
});

/** A decision as both sides are shown it. */
export const estimateDecision = z
  .strictObject({
    kind: kinds,
    revision: z.int(),
    at: time,
    name: z.string(),
    title: z.string(),
    channel: channels,
    recordedBy: z.string().nullable(),
    poNumber: z.string(),
    files: z.array(evidenceFile).describe('what came along; staff read it as any file'),
    total: money.nullable(),
    open: z.array(z.enum(['shipping', 'tax'])),
    reason: z.string(),
    text: z.string(),
    comments: z.array(comment),
    sha256: z.string().describe('hash of the kept evidence, hex'),
  })
  .meta({ id: 'EstimateDecision' });

export type KeptDecision = z.infer<typeof keptDecision>;
export type EstimateDecision = z.infer<typeof estimateDecision>;
export type AcceptEstimate = z.output<typeof acceptEstimate>;
export type DeclineEstimate = z.output<typeof declineEstimate>;
export type RequestChanges = z.output<typeof requestChanges>;
export type RecordAcceptance = z.output<typeof recordAcceptance>;
