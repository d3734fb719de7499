import { z } from 'zod';
import { done, id, idParams } from '../core/primitives.ts';
import type { RouteTable } from '../route.ts';
import { presenceMessage } from './schema.ts';

/** Orders that one stream follows at most. */
export const mostFollowed = 20;

const uuid = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const tabThere = new RegExp(`^${uuid}:${uuid}$`);
const place = /^[0-9a-f-]{36}:\d{1,9}\.\d{1,9}$/;

/** Which orders, and from where. */
export const streamQuery = z.strictObject({
  orders: z
    .string()
    .max(mostFollowed * 37)
    .transform((value) => value.split(','))
    .pipe(z.array(id).min(1).max(mostFollowed))
    .describe('comma-separated ids'),
  cursor: z
    .string()
    .max(mostFollowed * 64)
    .transform((value) => value.split(','))
    .pipe(z.array(z.string().regex(place)))
    .optional()
    .describe('the id of the last event: `orderId:version.index` for each order'),
});

/** Of staff: a tab that opens the stream is there by it, and says so again only while somebody else is. */
export const staffStreamQuery = streamQuery.extend({
  here: z
    .string()
    .max(mostFollowed * 74)
    .transform((value) => value.split(','))
    .pipe(z.array(z.string().regex(tabThere)))
    .transform((pairs) => pairs.map((pair) => ({ orderId: pair.slice(0, 36), tabId: pair.slice(37) })))
    .optional()
    .describe('who opens it has these open: `orderId:tabId`, as by `PUT …/presence`. Nothing when it is resumed'),
});

export const liveRoutes = {
  followOrders: {
    method: 'GET',
    path: '/api/v1/events',
    summary:
      'What happens to orders, as server-sent events: `change` and `presence`. The id of an event is the whole cursor; resumed by Last-Event-ID or `cursor`',
    audience: 'staff',
    permission: 'order:read',
    query: staffStreamQuery,
    status: 200,
    answerType: 'text/event-stream',
    answer: z.string(),
    problems: ['not_found', 'request.rate_limited'],
  },
  showPresence: {
    method: 'PUT',
    path: '/api/v1/orders/{id}/presence',
    summary: 'Say that this tab has the order open, and in which line; good for 15 seconds',
    audience: 'staff',
    permission: 'order:read',
    params: idParams,
    body: z.strictObject({ tabId: id, lineId: id.nullable().default(null) }),
    status: 200,
    answer: presenceMessage,
    problems: [],
  },
  endPresence: {
    method: 'DELETE',
    path: '/api/v1/orders/{id}/presence/{tabId}',
    summary: 'Say that this tab has left the order',
    audience: 'staff',
    permission: 'order:read',
    params: z.strictObject({ id, tabId: id }),
    status: 200,
    answer: done,
    problems: [],
  },
} as const satisfies RouteTable;
