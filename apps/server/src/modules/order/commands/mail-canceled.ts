import { renderOrderNewsMail } from '@backdesk/documents/mail.ts';
import type { CommandContext } from '../../context.ts';
import { findWording } from '../../mail-template/queries.ts';
import { queueMail } from '../../outbox/commands/queue-mail.ts';
import { orderNewsInput } from '../order-news-input.ts';
import type { OrderRecord } from '../order-record.ts';

type Telling = { readonly to: string; readonly reason: string };

/** Tells the customer that nothing will come, and why if somebody wrote it. */
export async function mailCanceled(context: CommandContext, order: OrderRecord, { to, reason }: Telling): Promise<void> {
  const rendered = await renderOrderNewsMail({
    ...orderNewsInput(context.account, order),
    news: 'order_canceled',
    values: {},
    words: reason,
    wording: await findWording(context.tx, context.scope, 'order_canceled'),
  });
  await queueMail(context, { template: 'order_canceled', orderId: order.id, revision: null, recipients: [to], replyTo: context.email, ...rendered });
}
