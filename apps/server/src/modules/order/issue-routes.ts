import type { issueRoutes } from '@backdesk/contract/order/issue-routes.ts';
import type { Handlers } from '../context.ts';
import { orderPath } from './changed.ts';
import { copyEstimateLink } from './commands/copy-estimate-link.ts';
import { issueEstimate } from './commands/issue-estimate.ts';
import { previewEstimate, previewIssuedEstimate } from './commands/preview-estimate.ts';
import { sendEstimate } from './commands/send-estimate.ts';
import { undoSending } from './commands/undo-sending.ts';
import { withdrawEstimate } from './commands/withdraw-estimate.ts';
import { presentOrder, presentRevision } from './presenter/present-order.ts';

/** A draft becomes an estimate, which is sent, taken back, withdrawn. */
export const issueHandlers: Handlers<typeof issueRoutes> = {
  issueEstimate: async (context, { params, body }) => {
    const { revision, currency } = await issueEstimate(context, params.id, body);
    return presentRevision(revision, currency, context.now);
  },
  sendEstimate: async (context, { params, body }) => {
    const { revision, currency } = await sendEstimate(context, params.id, params.revision, body);
    return presentRevision(revision, currency, context.now);
  },
  previewEstimate: (context, { params, body }) => previewEstimate(context, params.id, body),
  previewIssuedEstimate: (context, { params, body }) => previewIssuedEstimate(context, params.id, params.revision, body),
  undoSending: async (context, { params }) => {
    const { revision, currency } = await undoSending(context, params.id, params.revision);
    return presentRevision(revision, currency, context.now);
  },
  withdrawEstimate: async (context, { params }) => {
    context.rereadAt(orderPath(params.id));
    return presentOrder(await withdrawEstimate(context, params.id, params.revision), context);
  },
  copyEstimateLink: async (context, { params }) => ({ url: await copyEstimateLink(context, params.id, params.revision) }),
};
