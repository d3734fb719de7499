import { renderOrderNewsMail } from '@backdesk/documents/mail.ts';
import { openToShip } from '@backdesk/domain/fulfilment/open-to-ship.ts';
import type { CommandContext } from '../../context.ts';
import { findWording } from '../../mail-template/queries.ts';
import { queueMail } from '../../outbox/commands/queue-mail.ts';
import { addressInWords, countInWords, dayInWords } from '../../outbox/in-words.ts';
import { orderNewsInput } from '../order-news-input.ts';
import type { FulfilmentRecord, OrderRecord } from '../order-record.ts';
import { shippableOf } from '../shippable-of.ts';

/** Tells the customer what left, how to follow it, and what is still to come. */
export async function mailShipped(context: CommandContext, order: OrderRecord, fulfilment: FulfilmentRecord, to: string): Promise<void> {
  const { account } = context;
  const { locale } = account;
  const { carrier, trackingNumber, trackingUrl } = fulfilment;
  const input = orderNewsInput(account, order, fulfilment.lines);
  const rendered = await renderOrderNewsMail({
    ...input,
    news: 'order_shipped',
    values: { shipped_on: dayInWords(fulfilment.shippedOn, locale), carrier, tracking_number: trackingNumber },
    words: '',
    facts: [
      ...input.facts,
      ...whereTo(order, fulfilment, account),
      ...(carrier + trackingNumber === '' ? [] : [[carrier, trackingNumber].filter(Boolean).join(' ')]),
    ],
    link: trackingUrl === '' ? null : { label: 'Follow it', address: trackingUrl },
    closing: closing(order, locale),
    wording: await findWording(context.tx, context.scope, 'order_shipped'),
  });
  await queueMail(context, { template: 'order_shipped', orderId: order.id, revision: null, recipients: [to], replyTo: context.email, ...rendered });
}

function whereTo(order: OrderRecord, { shipmentId }: FulfilmentRecord, reader: { readonly locale: string; readonly country: string }): readonly string[] {
  const shipment = order.shipments.find(({ id }) => id === shipmentId);
  if (shipment === undefined) return [];
  if (shipment.kind === 'pickup') return [`Fetched at ${shipment.pickupPlace?.name ?? 'the pickup place'}`];
  return shipment.address === null ? [] : [`To ${addressInWords(shipment.address, reader).join(', ')}`];
}

function closing(order: OrderRecord, locale: string): string {
  const open = openToShip(shippableOf(order)).reduce((sum, part) => sum + part.open, 0);
  if (open === 0) return 'That is all of your order.';
  return open === 1 ? '1 more piece is still to come.' : `${countInWords(open, locale)} more pieces are still to come.`;
}
