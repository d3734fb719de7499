// What becomes of an order after it was handed in: what went out of it, and how it is shipped, canceled, approved or declined.
import { z } from 'zod';
import { day, id, line, time } from '../core/primitives.ts';

const pieces = z.strictObject({ lineId: id, quantity: z.int().min(1) });

const trackingUrl = z
  .string()
  .max(2_000)
  .refine((text) => text === '' || (URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol)), 'must be a web address, like https://…');

/** Pieces that went out together, or were handed over at a pickup place. */
export const fulfilment = z
  .strictObject({
    id,
    shipmentId: id,
    kind: z.enum(['ship', 'pickup']),
    shippedOn: day,
    carrier: z.string(),
    trackingNumber: z.string(),
    trackingUrl: z.string(),
    at: time.describe('when it was said'),
    by: z.string(),
    voided: z.boolean().describe('taken back: it did not leave after all, and counts for nothing'),
    lines: z.array(pieces),
  })
  .meta({ id: 'Fulfilment' });

const tracking = { carrier: line(100), trackingNumber: line(200), trackingUrl };

export const shipOrder = z.strictObject({
  shipmentId: id.optional().describe('which of the shipments; may be missing while there is one'),
  lines: z
    .array(z.strictObject({ lineId: id, quantity: z.int().min(0).max(9_999_999) }))
    .min(1)
    .max(5_000)
    .optional()
    .describe('missing: all that is still open'),
  shippedOn: day.optional().describe('missing: today, where the account is'),
  carrier: tracking.carrier.default(''),
  trackingNumber: tracking.trackingNumber.default(''),
  trackingUrl: tracking.trackingUrl.default(''),
  notify: z.boolean().default(true).describe('mail the customer, when there is an address'),
});

export const changeTracking = z.strictObject({
  carrier: tracking.carrier.optional(),
  trackingNumber: tracking.trackingNumber.optional(),
  trackingUrl: trackingUrl.optional(),
});

export const voidFulfilment = z.strictObject({ reason: line(500).default('') });

export const cancelOrder = z.strictObject({
  reason: line(500).default('').describe('kept in the history; told to the customer when they are mailed'),
  notify: z.boolean().default(true).describe('mail the customer, when there is an address'),
});

export const decideApproval = z.strictObject({
  reason: line(500).default('').describe('kept in the history; told to the customer when they are mailed'),
  notify: z.boolean().default(true).describe('mail the customer, when there is an address'),
});

export type Fulfilment = z.infer<typeof fulfilment>;
