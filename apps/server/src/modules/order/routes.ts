import type { orderRoutes } from '@backdesk/contract/order/routes.ts';
import type { CommandContext, Handlers } from '../context.ts';
import type { Amended } from './amend-order.ts';
import { addLines } from './commands/add-lines.ts';
import { changeLine } from './commands/change-line.ts';
import { changeOrder } from './commands/change-order.ts';
import { createOrder } from './commands/create-order.ts';
import { listRateOffers } from './commands/list-rate-offers.ts';
import { removeLine } from './commands/remove-line.ts';
import { setBilling } from './commands/set-billing.ts';
import { setDiscounts } from './commands/set-discounts.ts';
import { setPayment } from './commands/set-payment.ts';
import { setShipping } from './commands/set-shipping.ts';
import { setShippingMethod } from './commands/set-shipping-method.ts';
import { undoChange } from './commands/undo-change.ts';
import { presentOffer } from './presenter/present-checkout.ts';
import { presentLines } from './presenter/present-lines.ts';
import { presentMargin } from './presenter/present-margin.ts';
import { presentChange, presentHistory, presentOrder, presentRow } from './presenter/present-order.ts';
import { countOrders } from './queries/count-orders.ts';
import { getOrderRecord } from './queries/get-order.ts';
import { listHistory } from './queries/list-history.ts';
import { listOrderLines } from './queries/list-lines.ts';
import { listOrderStock } from './queries/list-order-stock.ts';
import { listOrders } from './queries/list-orders.ts';

/** The answer of a write on an order; one too long to be kept for a replay is read again where the order is. */
async function changed(context: CommandContext, orderId: string, amended: Promise<Amended>) {
  context.rereadAt(`/api/v1/orders/${orderId}`);
  return presentChange(await amended, context);
}

export const orderHandlers = {
  listOrders: async (context, { query }) => {
    const { rows, nextCursor } = await listOrders(context, query);
    return { items: rows.map((row) => presentRow(row, context.now)), nextCursor };
  },
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
  listLines: async ({ db, scope }, { params, query }) => {
    const { record, lines, nextCursor } = await listOrderLines(db, scope, params.id, query);
    return { items: presentLines(record, lines), nextCursor };
  },
  removeLine: (context, { params, query }) => changed(context, params.id, removeLine(context, params.id, params.lineId, query.basedOn)),

  setShipping: (context, { params, body }) => changed(context, params.id, setShipping(context, params.id, body)),
  listShippingRates: async (context, { params }) => {
    const { offers, currency } = await listRateOffers(context, params.id);
    return { items: offers.map((offer) => presentOffer(offer, currency)) };
  },
  setShippingMethod: (context, { params, body }) => changed(context, params.id, setShippingMethod(context, params.id, body)),
  setBilling: (context, { params, body }) => changed(context, params.id, setBilling(context, params.id, body)),
  setPayment: (context, { params, body }) => changed(context, params.id, setPayment(context, params.id, body)),
  setDiscounts: (context, { params, body }) => changed(context, params.id, setDiscounts(context, params.id, body)),

  listOrderStock: async (context, { params }) => ({ items: [...(await listOrderStock(context, params.id))] }),

  getOrderMargin: async ({ db, scope, account }, { params }) => presentMargin(await getOrderRecord(db, scope, params.id), account.leastMarginPpm),

  undoChange: (context, { params, body }) => changed(context, params.id, undoChange(context, params.id, body)),
  getHistory: async (context, { params, query }) => {
    const { rows, nextCursor } = await listHistory(context, params.id, query);
    return { items: rows.map((row) => presentHistory(row, context.account)), nextCursor };
  },
} satisfies Partial<Handlers<typeof orderRoutes>>;
