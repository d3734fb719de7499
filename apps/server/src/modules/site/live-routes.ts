import type { siteLiveRoutes } from '@backdesk/contract/site/live.ts';
import type { Announce } from '../../db/live-channel.ts';
import type { AllHandlers } from '../../http/handlers.ts';
import type { Hub } from '../live/hub.ts';
import { endOwnPresence, followOwnOrders, showOwnPresence } from './commands/follow-own-orders.ts';
import { presentSiteMessage, presentSitePresence } from './present-live.ts';

/** What happens to a customer's own carts and orders, and who has them open. */
export function siteLiveHandlers(hub: Hub, announce: Announce): AllHandlers<typeof siteLiveRoutes> {
  return {
    followOwnOrders: (context, { query }) => followOwnOrders(context, hub, query, (message) => presentSiteMessage(message, context.actor)),
    showOwnPresence: {
      ownTransactions: async (context, { params, body }) =>
        presentSitePresence(await showOwnPresence(context, announce, { ...body, orderId: params.id }), context.actor),
    },
    endOwnPresence: {
      ownTransactions: async (context, { params }) => {
        await endOwnPresence(context, announce, { orderId: params.id, tabId: params.tabId });
        return { done: true };
      },
    },
  };
}
