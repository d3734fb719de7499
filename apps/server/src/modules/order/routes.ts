import type { orderRoutes } from '@backdesk/contract/order/routes.ts';
import type { Handlers } from '../context.ts';
import { changed, orderPath } from './changed.ts';
import { changeOrder } from './commands/change-order.ts';
import { createOrder } from './commands/create-order.ts';
import { deleteOrder } from './commands/delete-order.ts';
import { restoreOrder } from './commands/restore-order.ts';
import { undoChange } from './commands/undo-change.ts';
import { presentMargin } from './presenter/present-margin.ts';
import { presentHistory, presentOrder, presentRow } from './presenter/present-order.ts';
import { countOrders } from './queries/count-orders.ts';
import { getOrderRecord } from './queries/get-order.ts';
import { listHistory } from './queries/list-history.ts';
import { listOrderStock } from './queries/list-order-stock.ts';
import { listOrders } from './queries/list-orders.ts';

export const orderHandlers: Handlers<typeof orderRoutes> = {
  listOrders: async (context, { query }) => {
    const { rows, nextCursor } = await listOrders(context, query);
    return { items: rows.map((row) => presentRow(row, context.now)), nextCursor };
  },
  countOrders: (context) => countOrders(context),
  createOrder: async (context, { body }) => {
    const record = await createOrder(context, body);
    context.rereadAt(orderPath(record.id));
    return presentOrder(record, context);
  },
  getOrder: async (context, { params }) => presentOrder(await getOrderRecord(context.db, context.scope, params.id), context),
  changeOrder: (context, { params, body }) => changed(context, params.id, changeOrder(context, params.id, body)),
  undoChange: (context, { params, body }) => changed(context, params.id, undoChange(context, params.id, body)),
  deleteOrder: async (context, { params }) => {
    await deleteOrder(context, params.id);
    return { done: true };
  },
  restoreOrder: async (context, { params }) => {
    context.rereadAt(orderPath(params.id));
    return presentOrder(await restoreOrder(context, params.id), context);
  },
  listOrderStock: async (context, { params }) => ({ items: [...(await listOrderStock(context, params.id))] }),
  getOrderMargin: async ({ db, scope, account }, { params }) => presentMargin(await getOrderRecord(db, scope, params.id), account.leastMarginPpm),
  getHistory: async (context, { params, query }) => {
    const { rows, nextCursor } = await listHistory(context, params.id, query);
    return { items: rows.map((row) => presentHistory(row, context.account)), nextCursor };
  },
};
