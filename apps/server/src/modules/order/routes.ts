import type { orderRoutes } from '@backdesk/contract/order/routes.ts';
import type { CommandContext, Handlers } from '../context.ts';
import type { Amended } from './amend-order.ts';
import { addLines } from './commands/add-lines.ts';
import { changeLine } from './commands/change-line.ts';
import { changeOrder } from './commands/change-order.ts';
import { createOrder } from './commands/create-order.ts';
import { removeLine } from './commands/remove-line.ts';
import { setBilling } from './commands/set-billing.ts';
import { setDiscounts } from './commands/set-discounts.ts';
import { setPayment } from './commands/set-payment.ts';
import { setShipping } from './commands/set-shipping.ts';
import { setShippingMethod } from './commands/set-shipping-method.ts';
import { presentChange, presentOrder } from './presenter.ts';
import { countOrders } from './queries/count-orders.ts';
import { getOrderRecord } from './queries/get-order.ts';

/** The answer of a write on an order; one too long to be kept for a replay is read again where the order is. */
async function changed(context: CommandContext, orderId: string, amended: Promise<Amended>) {
  context.rereadAt(`/api/v1/orders/${orderId}`);
  return presentChange(await amended, context);
}

export const orderHandlers = {
  countOrders: (context) => countOrders(context),
  createOrder: async (context, { body }) => {
    const record = await createOrder(context, body);
    context.rereadAt(`/api/v1/orders/${record.id}`);
    return presentOrder(record, context);
  },
  getOrder: async (context, { params }) => presentOrder(await getOrderRecord(context.db, context.scope, params.id), context),
  changeOrder: (context, { params, body }) => changed(context, params.id, changeOrder(context, params.id, body)),

  addLines: (context, { params, body }) => changed(context, params.id, addLines(context, params.id, body)),
  changeLine: (context, { params, body }) => changed(context, params.id, changeLine(context, params.id, params.lineId, body)),
  removeLine: (context, { params, query }) => changed(context, params.id, removeLine(context, params.id, params.lineId, query.basedOn)),

  setShipping: (context, { params, body }) => changed(context, params.id, setShipping(context, params.id, body)),
  setShippingMethod: (context, { params, body }) => changed(context, params.id, setShippingMethod(context, params.id, body)),
  setBilling: (context, { params, body }) => changed(context, params.id, setBilling(context, params.id, body)),
  setPayment: (context, { params, body }) => changed(context, params.id, setPayment(context, params.id, body)),
  setDiscounts: (context, { params, body }) => changed(context, params.id, setDiscounts(context, params.id, body)),
} satisfies Partial<Handlers<typeof orderRoutes>>;
