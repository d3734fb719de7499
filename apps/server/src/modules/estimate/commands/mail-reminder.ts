import type { FrozenEstimate } from '@backdesk/contract/estimate/frozen.ts';
import { renderNoteMail } from '@backdesk/documents/mail.ts';
import type { CommandContext } from '../../context.ts';
import { queueMail } from '../../outbox/commands/queue-mail.ts';
import { dayInWords } from '../../outbox/in-words.ts';
import { accountAddress, estimateTitle, mailTotals } from '../mail-input.ts';
import type { ReminderReason } from '../queries/due-reminders.ts';
import { findOwnerEmail } from '../queries/find-owner-email.ts';
import { addFact } from '../store.ts';
import { openLink } from './open-link.ts';

export type Reminder = { readonly recipients: readonly string[]; readonly reason: ReminderReason; readonly validUntil: string };

/** Brings an estimate to mind: to each person with their own link; replies go to whoever looks after it. */
export async function mailReminder(context: CommandContext, content: FrozenEstimate, { recipients, reason, validUntil }: Reminder): Promise<void> {
  const { account, orderId, number, revision } = content;
  const totals = mailTotals(content.totals, { currency: content.currency, locale: account.locale }, content.policies.priceMode === 'tax_included');
  const until = dayInWords(validUntil, account.locale);
  const title = estimateTitle(number, revision);
  const replyTo = await findOwnerEmail(context.tx, context.scope, orderId);
  for (const recipient of recipients) {
    const link = await openLink(context, orderId, recipient);
    const rendered = await renderNoteMail({
      account: { name: account.name, accent: account.accent, address: accountAddress(account.address) },
      locale: account.locale,
      subject: `Reminder: ${title} from ${account.name} is valid until ${until}`,
      title,
      total: totals.total,
      sentences: [
        reason === 'expiring'
          ? `${title} is valid until ${until}. After that its prices may change.`
          : `${title} waits for your answer. It is valid until ${until}.`,
        'You can accept it, ask for changes or decline on its page.',
      ],
      words: '',
      linkLabel: 'View estimate',
      link: link.url,
    });
    const mailId = await queueMail(context, { template: 'estimate_reminder', orderId, revision, recipients: [recipient], replyTo, ...rendered });
    await addFact(context, orderId, revision, { kind: `reminded_${reason}`, linkId: link.id, mailId });
  }
}
