import type { CommandContext } from '../../context.ts';
import { Problem } from '../../problem.ts';
import { mayResend } from '../may-resend.ts';
import { lockMail, requeueMail } from '../store.ts';
import { queueMail } from './queue-mail.ts';

/**
 * Sends a mail again, word for word. One that never left the house goes back in the queue. One that was sent, come back or not, goes out as a
 * new mail: under the old Message-ID the receiver would throw it away as known. Answers the id of the mail that goes out.
 */
export async function resendMail(context: CommandContext, id: string): Promise<string> {
  const mail = await lockMail(context.tx, context.scope, id);
  if (mail === undefined) throw new Problem('not_found');
  if (mail.is_link_revoked) throw new Problem('mail.link_revoked');
  if (!mayResend(mail)) throw new Problem('mail.link_spent');
  if (mail.state === 'sent' || mail.state === 'bounced') {
    const { template, revision, recipients, cc, subject, html, text, header_to: to, header_cc: copies } = mail;
    return queueMail(context, {
      ...{ template, orderId: mail.order_id, revision, recipients, cc, replyTo: mail.reply_to, subject, html, text },
      attachesDocument: mail.attaches_document,
      certificateOf: mail.certificate_of,
      ...(to !== null && { heads: { to, cc: copies ?? [] } }),
    });
  }
  await requeueMail(context.tx, context.scope, id);
  await context.enqueue('mail.send', { accountId: context.scope.accountId, mailId: id });
  return id;
}
