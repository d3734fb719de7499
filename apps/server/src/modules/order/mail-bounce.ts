import { renderNoteMail } from '@backdesk/documents/mail.ts';
import type { CommandContext } from '../context.ts';
import { accountAddress } from '../estimate/mail-input.ts';
import { findOwnerEmail } from '../estimate/queries/find-owner-email.ts';
import type { Bounced } from '../outbox/commands/mark-bounced.ts';
import { queueMail } from '../outbox/commands/queue-mail.ts';
import type { OrderRecord } from './order-record.ts';

/** Tells whoever looks after the order that a mail about it came back; not of their own mail, which would come back too. */
export async function mailBounce(context: CommandContext, { id, number, stage }: OrderRecord, { recipient, reason, revision }: Bounced): Promise<void> {
  const { account, tx, scope } = context;
  const owner = await findOwnerEmail(tx, scope, id);
  if (owner === null || owner.toLowerCase() === recipient.toLowerCase()) return;
  const title = `${revision !== null || stage === 'estimate' ? 'Estimate' : 'Order'} ${number ?? ''}`.trim();
  const rendered = await renderNoteMail({
    account: { name: account.name, accent: account.accent, address: accountAddress((account.address ?? {}) as Readonly<Record<string, unknown>>) },
    locale: account.locale,
    subject: `${title} did not reach ${recipient}`,
    title,
    total: '',
    sentences: [`The mail to ${recipient} came back. Check the address, then send it again.`],
    words: reason,
    linkLabel: 'Open the order',
    link: `${context.publicUrl}/admin/orders/${id}`,
  });
  await queueMail(context, { template: 'mail_bounced', orderId: id, revision: null, recipients: [owner], replyTo: null, ...rendered });
}
