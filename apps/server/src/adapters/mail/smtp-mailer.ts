import { createTransport } from 'nodemailer';
import type { Mailer } from './port.ts';

/**
 * Sends through an SMTP server. The sender's address is the `from` of the URL (`smtp://…?from=orders@shop.example`), else
 * the user it signs in with, else `orders@` the public host; its name is the account's.
 */
export function smtpMailer(smtpUrl: string, publicHost: string): Mailer {
  const url = new URL(smtpUrl);
  const user = decodeURIComponent(url.username);
  const from = url.searchParams.get('from') ?? (user.includes('@') ? user : `orders@${publicHost}`);
  url.searchParams.delete('from');
  const transport = createTransport(url.href, { disableFileAccess: true, disableUrlAccess: true });
  return {
    deliver: async (mail) => {
      // Recipients and names go in as fields, which nodemailer encodes: nothing in them can start another header.
      await transport.sendMail({
        messageId: `<${mail.id}@${publicHost}>`,
        from: { name: mail.fromName, address: from },
        to: [...mail.recipients],
        cc: [...mail.cc],
        ...(mail.replyTo === null ? {} : { replyTo: mail.replyTo }),
        subject: mail.subject,
        html: mail.html,
        text: mail.text,
      });
      return 'sent';
    },
    close: () => transport.close(),
  };
}
