// What a customer is told while they look at a cart: that something moved, by themselves or by the store, and whether somebody of the
// store has it open. No name of staff, no kind of event: those are staff's own (packages/contract/src/live).
import { z } from 'zod';
import { done, id, idParams, time, version } from '../core/primitives.ts';
import { mostFollowed, streamQuery } from '../live/routes.ts';
import type { RouteTable } from '../route.ts';

const who = z.enum(['you', 'store']).describe('you: the same customer, maybe in another tab');

/** `event: change`: the order has a newer version, or is the customer's no longer. */
export const siteChange = z.strictObject({ orderId: id, version, by: who, at: time }).meta({ id: 'SiteChange' });

/** `event: presence`: who has it open now, oneself among them. */
export const sitePresence = z
  .strictObject({ orderId: id, people: z.array(z.strictObject({ tabId: id, who, lineId: id.nullable() })) })
  .meta({ id: 'SitePresence' });

const withCart = { audience: 'site', part: 'cart', permission: null, status: 200 } as const;

export const siteLiveRoutes = {
  followOwnOrders: {
    ...withCart,
    method: 'GET',
    path: '/api/site/v1/events',
    summary: `What happens to the customer’s own cart, saved carts and orders, as server-sent events: \`change\` and \`presence\`; ${mostFollowed} at most`,
    query: streamQuery,
    answerType: 'text/event-stream',
    answer: z.string(),
    problems: ['not_found', 'request.rate_limited'],
  },
  showOwnPresence: {
    ...withCart,
    method: 'PUT',
    path: '/api/site/v1/orders/{id}/presence',
    summary: 'Say that this tab has the order open, in which line, and whether at checkout; good for 15 seconds',
    params: idParams,
    body: z.strictObject({ tabId: id, lineId: id.nullable().default(null), atCheckout: z.boolean().default(false) }),
    answer: sitePresence,
    problems: [],
  },
  endOwnPresence: {
    ...withCart,
    method: 'DELETE',
    path: '/api/site/v1/orders/{id}/presence/{tabId}',
    summary: 'Say that this tab has left the order',
    params: z.strictObject({ id, tabId: id }),
    answer: done,
    problems: [],
  },
} as const satisfies RouteTable;

export type SiteChange = z.infer<typeof siteChange>;
export type SitePresence = z.infer<typeof sitePresence>;
