import { z } from 'zod';
import { filledLine, id, line, time } from '../core/primitives.ts';
import { mailStates } from './mail-states.ts';

export const mailState = z
  .enum(mailStates)
  .describe(
    'queued: not out yet, with an `error` it is being tried again; kept: no mail server is set; sent: a mail server took it; failed: given up; canceled: taken back before it left; bounced: taken, and sent back by a server further on',
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
  error: z.string().nullable().describe('what the mail server said last; on a sent mail, whom it would not take; on a bounced one, why it came back'),
  createdAt: time,
  sentAt: time.nullable(),
  isLinkRevoked: z.boolean().describe('the link it brings its reader to an estimate was revoked since'),
  mayResend: z
    .boolean()
    .describe('false for an invitation or a new password that was sent: its link has left this copy. Invite, or ask, again. And while isLinkRevoked'),
});

export const mail = mailRow.extend({
  html: z.string(),
  text: z.string(),
  replyTo: z.string().nullable(),
  messageId: z.string().nullable().describe('under which it was handed over; null: it was not, or before this was noted'),
  sourceSha256: z
    .string()
    .nullable()
    .describe('of the bytes that were handed over, hex; those of its source have it too, but where a link that works once was taken out since'),
  attachments: z.array(z.strictObject({ name: z.string(), bytes: z.int(), sha256: z.string() })).describe('files it was handed over with'),
});

/** A Message-ID of ours, as a provider of mail or a report names it. */
export const bounce = z.strictObject({
  messageId: filledLine(400).describe('the Message-ID of the mail, with or without brackets; what stands before its @ is the id of the mail'),
  recipient: line(320).default('').describe('who did not get it; may be left out of a mail to one'),
  reason: line(1000).default('').describe('what the other server said: "550 5.1.1 User unknown"'),
});

export type Bounce = z.output<typeof bounce>;

export type MailRow = z.infer<typeof mailRow>;
export type Mail = z.infer<typeof mail>;
