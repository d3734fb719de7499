import { renderPasswordResetMail } from '@backdesk/documents/mail.ts';
import type { CommandContext } from '../../context.ts';
import { accountAddress } from '../../estimate/mail-input.ts';
import { queueMail } from '../../outbox/commands/queue-mail.ts';
import { makeToken } from '../make-token.ts';
import { replaceReset } from '../store/password-resets.ts';

export const resetMinutes = 10;

/** Mails somebody the link to set a new password; it works once, for ten minutes, and the ones before no more. */
export async function mailPasswordReset(
  context: CommandContext,
  person: { readonly staffId: string; readonly name: string; readonly email: string },
): Promise<void> {
  const { tx, now, account, publicUrl } = context;
  const { token, hash } = makeToken();
  await replaceReset(tx, { staffId: person.staffId, tokenHash: hash, now, expiresAt: new Date(now.getTime() + resetMinutes * 60_000) });
  const rendered = await renderPasswordResetMail({
    account: { name: account.name, accent: account.accent, address: accountAddress((account.address ?? {}) as Record<string, unknown>) },
    locale: account.locale,
    name: person.name,
    link: `${publicUrl}/admin/reset/${token}`,
    minutes: resetMinutes,
  });
  await queueMail(context, {
    template: 'password_reset',
    orderId: null,
    revision: null,
    recipients: [person.email],
    replyTo: null,
    secret: token,
    ...rendered,
  });
}
