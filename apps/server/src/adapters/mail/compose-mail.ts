// A mail as the bytes that are handed over. The same mail, sender and date make the same bytes, so that what was handed over can be
// shown again, and be recognized by its hash.
import MailComposer from 'nodemailer/lib/mail-composer';
import type { OutgoingMail } from './port.ts';

export type Sender = { readonly address: string; readonly messageId: string };

/** What says which mail it is, and where it came from. */
export const messageIdOf = (mailId: string, host: string): string => `<${mailId}@${host}>`;

/** Recipients and names go in as fields, which nodemailer encodes: nothing in them can start another header. */
export function composeMail(mail: OutgoingMail, { address, messageId }: Sender): Promise<Buffer> {
  return new MailComposer({
    messageId,
    date: mail.date,
    from: { name: mail.fromName, address },
    to: [...(mail.heads?.to ?? mail.recipients)],
    cc: [...(mail.heads?.cc ?? mail.cc)],
    ...(mail.replyTo === null ? {} : { replyTo: mail.replyTo }),
    subject: mail.subject,
    html: mail.html,
    text: mail.text,
    attachments: mail.attachments.map(({ name, mediaType, bytes }) => ({ filename: name, contentType: mediaType, content: Buffer.from(bytes) })),
    // The library makes its own up otherwise, by chance.
    baseBoundary: mail.id,
    // As it goes over the wire: the transport would turn lone line feeds into this.
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
}
