import { renderOrderNewsMail } from '@backdesk/documents/mail.ts';
import type { CommandContext } from '../../context.ts';
import { findWording } from '../../mail-template/queries.ts';
import { queueMail } from '../../outbox/commands/queue-mail.ts';
import { orderNewsInput } from '../order-news-input.ts';
import type { OrderRecord } from '../order-record.ts';

type Telling = { readonly news: 'order_approved' | 'order_declined' | 'order_canceled'; readonly to: string; readonly reason: string };

/** Tells the customer what was decided about their order, and why if somebody wrote it. */
export async function mailNews(context: CommandContext, order: OrderRecord, { news, to, reason }: Telling): Promise<void> {
  const wording = await findWording(context.tx, context.scope, news);
  const rendered = await renderOrderNewsMail({ ...orderNewsInput(context.account, order), news, values: {}, words: reason, wording });
  await queueMail(context, { template: news, orderId: order.id, revision: null, recipients: [to], replyTo: context.email, ...rendered });
}
