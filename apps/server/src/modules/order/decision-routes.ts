import type { estimateLinkRoutes } from '@backdesk/contract/estimate/link-routes.ts';
import type { estimateRoutes } from '@backdesk/contract/estimate/routes.ts';
import type { estimateStaffRoutes } from '@backdesk/contract/estimate/staff-routes.ts';
import type { Handlers } from '../context.ts';
import { decisionJson } from '../estimate/decision-json.ts';
import { acceptEstimate, recordAcceptance } from './commands/accept-estimate.ts';
import { declineEstimate } from './commands/decline-estimate.ts';
import { dropChanges } from './commands/drop-changes.ts';
import { extendEstimate } from './commands/extend-estimate.ts';
import { requestEstimateChanges } from './commands/request-estimate-changes.ts';
import { revokeEstimateLink } from './commands/revoke-estimate-link.ts';
import { presentOrder, presentRevision } from './presenter/present-order.ts';

type CustomersOwn = Pick<Handlers<typeof estimateRoutes>, 'acceptEstimate' | 'declineEstimate' | 'requestEstimateChanges'>;

/** What a customer decides by link, and what staff do about it. Here and not with the page: deciding changes the order. */
export const decisionHandlers: CustomersOwn &
  Pick<Handlers<typeof estimateStaffRoutes>, 'recordAcceptance' | 'extendEstimate' | 'dropChanges'> &
  Pick<Handlers<typeof estimateLinkRoutes>, 'revokeEstimateLink'> = {
  acceptEstimate: async (context, { body }) => decisionJson(await acceptEstimate(context, body)),
  declineEstimate: async (context, { body }) => decisionJson(await declineEstimate(context, body)),
  requestEstimateChanges: async (context, { body }) => decisionJson(await requestEstimateChanges(context, body)),
  recordAcceptance: async (context, { params, body }) => decisionJson(await recordAcceptance(context, params.id, params.revision, body)),
  revokeEstimateLink: async (context, { params }) => {
    await revokeEstimateLink(context, params.id);
    return { done: true };
  },
  extendEstimate: async (context, { params, body }) => {
    const { revision, currency } = await extendEstimate(context, params.id, params.revision, body.validUntil);
    return presentRevision(revision, currency, context.now);
  },
  dropChanges: async (context, { params }) => {
    context.rereadAt(`/api/v1/orders/${params.id}`);
    return presentOrder(await dropChanges(context, params.id, params.revision), context);
  },
};
