// A saved cart that somebody shared: opening it changes nothing; its products may be taken into the cart of who opened it.
import { z } from 'zod';
import { id, time, tokenParams } from '../core/primitives.ts';
import type { RouteTable } from '../route.ts';
import { copied, siteOrder } from './schema.ts';

export const sharedCart = z
  .strictObject({
    cart: siteOrder.describe('its lines and totals; nobody’s address, contact or payment'),
    expiresAt: time,
    isOwn: z.boolean().describe('it is a saved cart of who is signed in, who finds it under Saved Carts too'),
  })
  .meta({ id: 'SharedCart' });

export const takenCart = copied.extend({ replaced: z.strictObject({ id, name: z.string() }).nullable().describe('where the cart before is kept') });

const withCart = { audience: 'site', part: 'cart', permission: null, status: 200, params: tokenParams } as const;
const problems = ['cart_link.gone', 'request.rate_limited'] as const;

export const sharedCartRoutes = {
  openSharedCart: {
    ...withCart,
    method: 'GET',
    path: '/api/site/v1/shared-carts/{token}',
    summary: 'Look at a shared cart; nothing is changed by it',
    answer: sharedCart,
    problems,
  },
  copySharedCart: {
    ...withCart,
    method: 'POST',
    path: '/api/site/v1/shared-carts/{token}/copy',
    summary: 'Add its products to the cart at today’s prices; says what stays behind',
    answer: copied,
    problems: [...problems, 'order.customer_inactive', 'line.over_maximum', 'line.not_in_increment', 'line.below_minimum'],
  },
  replaceBySharedCart: {
    ...withCart,
    method: 'POST',
    path: '/api/site/v1/shared-carts/{token}/replace',
    summary: 'Put it in the place of the cart. A customer’s cart is kept as a saved cart; whose saved cart it is gets it with its agreed prices',
    answer: takenCart,
    problems: [...problems, 'order.customer_inactive', 'line.over_maximum', 'line.not_in_increment', 'line.below_minimum'],
  },
} as const satisfies RouteTable;

export type SharedCart = z.infer<typeof sharedCart>;
