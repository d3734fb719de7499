import { z } from 'zod';
import { idParams, page, pageQuery } from '../core/primitives.ts';
import type { RouteTable } from '../route.ts';
import { message, newMessage } from './schema.ts';

/** Staff's side of the thread; the customer's is with the estimate page. */
export const messageRoutes = {
  listMessages: {
    method: 'GET',
    path: '/api/v1/orders/{id}/messages',
    summary: 'What customer and staff wrote each other about an order, newest first',
    audience: 'staff',
    permission: 'order:read',
    params: idParams,
    query: z.strictObject(pageQuery),
    status: 200,
    answer: page(message),
    problems: [],
  },
  writeMessage: {
    method: 'POST',
    path: '/api/v1/orders/{id}/messages',
    summary: 'Write to the customer; they are told by mail, with a link to the page where they answer',
    audience: 'staff',
    permission: 'estimate:send',
    params: idParams,
    body: newMessage,
    status: 201,
    answer: message,
    problems: ['estimate.not_found', 'estimate.link_revoked'],
  },
} as const satisfies RouteTable;
