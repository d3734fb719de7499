import { z } from 'zod';
import { id, idParams } from '../core/primitives.ts';
import type { RouteTable } from '../route.ts';
import { cancelOrder, changeTracking, decideApproval, shipOrder, voidFulfilment } from './after-submission.ts';
import { order } from './order.ts';

const fulfilmentParams = z.strictObject({ id, fulfilmentId: id });
const deciding = { audience: 'staff', permission: 'order:approve', status: 200, answer: order, problems: ['order.no_such_transition'] } as const;
const shipping = { audience: 'staff', permission: 'order:ship', status: 200, answer: order } as const;

/** What becomes of an order after it was handed in. */
export const afterSubmissionRoutes = {
  approveOrder: {
    ...deciding,
    method: 'POST',
    path: '/api/v1/orders/{id}/approve',
    summary: 'Approve an order that waits: it is submitted, the customer is told',
    params: idParams,
    body: decideApproval,
  },
  declineOrder: {
    ...deciding,
    method: 'POST',
    path: '/api/v1/orders/{id}/decline',
    summary: 'Decline an order that waits for approval: stock and uses of discounts are given back, the customer is told',
    params: idParams,
    body: decideApproval,
  },
  reopenOrder: {
    method: 'POST',
    path: '/api/v1/orders/{id}/reopen',
    summary: 'Make a draft again of an order that was declined, under its number',
    audience: 'staff',
    permission: 'order:write',
    params: idParams,
    status: 200,
    answer: order,
    problems: ['order.no_such_transition'],
  },
  cancelOrder: {
    method: 'POST',
    path: '/api/v1/orders/{id}/cancel',
    summary: 'Cancel a submitted order of which nothing has shipped: stock and uses of discounts are given back, the customer is told',
    audience: 'staff',
    permission: 'order:cancel',
    params: idParams,
    body: cancelOrder,
    status: 200,
    answer: order,
    problems: ['order.no_such_transition', 'order.has_shipped'],
  },
  shipOrder: {
    ...shipping,
    method: 'POST',
    path: '/api/v1/orders/{id}/ship',
    summary: 'Say what went out of a shipment (all that is open, or some pieces), or is ready at the pickup place; the customer is told',
    params: idParams,
    body: shipOrder,
    problems: ['order.not_shippable', 'order.nothing_to_ship', 'order.over_shipped'],
  },
  changeTracking: {
    ...shipping,
    method: 'PATCH',
    path: '/api/v1/orders/{id}/fulfilments/{fulfilmentId}',
    summary: 'Carrier and tracking of what went out, or that a pickup was fetched; nobody is mailed',
    params: fulfilmentParams,
    body: changeTracking,
    problems: ['fulfilment.not_found'],
  },
  voidFulfilment: {
    ...shipping,
    method: 'POST',
    path: '/api/v1/orders/{id}/fulfilments/{fulfilmentId}/void',
    summary: 'Take back what was said to have gone out: it is open again, and on hand',
    params: fulfilmentParams,
    body: voidFulfilment,
    problems: ['fulfilment.not_found', 'order.not_shippable'],
  },
} as const satisfies RouteTable;
