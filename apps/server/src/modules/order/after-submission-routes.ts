import type { afterSubmissionRoutes } from '@backdesk/contract/order/after-submission-routes.ts';
import type { CommandContext, Handlers } from '../context.ts';
import { approveOrder } from './commands/approve-order.ts';
import { cancelOrder } from './commands/cancel-order.ts';
import { changeTracking } from './commands/change-tracking.ts';
import { declineOrder } from './commands/decline-order.ts';
import { reopenOrder } from './commands/reopen-order.ts';
import { shipOrder } from './commands/ship-order.ts';
import { voidFulfilment } from './commands/void-fulfilment.ts';
import type { OrderRecord } from './order-record.ts';
import { presentOrder } from './presenter/present-order.ts';

async function answer(context: CommandContext, orderId: string, done: Promise<OrderRecord>) {
  context.rereadAt(`/api/v1/orders/${orderId}`);
  return presentOrder(await done, context);
}

/** What becomes of an order after it was submitted. */
export const afterSubmissionHandlers: Handlers<typeof afterSubmissionRoutes> = {
  approveOrder: (context, { params, body }) => answer(context, params.id, approveOrder(context, params.id, body)),
  declineOrder: (context, { params, body }) => answer(context, params.id, declineOrder(context, params.id, body)),
  reopenOrder: (context, { params }) => answer(context, params.id, reopenOrder(context, params.id)),
  cancelOrder: (context, { params, body }) => answer(context, params.id, cancelOrder(context, params.id, body)),
  shipOrder: (context, { params, body }) => answer(context, params.id, shipOrder(context, params.id, body)),
  changeTracking: (context, { params, body }) => answer(context, params.id, changeTracking(context, params.id, { fulfilmentId: params.fulfilmentId, body })),
  voidFulfilment: (context, { params, body }) => answer(context, params.id, voidFulfilment(context, params.id, params.fulfilmentId, body.reason)),
};
