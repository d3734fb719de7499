// What becomes of an order: a saved cart, a draft again, another draft like it, a submitted order.
import { z } from 'zod';
import { idParams } from '../core/primitives.ts';
import type { RouteTable } from '../route.ts';
import { order } from './order.ts';
import { repeatedChange } from './repeat.ts';
import { repeatOrder, saveAsCart, submitOrder } from './requests.ts';

export const orderVerbRoutes = {
  saveAsCart: {
    method: 'POST',
    path: '/api/v1/orders/{id}/save-cart',
    summary: 'Save as a cart the customer sees under Saved Carts',
    audience: 'staff',
    permission: 'order:write',
    params: idParams,
    body: saveAsCart,
    status: 200,
    answer: order,
    problems: ['order.no_such_transition'],
  },
  takeBack: {
    method: 'POST',
    path: '/api/v1/orders/{id}/take-back',
    summary: 'Take a saved cart back as a draft',
    audience: 'staff',
    permission: 'order:write',
    params: idParams,
    status: 200,
    answer: order,
    problems: ['order.no_such_transition'],
  },
  duplicateOrder: {
    method: 'POST',
    path: '/api/v1/orders/{id}/duplicate',
    summary: 'Start a new draft from an order, or from some of its lines; says what changed since',
    audience: 'staff',
    permission: 'order:write',
    params: idParams,
    body: repeatOrder,
    status: 201,
    answer: z.strictObject({ order, changes: z.array(repeatedChange) }),
    problems: ['line.below_floor', 'order.customer_missing', 'line.not_found', 'line.quantity_out_of_range'],
  },
  previewDuplicate: {
    method: 'POST',
    path: '/api/v1/orders/{id}/duplicate/preview',
    summary: 'What changed since for each line that would be repeated; nothing is written',
    audience: 'staff',
    permission: 'order:write',
    params: idParams,
    body: repeatOrder,
    status: 200,
    answer: z.strictObject({ changes: z.array(repeatedChange) }),
    problems: ['line.not_found'],
  },
  submitOrder: {
    method: 'POST',
    path: '/api/v1/orders/{id}/submit',
    summary: 'Submit the order; all reasons against it come at once',
    audience: 'staff',
    permission: 'order:submit',
    params: idParams,
    body: submitOrder,
    status: 200,
    answer: order,
    problems: ['order.no_such_transition', 'order.not_submittable', 'order.moved', 'order.differs_from_accepted', 'estimate.drifted'],
  },
} as const satisfies RouteTable;
