import { renderSiteAccessMail } from '@backdesk/documents/mail.ts';
import type { CommandContext } from '../../context.ts';
import { accountAddress } from '../../estimate/mail-input.ts';
import { findWording } from '../../mail-template/queries.ts';
import { queueMail } from '../../outbox/commands/queue-mail.ts';

/** Tells who registered and waited that they were let in, at the address they sign in with. */
export async function mailApproval(context: CommandContext, { email, name }: { readonly email: string; readonly name: string }): Promise<void> {
  const { account, publicUrl, tx, scope } = context;
  const rendered = await renderSiteAccessMail({
    account: { name: account.name, accent: account.accent, address: accountAddress((account.address ?? {}) as Record<string, unknown>) },
    locale: account.locale,
    wording: await findWording(tx, scope, 'site_approved'),
    purpose: 'approve',
    name,
    link: `${publicUrl}/login`,
    validUntil: '',
  });
  await queueMail(context, { template: 'site_approved', orderId: null, revision: null, recipients: [email], replyTo: context.email, ...rendered });
}
