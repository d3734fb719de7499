import { renderInvitationMail } from '@backdesk/documents/mail.ts';
import type { CommandContext } from '../context.ts';
import { dayIn } from '../day-in.ts';
import { accountAddress } from '../estimate/mail-input.ts';
import { queueMail } from '../outbox/commands/queue-mail.ts';
import { dayInWords } from '../outbox/in-words.ts';

/** Queues the mail that invites somebody, replies to whoever invited, and answers its link. */
export async function mailInvitation(
  context: CommandContext,
  invitation: { readonly email: string; readonly token: string; readonly expiresAt: Date },
): Promise<string> {
  const { account, actor, publicUrl } = context;
  const link = `${publicUrl}/admin/invite/${invitation.token}`;
  const rendered = await renderInvitationMail({
    account: { name: account.name, accent: account.accent, address: accountAddress((account.address ?? {}) as Record<string, unknown>) },
    locale: account.locale,
    invitedBy: actor.kind === 'staff' ? actor.name : '',
    link,
    validUntil: dayInWords(dayIn(account.timeZone, invitation.expiresAt), account.locale),
  });
  const { email, token } = invitation;
  await queueMail(context, {
    template: 'staff_invitation',
    orderId: null,
    revision: null,
    recipients: [email],
    replyTo: context.email,
    secret: token,
    ...rendered,
  });
  return link;
}
