// An order as a whole: found, made, changed, undone, deleted and brought back, and what is known about it.
import { z } from 'zod';
import { done, id, idParams, page, pageQuery, searchQuery } from '../core/primitives.ts';
import { estimateQueue } from '../estimate/queue-routes.ts';
import type { RouteTable } from '../route.ts';
import { historyEntry } from './history.ts';
import { orderMargin } from './margin.ts';
import { order, stage } from './order.ts';
import { orderRow } from './order-row.ts';
import { changeOrder, createOrder, undo } from './requests.ts';
import { orderStock } from './stock.ts';
import { editing, misconfigured, outOfRange, write } from './written.ts';

const stagesQuery = z
  .string()
  .max(200)
  .transform((value) => value.split(','))
  .pipe(z.array(stage))
  .optional()
  .describe('comma-separated: draft,estimate');

const fulfilmentQuery = z
  .string()
  .max(200)
  .transform((value) => value.split(','))
  .pipe(z.array(z.enum(['unshipped', 'part_shipped', 'shipped'])))
  .optional()
  .describe('comma-separated: unshipped,part_shipped. Orders that were never submitted are unshipped');

const listQuery = z.strictObject({
  stage: stagesQuery,
  q: searchQuery,
  customerId: id.optional(),
  companyId: id.optional(),
  numbered: z.enum(['true']).optional().describe('only what has a number: a cart has one while it is a saved cart that its customer activated'),
  queue: estimateQueue.optional(),
  fulfilment: fulfilmentQuery,
  sort: z
    .enum(['updated', '-updated', 'number', '-number', 'customer', '-customer', 'total', '-total', 'submitted', '-submitted', 'validUntil', '-validUntil'])
    .default('-updated'),
  ...pageQuery,
});

export const orderRoutes = {
  listOrders: {
    method: 'GET',
    path: '/api/v1/orders',
    summary: 'Orders by stage, searched and sorted, in keyset pages',
    audience: 'staff',
    permission: 'order:read',
    query: listQuery,
    status: 200,
    answer: page(orderRow),
    problems: [],
  },
  countOrders: {
    method: 'GET',
    path: '/api/v1/order-counts',
    summary: 'How many orders are in each stage',
    audience: 'staff',
    permission: 'order:read',
    status: 200,
    answer: z.strictObject({ stages: z.record(stage, z.int()) }),
    problems: [],
  },
  createOrder: {
    method: 'POST',
    path: '/api/v1/orders',
    summary: 'Start a draft for a customer',
    audience: 'staff',
    permission: 'order:write',
    body: createOrder,
    status: 201,
    answer: order,
    problems: ['order.customer_missing', 'line.product_unavailable', ...misconfigured, ...outOfRange],
  },
  getOrder: {
    method: 'GET',
    path: '/api/v1/orders/{id}',
    summary: 'One order with all its lines',
    audience: 'staff',
    permission: 'order:read',
    params: idParams,
    status: 200,
    answer: order,
    problems: [],
  },
  changeOrder: {
    ...write,
    method: 'PATCH',
    path: '/api/v1/orders/{id}',
    summary: 'Change name, customer, owner, PO number, due date or notes',
    body: changeOrder,
    problems: editing,
  },
  undoChange: {
    ...write,
    method: 'POST',
    path: '/api/v1/orders/{id}/undo',
    summary: 'Undo one change named in the history, or all that one command did',
    body: undo,
    problems: [...editing, 'not_found', 'conflict', 'line.not_found', 'line.charge_stays', 'line.part_stays', ...outOfRange],
  },
  deleteOrder: {
    method: 'DELETE',
    path: '/api/v1/orders/{id}',
    summary: 'Delete an order; it can be restored for 30 days',
    audience: 'staff',
    permission: 'order:delete',
    params: idParams,
    status: 200,
    answer: done,
    problems: [...editing, 'order.customer_missing'],
  },
  restoreOrder: {
    method: 'POST',
    path: '/api/v1/orders/{id}/restore',
    summary: 'Bring a deleted order back',
    audience: 'staff',
    permission: 'order:delete',
    params: idParams,
    status: 200,
    answer: order,
    problems: [],
  },
  listOrderStock: {
    method: 'GET',
    path: '/api/v1/orders/{id}/stock',
    summary: 'The stock behind the lines as of now, a row for each variant that is counted',
    audience: 'staff',
    permission: 'order:read',
    params: idParams,
    status: 200,
    answer: z.strictObject({ items: z.array(orderStock) }),
    problems: [],
  },
  getOrderMargin: {
    method: 'GET',
    path: '/api/v1/orders/{id}/margin',
    summary: 'What is earned by an order and each line whose cost is known. In no other answer',
    audience: 'staff',
    permission: 'cost:read',
    params: idParams,
    status: 200,
    answer: orderMargin,
    problems: [],
  },
  getHistory: {
    method: 'GET',
    path: '/api/v1/orders/{id}/history',
    summary: 'What happened, newest first, in plain words',
    audience: 'staff',
    permission: 'order:read',
    params: idParams,
    query: z.strictObject(pageQuery),
    status: 200,
    answer: page(historyEntry),
    problems: [],
  },
} as const satisfies RouteTable;
