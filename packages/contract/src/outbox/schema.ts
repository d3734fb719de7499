import { z } from 'zod';
import { id, time } from '../core/primitives.ts';

export const mailRow = z.strictObject({
  id,
  template: z.string(),
  recipients: z.array(z.string()),
  subject: z.string(),
  state: z.enum(['queued', 'kept', 'sent', 'failed']).describe('kept: no mail server is set, so it is only readable here'),
  orderId: id.nullable(),
  error: z.string().nullable(),
  createdAt: time,
  sentAt: time.nullable(),
});

export const mail = mailRow.extend({ html: z.string(), text: z.string(), replyTo: z.string().nullable() });

export type MailRow = z.infer<typeof mailRow>;
export type Mail = z.infer<typeof mail>;
