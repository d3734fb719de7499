import { z } from 'zod';
import { id, time } from '../core/primitives.ts';

export const mailState = z
  .enum(['queued', 'kept', 'sent', 'failed', 'canceled'])
  .describe(
    'queued: not out yet, with an `error` it is being tried again; kept: no mail server is set; sent: a mail server took it; failed: given up; canceled: taken back before it left',
  );

export const mailRow = z.strictObject({
  id,
  template: z.string(),
  recipients: z.array(z.string()),
  subject: z.string(),
  state: mailState,
  orderId: id.nullable(),
  revision: z.int().nullable().describe('of the estimate it carries'),
  attempts: z.int().describe('how often it was tried'),
  error: z.string().nullable().describe('what the mail server said last; on a sent mail, whom it would not take'),
  createdAt: time,
  sentAt: time.nullable(),
  isLinkRevoked: z.boolean().describe('the link it brings its reader to an estimate was revoked since'),
  mayResend: z
    .boolean()
    .describe('false for an invitation or a new password that was sent: its link has left this copy. Invite, or ask, again. And while isLinkRevoked'),
});

export const mail = mailRow.extend({ html: z.string(), text: z.string(), replyTo: z.string().nullable() });

export type MailRow = z.infer<typeof mailRow>;
export type Mail = z.infer<typeof mail>;
