import { createTransport } from 'nodemailer';
import type { Mailer, OutgoingMail } from './port.ts';
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
  const from = url.searchParams.get('from') ?? (user.includes('@') ? user : `orders@${publicHost}`);
  url.searchParams.delete('from');
  const transport = createTransport({ url: url.href, ...patience, disableFileAccess: true, disableUrlAccess: true });
  const send = (mail: OutgoingMail) =>
    // Recipients and names go in as fields, which nodemailer encodes: nothing in them can start another header.
    transport.sendMail({
      messageId: `<${mail.id}@${publicHost}>`,
      from: { name: mail.fromName, address: from },
      to: [...(mail.heads?.to ?? mail.recipients)],
      cc: [...(mail.heads?.cc ?? mail.cc)],
      // Whom it is delivered to, whoever else the heads name: each has a link of their own.
      ...(mail.heads !== null && { envelope: { from, to: [...mail.recipients] } }),
      ...(mail.replyTo === null ? {} : { replyTo: mail.replyTo }),
      subject: mail.subject,
      html: mail.html,
      text: mail.text,
      attachments: mail.attachments.map(({ name, mediaType, bytes }) => ({ filename: name, contentType: mediaType, content: Buffer.from(bytes) })),
    });
  return {
    deliver: async (mail) => {
      const { rejectedErrors = [] } = await send(mail).catch((error: unknown) => {
        throw isForGood(error) ? new MailRefused(error.message, { cause: error }) : error;
      });
      return { state: 'sent', complaint: rejectedErrors.map(({ message }) => message).join('; ') };
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
