// What is entered into an order: its lines, where it goes and how, who pays and how, what is taken off.
import { z } from 'zod';
import { basedOnQuery, id, idParams, page, pageQuery } from '../core/primitives.ts';
import type { RouteTable } from '../route.ts';
import { shippingRateOffer } from './checkout.ts';
import { orderLine } from './lines.ts';
import { addLines, changeLine, fillCheckout, setBilling, setDiscounts, setPayment, setShipping, setShippingMethod } from './requests.ts';
import { editing, misconfigured, outOfRange, write } from './written.ts';

const lineParams = z.strictObject({ id, lineId: id });

export const entryRoutes = {
  addLines: {
    ...write,
    method: 'POST',
    path: '/api/v1/orders/{id}/lines',
    summary: 'Add one line or up to 1,000',
    body: addLines,
    problems: [...editing, 'line.product_unavailable', 'line.below_floor', ...misconfigured, ...outOfRange],
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
    problems: [...editing, 'line.not_found', 'line.product_unavailable', 'line.discount_out_of_range', 'line.below_floor', ...misconfigured, ...outOfRange],
  },
  removeLine: {
    ...write,
    params: lineParams,
    query: basedOnQuery,
    method: 'DELETE',
    path: '/api/v1/orders/{id}/lines/{lineId}',
    summary: 'Remove a line',
    problems: [...editing, 'line.not_found', 'line.charge_stays', 'line.part_stays', 'line.below_floor'],
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
  fillCheckout: {
    ...write,
    method: 'POST',
    path: '/api/v1/orders/{id}/checkout/usual',
    summary: 'Fill in what is usual for the customer and still empty in checkout',
    body: fillCheckout,
    problems: editing,
  },
  setDiscounts: {
    ...write,
    method: 'PUT',
    path: '/api/v1/orders/{id}/discounts',
    summary: 'Replace the discounts given by hand, or the codes',
    body: setDiscounts,
    problems: [...editing, 'discount.out_of_range', 'discount.exceeds_base', 'discount.not_valid', 'line.below_floor'],
  },
} as const satisfies RouteTable;
