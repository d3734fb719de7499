import type { orderVerbRoutes } from '@backdesk/contract/order/verb-routes.ts';
import type { Handlers } from '../context.ts';
import { orderPath } from './changed.ts';
import { duplicateOrder, previewDuplicate } from './commands/duplicate-order.ts';
import { saveAsCart } from './commands/save-as-cart.ts';
import { submitOrder } from './commands/submit-order.ts';
import { takeBack } from './commands/take-back.ts';
import { presentOrder } from './presenter/present-order.ts';

/** The verbs that move an order along: save as cart, take back, repeat, submit. */
export const orderVerbHandlers: Handlers<typeof orderVerbRoutes> = {
  saveAsCart: async (context, { params, body }) => {
    context.rereadAt(orderPath(params.id));
    return presentOrder(await saveAsCart(context, params.id, body), context);
  },
  takeBack: async (context, { params }) => {
    context.rereadAt(orderPath(params.id));
    return presentOrder(await takeBack(context, params.id), context);
  },
  duplicateOrder: async (context, { params, body }) => {
    const { record, changes } = await duplicateOrder(context, params.id, body);
    context.rereadAt(orderPath(record.id));
    return { order: presentOrder(record, context), changes: [...changes] };
  },
  previewDuplicate: async (context, { params, body }) => ({ changes: [...(await previewDuplicate(context, params.id, body))] }),
  submitOrder: async (context, { params, body }) => {
    context.rereadAt(orderPath(params.id));
    return presentOrder(await submitOrder(context, params.id, body), context);
  },
};
