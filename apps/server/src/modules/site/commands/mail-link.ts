import { renderPasswordResetMail, renderSiteAccessMail } from '@backdesk/documents/mail.ts';
import type { CommandContext } from '../../context.ts';
import { dayIn } from '../../day-in.ts';
import { accountAddress } from '../../estimate/mail-input.ts';
import { findWording } from '../../mail-template/queries.ts';
import { queueMail } from '../../outbox/commands/queue-mail.ts';
import { dayInWords } from '../../outbox/in-words.ts';
import { makeToken } from '../../staff/make-token.ts';
import { type CustomerLink, replaceLink } from '../store/links.ts';

const minutesOf = { register: 24 * 60, invite: 7 * 24 * 60, reset: 30 } as const;
const templates = { register: 'site_registration', invite: 'site_invitation', reset: 'site_password_reset' } as const;

/** Mails the link by which somebody proves the address and sets a password; those of its kind before it work no more. */
export async function mailLink(context: CommandContext, link: Omit<CustomerLink, 'expiresAt'>): Promise<void> {
  const { account, now, publicUrl } = context;
  const { token, hash } = makeToken();
  const minutes = minutesOf[link.purpose];
  const expiresAt = new Date(now.getTime() + minutes * 60_000);
  await replaceLink(context, hash, { ...link, expiresAt });
  const wording = link.purpose === 'invite' ? await findWording(context.tx, context.scope, 'site_invitation') : undefined;
  const shared = {
    account: { name: account.name, accent: account.accent, address: accountAddress((account.address ?? {}) as Record<string, unknown>) },
    locale: account.locale,
    name: link.name,
    link: `${publicUrl}/password/${token}`,
  };
  const rendered =
    link.purpose === 'reset'
      ? await renderPasswordResetMail({ ...shared, minutes })
      : await renderSiteAccessMail({ ...shared, purpose: link.purpose, validUntil: dayInWords(dayIn(account.timeZone, expiresAt), account.locale), wording });
  await queueMail(context, {
    template: templates[link.purpose],
    orderId: null,
    revision: null,
    recipients: [link.email],
    replyTo: context.email,
    secret: token,
    ...rendered,
  });
}
