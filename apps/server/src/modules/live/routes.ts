import type { liveRoutes } from '@backdesk/contract/live/routes.ts';
import type { Announce } from '../../db/live-channel.ts';
import type { AllHandlers } from '../../http/handlers.ts';
import { arrive } from './commands/arrive.ts';
import { endPresence } from './commands/end-presence.ts';
import { followOrders } from './commands/follow-orders.ts';
import { showPresence } from './commands/show-presence.ts';
import type { Hub } from './hub.ts';

/** What happens to orders, and who has them open. */
export function liveHandlers(hub: Hub, announce: Announce): AllHandlers<typeof liveRoutes> {
  return {
    followOrders: async (context, { query: { here = [], ...asked } }) => {
      if (here.length > 0) await arrive(context, announce, here);
      return followOrders(context, hub, asked);
    },
    showPresence: {
      ownTransactions: (context, { params, body }) =>
        showPresence(context, announce, { orderId: params.id, tabId: body.tabId, lineId: body.lineId, atCheckout: false }),
    },
    endPresence: {
      ownTransactions: async (context, { params }) => {
        await endPresence(context, announce, { orderId: params.id, tabId: params.tabId });
        return { done: true };
      },
    },
  };
}
