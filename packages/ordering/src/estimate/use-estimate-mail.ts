import type { MailPreview } from '@backdesk/contract/order/estimate-revision.ts';
import { useState } from 'react';
import { useMailPreview } from '../mail/use-mail-preview.ts';
import { readRecipients, recipientsBody } from './recipients.ts';

export type EstimateMail = ReturnType<typeof useEstimateMail>;

/** Recipients and message as the API takes them. */
export type MailBody = ReturnType<typeof recipientsBody> & { readonly message: string };

/** What is being written to send an estimate with, and what of it would arrive. `onPreview` is asked for the mail of this body. */
export function useEstimateMail(firstEmail: string, onPreview: (body: MailBody) => Promise<MailPreview>, textOf: (error: unknown) => string) {
  const [email, setEmail] = useState(firstEmail);
  const [copies, setCopies] = useState('');
  const [message, setMessage] = useState('');
  const recipients = readRecipients(email, copies);
  const body: MailBody = { ...recipientsBody(recipients), message: message.trim() };
  const shown = useMailPreview(() => onPreview(body), textOf);
  return { email, setEmail, copies, setCopies, message, setMessage, recipients, body, shown };
}
