import type { shipOrder as shipOrderSchema } from '@backdesk/contract/order/after-submission.ts';
import { fulfilmentStatus } from '@backdesk/domain/fulfilment/open-to-ship.ts';
import { piecesToShip } from '@backdesk/domain/fulfilment/ship.ts';
import type { z } from 'zod';
import type { CommandContext } from '../../context.ts';
import { dayIn } from '../../day-in.ts';
import { invalidField, Refused } from '../../problem.ts';
import type { FulfilmentRecord, OrderRecord } from '../order-record.ts';
import { getOrderRecord } from '../queries/get-order.ts';
import { shippableOf } from '../shippable-of.ts';
import { stockMoves } from '../stock-moves.ts';
import { insertFulfilment } from '../store/fulfilments.ts';
import { loadOrderForUpdate } from '../store/load-order.ts';
import { saveOrder } from '../store/save-order.ts';
import { shipStock } from '../store/stock.ts';
import { mailShipped } from './mail-shipped.ts';
import { orderMailAddress } from './order-mail-address.ts';

/**
 * Says what went out of one shipment or was set aside at its pickup place, all that is open of it or some pieces: it leaves the stock it was reserved in, and the customer is
 * told. Of two at once the second finds less open. Throws `order.over_shipped`, `order.nothing_to_ship`, `order.not_shippable`.
 */
export async function shipOrder(context: CommandContext, orderId: string, body: z.output<typeof shipOrderSchema>): Promise<OrderRecord> {
  const loaded = await loadOrderForUpdate(context, orderId);
  const before = loaded.record;
  const shipment = shipmentOf(before, body.shipmentId);
  const decided = piecesToShip(shippableOf(before), { shipmentId: shipment.id, lines: body.lines ?? 'all' });
  if (!decided.ok) throw new Refused([decided.reason]);
  const { carrier, trackingNumber, trackingUrl, fetched } = body;
  if (fetched && shipment.kind !== 'pickup') throw invalidField('/fetched', 'is only for what is fetched: this is shipped');
  const shippedOn = body.shippedOn ?? dayIn(context.account.timeZone, context.now);
  const fulfilment: FulfilmentRecord = {
    id: context.newId(),
    shipmentId: shipment.id,
    shippedOn,
    fetchedOn: fetched ? shippedOn : null,
    carrier,
    trackingNumber,
    trackingUrl,
    at: context.now.toISOString(),
    by: context.actor.name,
    isVoided: false,
    lines: decided.value,
  };
  const shipped = { ...before, fulfilments: [...before.fulfilments, fulfilment] };
  const toldTo = body.notify ? await orderMailAddress(context, before) : null;
  await insertFulfilment(context, orderId, fulfilment);
  await shipStock(context, orderId, stockMoves(before, fulfilment));
  await saveOrder(context, loaded, shipped, [
    {
      type: 'order.shipped',
      data: {
        fulfilmentId: fulfilment.id,
        kind: shipment.kind,
        pieces: fulfilment.lines.reduce((sum, { quantity }) => sum + quantity, 0),
        isAll: before.fulfilments.every(({ isVoided }) => isVoided) && fulfilmentStatus(shippableOf(shipped)) === 'shipped',
        by: [carrier, trackingNumber].filter(Boolean).join(' '),
        toldTo: toldTo ?? '',
        ...(shipment.kind === 'pickup' && !fetched && { isReady: true as const }),
      },
    },
  ]);
  const record = await getOrderRecord(context.tx, context.scope, orderId);
  if (toldTo !== null) await mailShipped(context, record, fulfilment, toldTo);
  return record;
}

function shipmentOf({ shipments }: OrderRecord, id: string | undefined): OrderRecord['shipments'][number] {
  const [first, ...others] = shipments;
  if (id === undefined && others.length > 0) throw invalidField('/shipmentId', 'says which of the shipments went out, as there are several');
  const found = id === undefined ? first : shipments.find((shipment) => shipment.id === id);
  if (found === undefined) throw invalidField('/shipmentId', 'is no shipment of this order');
  return found;
}
