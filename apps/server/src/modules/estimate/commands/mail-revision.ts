import type { FrozenEstimate } from '@backdesk/contract/estimate/frozen.ts';
import { renderEstimateMail } from '@backdesk/documents/mail.ts';
import type { CommandContext } from '../../context.ts';
import { queueMail } from '../../outbox/commands/queue-mail.ts';
import { estimateMailInput } from '../mail-input.ts';
import { addFact, releaseRevision } from '../store.ts';
import { openLink } from './open-link.ts';
import { toldInMail } from './told-in-mail.ts';

export type Sending = {
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly message: string;
  /** Until then it can be taken back. */
  readonly heldUntil: Date | undefined;
};

/**
 * Mails a revision and releases it, all in the command's transaction: a mail to each person with a link of their own, under heads
 * that name them all, and with the document. Replies go to whoever sent it.
 */
export async function mailRevision(context: CommandContext, content: FrozenEstimate, { to, cc, message, heldUntil }: Sending): Promise<void> {
  const { orderId, revision } = content;
  const told = await toldInMail(context, content);
  for (const person of [...to, ...cc]) {
    const link = await openLink(context, orderId, person);
    const rendered = await renderEstimateMail(
      estimateMailInput(content, { link: link.url, documentLink: `${link.documentUrl}?revision=${revision}`, message, ...told }),
    );
    const mailId = await queueMail(context, {
      ...{ template: 'estimate', orderId, revision, recipients: [person], replyTo: context.email, ...rendered },
      heads: { to, cc },
      attachesDocument: true,
      ...(heldUntil !== undefined && { heldUntil }),
    });
    await addFact(context, orderId, revision, { kind: 'sent', linkId: link.id, mailId });
  }
  await releaseRevision(context, orderId, revision);
}
