// A customer's own carts and orders, as they move. What is not theirs is left out, as if it were missing.
import type { Announce } from '../../../db/live-channel.ts';
import { actorKey, type ReadContext } from '../../context.ts';
import { endPresence } from '../../live/commands/end-presence.ts';
import { type Asked, followOrders } from '../../live/commands/follow-orders.ts';
import { showPresence } from '../../live/commands/show-presence.ts';
import type { Hub } from '../../live/hub.ts';
import type { Present } from '../../live/open-stream.ts';
import { listHolders } from '../../live/queries.ts';
import { Problem } from '../../problem.ts';

async function ownAmong({ db, scope, actor }: ReadContext, orderIds: readonly string[]): Promise<readonly string[]> {
  const held = await listHolders(
    db,
    orderIds.map((orderId) => ({ accountId: scope.accountId, orderId })),
  );
  return held.flatMap(({ orderId, holders }) => (holders.includes(actorKey(actor)) ? [orderId] : []));
}

export async function followOwnOrders(context: ReadContext, hub: Hub, { orders, cursor }: Asked, present: Present) {
  const own = await ownAmong(context, orders);
  if (own.length === 0) throw new Problem('not_found');
  return followOrders(context, hub, { orders: own, cursor }, { holder: actorKey(context.actor), present });
}

type Shown = Parameters<typeof showPresence>[2];

export async function showOwnPresence(context: ReadContext, announce: Announce, shown: Shown) {
  if ((await ownAmong(context, [shown.orderId])).length === 0) throw new Problem('not_found');
  return showPresence(context, announce, shown);
}

export async function endOwnPresence(context: ReadContext, announce: Announce, left: Pick<Shown, 'orderId' | 'tabId'>): Promise<void> {
  if ((await ownAmong(context, [left.orderId])).length === 0) throw new Problem('not_found');
  await endPresence(context, announce, left);
}
