import type { saveAsCart as saveAsCartSchema } from '@backdesk/contract/order/requests.ts';
import type { OrderEvent } from '@backdesk/domain/order/events.ts';
import type { z } from 'zod';
import type { CommandContext } from '../../context.ts';
import { closeRevision } from '../../estimate/commands/close-revision.ts';
import { advance } from '../advance.ts';
import type { OrderRecord } from '../order-record.ts';
import { getOrderRecord } from '../queries/get-order.ts';
import { refreshPrices } from '../refresh-prices.ts';
import { loadOrderForUpdate } from '../store/load-order.ts';
import { saveOrder } from '../store/save-order.ts';
import { withTermsOfNow } from '../terms-of.ts';
import { withoutPromise } from './withdraw-estimate.ts';

/**
 * Makes it a cart the customer sees under Saved Carts. An open or accepted estimate is withdrawn: two offers of one order would differ, and
 * what both sides edit from now on is not what was agreed to.
 */
export async function saveAsCart(context: CommandContext, orderId: string, body: z.output<typeof saveAsCartSchema>): Promise<OrderRecord> {
  const loaded = await loadOrderForUpdate(context, orderId);
  const before = loaded.record;
  const stage = advance(before, 'save_as_cart');
  const withdrawn = await closeRevision(context, orderId, 'withdrawn', { accepted: true });
  const refreshed = withdrawn.length === 0 ? { record: before, events: [] } : await refreshPrices(context, withTermsOfNow(withoutPromise(before, 'withdrawn')));
  const name = body.name ?? before.name;
  await saveOrder(context, loaded, { ...refreshed.record, stage, name }, [
    ...withdrawn.map((revision): OrderEvent => ({ type: 'estimate.withdrawn', data: { revision } })),
    ...(name === before.name ? [] : [{ type: 'order.renamed', data: { from: before.name, to: name } } as const]),
    { type: 'order.stage_changed', data: { from: before.stage, to: stage } },
    ...refreshed.events,
  ]);
  return getOrderRecord(context.tx, context.scope, orderId);
}
