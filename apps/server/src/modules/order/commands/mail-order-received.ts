import type { OrderReceivedMailInput } from '@backdesk/documents/mail/types.ts';
import { renderOrderReceivedMail } from '@backdesk/documents/mail.ts';
import type { AccountSettings } from '../../../db/account-settings.ts';
import type { CommandContext } from '../../context.ts';
import { dayIn } from '../../day-in.ts';
import { accountAddress, estimateTitle, mailLines, mailTotals } from '../../estimate/mail-input.ts';
import { findWording } from '../../mail-template/queries.ts';
import { queueMail } from '../../outbox/commands/queue-mail.ts';
import { addressInWords, dayInWords } from '../../outbox/in-words.ts';
import { mailedLines } from '../mailed-lines.ts';
import type { OrderRecord } from '../order-record.ts';
import { askedDeposit, paymentTermsOf } from '../terms-of.ts';

/** Tells the customer that the order was received, when there is an address to tell it to. */
export async function mailOrderReceived(context: CommandContext, order: OrderRecord, superseded: readonly number[], mailTo?: string): Promise<void> {
  const email = mailTo ?? order.customer?.email ?? null;
  if (email === null) return;
  const rendered = await renderOrderReceivedMail({
    ...mailInput(context.account, order, dayIn(context.account.timeZone, context.now)),
    supersedes: supersededTitle(order, superseded),
    wording: await findWording(context.tx, context.scope, 'order_received'),
  });
  await queueMail(context, { template: 'order_received', orderId: order.id, revision: null, recipients: [email], replyTo: context.email, ...rendered });
}

/** The open estimate that somebody outside may still have before them: they are told not to wait for it. */
function supersededTitle({ number, revisions }: OrderRecord, superseded: readonly number[]): string {
  const known = revisions.find(({ revision, releasedAt }) => superseded.includes(revision) && releasedAt !== null);
  return known === undefined ? '' : estimateTitle(number ?? 0, known.revision);
}

function mailInput(account: AccountSettings, order: OrderRecord, today: string): Omit<OrderReceivedMailInput, 'supersedes'> {
  const { locale } = account;
  const words = { currency: order.currency, locale };
  const shipTo = order.shipments[0]?.address ?? null;
  return {
    account: { name: account.name, accent: account.accent, address: accountAddress((account.address ?? {}) as Record<string, unknown>) },
    locale,
    customer: { name: order.customer?.name ?? '', company: order.company?.name ?? '' },
    lines: mailLines(mailedLines(order), words),
    totals: mailTotals(order.pricing.totals, words, order.priceMode === 'tax_included', {
      ...{ deposit: askedDeposit(order), when: ' due' },
      paymentTerms: paymentTermsOf(order)?.terms,
    }),
    title: `Order ${order.orderNumber ?? order.number ?? ''}`,
    receivedOn: dayInWords(today, locale),
    poNumber: order.poNumber,
    shipTo: shipTo === null ? [] : addressInWords(shipTo, account),
    pending: order.stage === 'pending',
  };
}
