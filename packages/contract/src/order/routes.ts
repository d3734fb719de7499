import { z } from 'zod';
import { basedOn, done, id, idParams, page, pageQuery, searchQuery, version } from '../core/primitives.ts';
import type { RouteTable } from '../route.ts';
import {
  addLines,
  changeLine,
  changeOrder,
  createOrder,
  issueEstimate,
  saveAsCart,
  sendEstimate,
  setBilling,
  setDiscounts,
  setPayment,
  setShipping,
  setShippingMethod,
  submitOrder,
  undo,
} from './requests.ts';
import { estimateRevision, historyEntry, order, orderChange, orderLine, orderRow, shippingRateOffer, stage } from './schema.ts';

const lineParams = z.strictObject({ id, lineId: id });
const revisionParams = z.strictObject({ id, revision: z.coerce.number().int().min(1) });
const deleteLineQuery = z.strictObject({
  basedOn: z.coerce
    .number()
    .pipe(version)
    .optional()
    .describe(basedOn.description ?? ''),
});

const stagesQuery = z
  .string()
  .max(200)
  .transform((value) => value.split(','))
  .pipe(z.array(stage))
  .optional()
  .describe('comma-separated: draft,estimate');

const listQuery = z.strictObject({
  stage: stagesQuery,
  q: searchQuery,
  customerId: id.optional(),
  sort: z
    .enum(['updated', '-updated', 'number', '-number', 'customer', '-customer', 'total', '-total', 'submitted', '-submitted', 'validUntil', '-validUntil'])
    .default('-updated'),
  ...pageQuery,
});

const write = { audience: 'staff', permission: 'order:write', params: idParams, status: 200, answer: orderChange } as const;
const editing = ['order.not_editable', 'order.conflict'] as const;
const outOfRange = [
  'line.over_maximum',
  'line.not_in_increment',
  'line.below_minimum',
  'line.quantity_out_of_range',
  'line.override_out_of_range',
  'discount.exceeds_base',
] as const;

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
    problems: ['order.customer_missing', 'line.product_unavailable', ...outOfRange],
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

  addLines: {
    ...write,
    method: 'POST',
    path: '/api/v1/orders/{id}/lines',
    summary: 'Add one line or up to 1,000',
    body: addLines,
    problems: [...editing, 'line.product_unavailable', ...outOfRange],
  },
  listLines: {
    method: 'GET',
    path: '/api/v1/orders/{id}/lines',
    summary: 'Lines in keyset pages',
    audience: 'staff',
    permission: 'order:read',
    params: idParams,
    query: z.strictObject(pageQuery),
    status: 200,
    answer: page(orderLine),
    problems: [],
  },
  changeLine: {
    ...write,
    params: lineParams,
    method: 'PATCH',
    path: '/api/v1/orders/{id}/lines/{lineId}',
    summary: 'Change quantity, price, discount, notes or position of a line',
    body: changeLine,
    problems: [...editing, 'line.not_found', 'line.discount_out_of_range', ...outOfRange],
  },
  removeLine: {
    ...write,
    params: lineParams,
    query: deleteLineQuery,
    method: 'DELETE',
    path: '/api/v1/orders/{id}/lines/{lineId}',
    summary: 'Remove a line',
    problems: [...editing, 'line.not_found'],
  },

  setShipping: {
    ...write,
    method: 'PUT',
    path: '/api/v1/orders/{id}/shipping',
    summary: 'Set the shipping address, or split into shipments',
    body: setShipping,
    problems: [...editing, 'line.not_found', 'line.quantity_out_of_range', 'shipping.country_not_served'],
  },
  listShippingRates: {
    method: 'GET',
    path: '/api/v1/orders/{id}/shipping-rates',
    summary: 'Rates that serve this order’s shipments now',
    audience: 'staff',
    permission: 'order:read',
    params: idParams,
    status: 200,
    answer: z.strictObject({ items: z.array(shippingRateOffer) }),
    problems: ['shipping.address_missing'],
  },
  setShippingMethod: {
    ...write,
    method: 'PUT',
    path: '/api/v1/orders/{id}/shipping-method',
    summary: 'Choose the shipping method at today’s price',
    body: setShippingMethod,
    problems: [...editing, 'shipping.address_missing', 'shipping.method_not_serving'],
  },
  setBilling: { ...write, method: 'PUT', path: '/api/v1/orders/{id}/billing', summary: 'Set the billing address', body: setBilling, problems: editing },
  setPayment: {
    ...write,
    method: 'PUT',
    path: '/api/v1/orders/{id}/payment',
    summary: 'Choose how the customer pays',
    body: setPayment,
    problems: [...editing, 'payment.not_allowed'],
  },
  setDiscounts: {
    ...write,
    method: 'PUT',
    path: '/api/v1/orders/{id}/discounts',
    summary: 'Replace the discounts given by hand',
    body: setDiscounts,
    problems: [...editing, 'discount.out_of_range', 'discount.exceeds_base'],
  },

  issueEstimate: {
    method: 'POST',
    path: '/api/v1/orders/{id}/estimates',
    summary: 'Convert to an estimate: freeze a revision, and mail it when an address is given',
    audience: 'staff',
    permission: 'estimate:send',
    params: idParams,
    body: issueEstimate,
    status: 201,
    answer: estimateRevision,
    problems: ['order.no_such_transition', 'order.customer_missing', 'order.moved', 'line.no_price', 'estimate.no_lines', 'estimate.valid_until_past'],
  },
  sendEstimate: {
    method: 'POST',
    path: '/api/v1/orders/{id}/estimates/{revision}/send',
    summary: 'Mail an issued estimate',
    audience: 'staff',
    permission: 'estimate:send',
    params: revisionParams,
    body: sendEstimate,
    status: 200,
    answer: estimateRevision,
    problems: ['estimate.not_found', 'estimate.not_open'],
  },
  withdrawEstimate: {
    method: 'POST',
    path: '/api/v1/orders/{id}/estimates/{revision}/withdraw',
    summary: 'Withdraw the open estimate; the order is a draft again',
    audience: 'staff',
    permission: 'estimate:send',
    params: revisionParams,
    status: 200,
    answer: order,
    problems: ['estimate.not_found', 'estimate.not_open', 'order.no_such_transition'],
  },
  copyEstimateLink: {
    method: 'POST',
    path: '/api/v1/orders/{id}/estimates/{revision}/link',
    summary: 'The link to the estimate page, to paste elsewhere; releases the revision',
    audience: 'staff',
    permission: 'estimate:send',
    params: revisionParams,
    answersSecret: true,
    status: 200,
    answer: z.strictObject({ url: z.string() }),
    problems: ['estimate.not_found'],
  },

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
    problems: ['order.no_such_transition', 'order.not_submittable', 'order.moved'],
  },
  undoChange: {
    ...write,
    method: 'POST',
    path: '/api/v1/orders/{id}/undo',
    summary: 'Undo one change named in the history',
    body: undo,
    problems: [...editing, 'not_found', 'conflict', 'line.not_found', ...outOfRange],
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
