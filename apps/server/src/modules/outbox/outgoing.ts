import type { OutgoingMail } from '../../adapters/mail/port.ts';

type Row = {
  readonly id: string;
  readonly from_name: string;
  readonly recipients: readonly string[];
  readonly cc: readonly string[];
  readonly header_to: readonly string[] | null;
  readonly header_cc: readonly string[] | null;
  readonly reply_to: string | null;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
};

/** A mail of ours as it is handed over, but for when and what it carries. */
export function outgoing({
  id,
  from_name: fromName,
  recipients,
  cc,
  header_to: to,
  header_cc: copies,
  reply_to: replyTo,
  subject,
  html,
  text,
}: Row): Omit<OutgoingMail, 'date' | 'attachments'> {
  return { id, fromName, recipients, cc, heads: to === null ? null : { to, cc: copies ?? [] }, replyTo, subject, html, text };
}
