import type { orderRoutes } from '@backdesk/contract/order/routes.ts';
import type { Handlers } from '../context.ts';
import { copyEstimateLink } from './commands/copy-estimate-link.ts';
import { deleteOrder } from './commands/delete-order.ts';
import { duplicateOrder, previewDuplicate } from './commands/duplicate-order.ts';
import { issueEstimate } from './commands/issue-estimate.ts';
import { previewEstimate, previewIssuedEstimate } from './commands/preview-estimate.ts';
import { restoreOrder } from './commands/restore-order.ts';
import { saveAsCart } from './commands/save-as-cart.ts';
import { sendEstimate } from './commands/send-estimate.ts';
import { submitOrder } from './commands/submit-order.ts';
import { takeBack } from './commands/take-back.ts';
import { undoSending } from './commands/undo-sending.ts';
import { withdrawEstimate } from './commands/withdraw-estimate.ts';
import { presentOrder, presentRevision } from './presenter/present-order.ts';

type VerbNames =
  | 'deleteOrder'
  | 'restoreOrder'
  | 'issueEstimate'
  | 'sendEstimate'
  | 'undoSending'
  | 'previewEstimate'
  | 'previewIssuedEstimate'
  | 'withdrawEstimate'
  | 'copyEstimateLink'
  | 'saveAsCart'
  | 'takeBack'
  | 'duplicateOrder'
  | 'previewDuplicate'
  | 'submitOrder';

const orderPath = (id: string) => `/api/v1/orders/${id}`;

/** The verbs that move an order along: convert, send, withdraw, save as cart, take back, submit, delete, restore. */
export const orderVerbHandlers: Pick<Handlers<typeof orderRoutes>, VerbNames> = {
  deleteOrder: async (context, { params }) => {
    await deleteOrder(context, params.id);
    return { done: true };
  },
  duplicateOrder: async (context, { params, body }) => {
    const { record, changes } = await duplicateOrder(context, params.id, body);
    context.rereadAt(orderPath(record.id));
    return { order: presentOrder(record, context), changes: [...changes] };
  },
  previewDuplicate: async (context, { params, body }) => ({ changes: [...(await previewDuplicate(context, params.id, body))] }),
  restoreOrder: async (context, { params }) => {
    context.rereadAt(orderPath(params.id));
    return presentOrder(await restoreOrder(context, params.id), context);
  },
  issueEstimate: async (context, { params, body }) => {
    const { revision, currency } = await issueEstimate(context, params.id, body);
    return presentRevision(revision, currency, context.now);
  },
  sendEstimate: async (context, { params, body }) => {
    const { revision, currency } = await sendEstimate(context, params.id, params.revision, body);
    return presentRevision(revision, currency, context.now);
  },
  undoSending: async (context, { params }) => {
    const { revision, currency } = await undoSending(context, params.id, params.revision);
    return presentRevision(revision, currency, context.now);
  },
  previewEstimate: (context, { params, body }) => previewEstimate(context, params.id, body),
  previewIssuedEstimate: (context, { params, body }) => previewIssuedEstimate(context, params.id, params.revision, body),
  withdrawEstimate: async (context, { params }) => {
    context.rereadAt(orderPath(params.id));
    return presentOrder(await withdrawEstimate(context, params.id, params.revision), context);
  },
  copyEstimateLink: async (context, { params }) => ({ url: await copyEstimateLink(context, params.id, params.revision) }),
  saveAsCart: async (context, { params, body }) => {
    context.rereadAt(orderPath(params.id));
    return presentOrder(await saveAsCart(context, params.id, body), context);
  },
  takeBack: async (context, { params }) => {
    context.rereadAt(orderPath(params.id));
    return presentOrder(await takeBack(context, params.id), context);
  },
  submitOrder: async (context, { params, body }) => {
    context.rereadAt(orderPath(params.id));
    return presentOrder(await submitOrder(context, params.id, body), context);
  },
};
