// A revision of an estimate as staff see it on the order, and the mail it would be sent by.

import { z } from 'zod';
import { day, id, money, time } from '../core/primitives.ts';
import { estimateDecision } from '../estimate/decision.ts';

export const estimateRevision = z
  .strictObject({
    revision: z.int(),
    status: z.enum(['open', 'changes_requested', 'accepted', 'accepted_in_part', 'declined', 'withdrawn', 'superseded']),
    expired: z.boolean(),
    total: money,
    open: z.array(z.enum(['shipping', 'tax'])),
    validUntil: day,
    expiresAt: time,
    message: z.string(),
    issuedAt: time,
    issuedBy: z.string(),
    releasedAt: time.nullable().describe('from then on it never changes; null: issuing again replaces it'),
    sha256: z.string().describe('hash of the canonical content, hex'),
    sentTo: z.array(z.string()),
    deliveries: z
      .array(
        z.strictObject({
          mailId: id,
          recipient: z.string(),
          isCopy: z.boolean(),
          isRevoked: z.boolean().describe('the link of this person was revoked, and there is no other yet'),
          state: z
            .enum(['queued', 'kept', 'sent', 'failed', 'bounced'])
            .describe('sent: a mail server took it, which is not delivered; failed: refused, or given up; bounced: sent back by a server further on'),
          error: z.string().nullable(),
          heldUntil: time.nullable().describe('until then sending can be undone'),
          sentAt: time.nullable(),
          viewedAt: time.nullable().describe('the page by this person’s link, last'),
          viewCount: z.int(),
          readAt: time.nullable().describe('when the end of the lines was on this person’s screen, first'),
          downloadedAt: time.nullable(),
        }),
      )
      .describe('the last mail to each person, in the order in which they were added'),
    sentAt: time.nullable(),
    viewedAt: time.nullable(),
    viewCount: z.int(),
    lockUntil: time.describe('until when its prices hold'),
    today: money.nullable().describe('what was promised would come to at the prices of now, as it was last compared; null: it was not compared yet'),
    ratesGone: z
      .array(z.strictObject({ name: z.string(), nearest: z.strictObject({ name: z.string(), amount: money }).nullable() }))
      .describe('shipping that was promised and is not offered any more; today counts the nearest that is, and leaves shipping out where that is null'),
    decisions: z.array(estimateDecision).describe('what the customer decided, oldest first'),
  })
  .meta({ id: 'EstimateRevision' });

/** A mail before it is sent. */
export const mailPreview = z
  .strictObject({ subject: z.string(), html: z.string(), text: z.string(), attachments: z.array(z.string()).describe('names of the files it carries') })
  .meta({ id: 'MailPreview' });

export type EstimateRevision = z.infer<typeof estimateRevision>;
export type MailPreview = z.infer<typeof mailPreview>;
