import type { changeTracking as changeTrackingSchema } from '@backdesk/contract/order/after-submission.ts';
import type { z } from 'zod';
import type { CommandContext } from '../../context.ts';
import { invalidField } from '../../problem.ts';
import { on } from '../order-events.ts';
import type { FulfilmentRecord, OrderRecord } from '../order-record.ts';
import { getOrderRecord } from '../queries/get-order.ts';
import { saveTracking } from '../store/fulfilments.ts';
import { loadOrderForUpdate } from '../store/load-order.ts';
import { saveOrder } from '../store/save-order.ts';
import { getFulfilment } from './void-fulfilment.ts';

type Named = { readonly fulfilmentId: string; readonly body: z.output<typeof changeTrackingSchema> };

/** Carrier and tracking of what went out, which often come later, or the day a pickup was fetched; what is not given stays. */
export async function changeTracking(context: CommandContext, orderId: string, { fulfilmentId, body }: Named): Promise<OrderRecord> {
  const loaded = await loadOrderForUpdate(context, orderId);
  const before = getFulfilment(loaded.record, fulfilmentId);
  const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
  const now: FulfilmentRecord = { ...before, ...given };
  const isPickup = loaded.record.shipments.some(({ id, kind }) => id === before.shipmentId && kind === 'pickup');
  if (!isPickup && now.fetchedOn !== null) throw invalidField('/fetchedOn', 'is only for what is fetched: this was shipped');
  const pieces = before.lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const events = [
    ...on(inWords(before), inWords(now), (from, to) => ({ type: 'order.tracking_changed' as const, data: { fulfilmentId, from, to } })),
    ...on(before.fetchedOn, now.fetchedOn, (_, to) => ({ type: 'order.fetched' as const, data: { fulfilmentId, pieces, on: to } })),
  ];
  if (events.length === 0) return loaded.record;
  await saveTracking(context, orderId, now);
  const fulfilments = loaded.record.fulfilments.map((known) => (known.id === fulfilmentId ? now : known));
  await saveOrder(context, loaded, { ...loaded.record, fulfilments }, events);
  return getOrderRecord(context.tx, context.scope, orderId);
}

const inWords = ({ carrier, trackingNumber, trackingUrl }: FulfilmentRecord) => [carrier, trackingNumber, trackingUrl].filter(Boolean).join(' ');
