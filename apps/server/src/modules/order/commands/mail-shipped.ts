import { renderOrderNewsMail } from '@backdesk/documents/mail.ts';
import { openToShip } from '@backdesk/domain/fulfilment/open-to-ship.ts';
import type { CommandContext } from '../../context.ts';
import { findWording } from '../../mail-template/queries.ts';
import { queueMail } from '../../outbox/commands/queue-mail.ts';
import { addressInWords, countInWords, dayInWords } from '../../outbox/in-words.ts';
import { orderNewsInput } from '../order-news-input.ts';
import type { FulfilmentRecord, OrderRecord } from '../order-record.ts';
import { shippableOf } from '../shippable-of.ts';

/** Tells the customer what left and how to follow it, or where it is ready for them, and what is still to come. */
export async function mailShipped(context: CommandContext, order: OrderRecord, fulfilment: FulfilmentRecord, to: string): Promise<void> {
  const { account } = context;
  const { locale } = account;
  const { carrier, trackingNumber, trackingUrl } = fulfilment;
  const input = orderNewsInput(account, order, fulfilment.lines);
  const { news, values, facts } = newsOf(order, fulfilment, account);
  const rendered = await renderOrderNewsMail({
    ...input,
    news,
    values,
    words: '',
    facts: [...input.facts, ...facts, ...(carrier + trackingNumber === '' ? [] : [[carrier, trackingNumber].filter(Boolean).join(' ')])],
    link: trackingUrl === '' ? null : { label: 'Follow it', address: trackingUrl },
    closing: closing(order, locale),
    wording: await findWording(context.tx, context.scope, news),
  });
  await queueMail(context, { template: news, orderId: order.id, revision: null, recipients: [to], replyTo: context.email, ...rendered });
}

type News = {
  readonly news: 'order_shipped' | 'order_ready' | 'order_picked_up';
  readonly values: Readonly<Record<string, string>>;
  readonly facts: readonly string[];
};

function newsOf(order: OrderRecord, fulfilment: FulfilmentRecord, reader: { readonly locale: string; readonly country: string }): News {
  const { shipmentId, shippedOn, carrier, trackingNumber, fetchedOn } = fulfilment;
  const shipment = order.shipments.find(({ id }) => id === shipmentId);
  const address = shipment?.address ? addressInWords(shipment.address, reader).join(', ') : '';
  const day = dayInWords(fetchedOn ?? shippedOn, reader.locale);
  if (shipment?.kind !== 'pickup') {
    return {
      news: 'order_shipped',
      values: { shipped_on: day, carrier, tracking_number: trackingNumber },
      facts: address === '' ? [] : [`To ${address}`],
    };
  }
  const place = shipment.pickupPlace?.name ?? 'our place';
  if (fetchedOn !== null) return { news: 'order_picked_up', values: { picked_up_on: day }, facts: [`At ${place}`] };
  const hours = shipment.pickupPlace?.hours ?? '';
  return { news: 'order_ready', values: { place, hours }, facts: [[place, address].filter(Boolean).join(', '), hours].filter(Boolean) };
}

function closing(order: OrderRecord, locale: string): string {
  const open = openToShip(shippableOf(order)).reduce((sum, part) => sum + part.open, 0);
  if (open === 0) return 'That is all of your order.';
  return open === 1 ? '1 more piece is still to come.' : `${countInWords(open, locale)} more pieces are still to come.`;
}
