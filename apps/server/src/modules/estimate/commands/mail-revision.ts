import type { FrozenEstimate } from '@backdesk/contract/estimate/frozen.ts';
import { renderEstimateMail } from '@backdesk/documents/mail.ts';
import type { CommandContext } from '../../context.ts';
import { queueMail } from '../../outbox/commands/queue-mail.ts';
import { estimateMailInput } from '../mail-input.ts';
import { addFact, releaseRevision } from '../store.ts';
import { openLink } from './open-link.ts';

/** Mails a revision with the recipient's own link and releases it, all in the command's transaction. Replies go to whoever sent it. Answers the mail's id. */
export async function mailRevision(
  context: CommandContext,
  content: FrozenEstimate,
  mail: { readonly email: string; readonly message: string },
): Promise<string> {
  const { orderId, revision } = content;
  const link = await openLink(context, orderId, mail.email);
  const rendered = await renderEstimateMail(estimateMailInput(content, { link: link.url, message: mail.message }));
  const mailId = await queueMail(context, { template: 'estimate', orderId, revision, recipients: [mail.email], replyTo: context.email, ...rendered });
  await releaseRevision(context, orderId, revision);
  await addFact(context, orderId, revision, { kind: 'sent', linkId: link.id, mailId });
  return mailId;
}
