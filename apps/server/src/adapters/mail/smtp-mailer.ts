import { createHash } from 'node:crypto';
import { createTransport } from 'nodemailer';
import { composeMail, messageIdOf } from './compose-mail.ts';
import type { Mailer } from './port.ts';
import { MailRefused } from './port.ts';

// A server that takes the connection and then says nothing must not hold a worker for the library's ten minutes.
const patience = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000 };

/**
 * Sends through an SMTP server. The sender's address is the `from` of the URL (`smtp://…?from=orders@shop.example`), else
 * the user it signs in with, else `orders@` the public host; its name is the account's.
 */
export function smtpMailer(smtpUrl: string, publicHost: string): Mailer {
  const url = new URL(smtpUrl);
  const user = decodeURIComponent(url.username);
  const sender = url.searchParams.get('from') ?? (user.includes('@') ? user : `orders@${publicHost}`);
  url.searchParams.delete('from');
  const transport = createTransport({ url: url.href, ...patience, disableFileAccess: true, disableUrlAccess: true });
  return {
    deliver: async (mail) => {
      const messageId = messageIdOf(mail.id, publicHost);
      const raw = await composeMail(mail, { address: sender, messageId });
      // Whom it is delivered to, whoever else the heads name: each person of a round has a link of their own.
      const to = mail.heads === null ? [...mail.recipients, ...mail.cc] : [...mail.recipients];
      const { rejectedErrors = [] } = await transport.sendMail({ raw, envelope: { from: sender, to } }).catch((error: unknown) => {
        throw isForGood(error) ? new MailRefused(error.message, { cause: error }) : error;
      });
      return {
        state: 'sent',
        complaint: rejectedErrors.map(({ message }) => message).join('; '),
        handedOver: { sender, messageId, sha256: createHash('sha256').update(raw).digest() },
      };
    },
    close: () => transport.close(),
  };
}

/** RFC 5321 §4.2.1: 5yz is a permanent "no". A refused sign-in is one too, but somebody may yet put the password right. */
function isForGood(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const { responseCode, code } = error as { readonly responseCode?: number; readonly code?: string };
  return responseCode !== undefined && responseCode >= 500 && code !== 'EAUTH';
}
