import { renderSharedCartMail } from '@backdesk/documents/mail.ts';
import type { CommandContext } from '../../context.ts';
import { dayIn } from '../../day-in.ts';
import { accountAddress, mailLines, mailTotals } from '../../estimate/mail-input.ts';
import { findWording } from '../../mail-template/queries.ts';
import { queueMail } from '../../outbox/commands/queue-mail.ts';
import { dayInWords } from '../../outbox/in-words.ts';
import { mailedLines } from '../mailed-lines.ts';
import type { OrderRecord } from '../order-record.ts';

type Sent = { readonly email: string; readonly message: string; readonly link: string; readonly expiresAt: Date };

/** Tells somebody of a saved cart that was shared with them: what is in it, and the link. */
export async function mailSharedCart(context: CommandContext, order: OrderRecord, { email, message, link, expiresAt }: Sent): Promise<void> {
  const { account } = context;
  const { locale } = account;
  const words = { currency: order.currency, locale };
  const rendered = await renderSharedCartMail({
    account: { name: account.name, accent: account.accent, address: accountAddress((account.address ?? {}) as Record<string, unknown>) },
    locale,
    wording: await findWording(context.tx, context.scope, 'saved_cart_shared'),
    customer: { name: order.customer?.name ?? '', company: order.company?.name ?? '' },
    cart: order.name,
    validUntil: dayInWords(dayIn(account.timeZone, expiresAt), locale),
    message,
    link,
    lines: mailLines(mailedLines(order), words),
    totals: mailTotals(order.pricing.totals, words, order.priceMode === 'tax_included'),
  });
  await queueMail(context, {
    template: 'saved_cart_shared',
    orderId: order.id,
    revision: null,
    recipients: [email],
    replyTo: context.email,
    ...rendered,
  });
}
