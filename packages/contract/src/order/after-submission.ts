// What becomes of an order after it was handed in: what went out of it, and how it is shipped, canceled, approved or declined.
import { z } from 'zod';
import { day, id, line, time } from '../core/primitives.ts';

const pieces = z.strictObject({ lineId: id, quantity: z.int().min(1) });

const trackingUrl = z
  .string()
  .max(2_000)
  .refine((text) => text === '' || (URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol)), 'must be a web address, like https://…');

/** Pieces that went out together, or were set aside at a pickup place. */
export const fulfilment = z
  .strictObject({
    id,
    shipmentId: id,
    kind: z.enum(['ship', 'pickup']),
    shippedOn: day.describe('of a pickup: the day since when it is ready'),
    fetchedOn: day.nullable().describe('of a pickup: the day it was fetched; null while it waits, and for what ships'),
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
  fetched: z.boolean().default(false).describe('of a pickup: it was handed over at once; else it is ready, and waits to be fetched'),
  notify: z.boolean().default(true).describe('mail the customer, when there is an address'),
});

export const changeTracking = z.strictObject({
  carrier: tracking.carrier.optional(),
  trackingNumber: tracking.trackingNumber.optional(),
  trackingUrl: trackingUrl.optional(),
  fetchedOn: day.nullable().optional().describe('of a pickup: it was fetched that day; null: it waits after all'),
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
