import { z } from 'zod';
import { done, email, id, idParams, text, time } from '../core/primitives.ts';
import type { RouteTable } from '../route.ts';

/** A link to a saved cart. */
export const cartLink = z
  .strictObject({
    id,
    url: z.string().describe('the page of the shared cart'),
    createdAt: time,
    createdBy: z.string(),
    expiresAt: time,
    revokedAt: time.nullable(),
    mailedTo: z.string().nullable().describe('null: it was not mailed'),
  })
  .meta({ id: 'CartLink' });

export const shareCart = z.strictObject({
  days: z.int().min(1).max(365).default(30).describe('how long it works'),
  email: email.optional().describe('mail it there; left out: it is only made'),
  message: text(2000).default('').describe('what stands in the mail besides'),
});

const staff = { audience: 'staff', permission: 'order:write', answersSecret: true } as const;

export const cartLinkRoutes = {
  shareCart: {
    ...staff,
    method: 'POST',
    path: '/api/v1/orders/{id}/cart-links',
    summary: 'Share a saved cart by a link, mailed or not. Whoever opens it may look, and take its products into their cart',
    params: idParams,
    body: shareCart,
    status: 201,
    answer: cartLink,
    problems: ['cart_link.not_saved'],
  },
  listCartLinks: {
    ...staff,
    method: 'GET',
    path: '/api/v1/orders/{id}/cart-links',
    summary: 'The links of a saved cart, the newest first',
    params: idParams,
    status: 200,
    answer: z.strictObject({ items: z.array(cartLink) }),
    problems: [],
  },
  revokeCartLink: {
    audience: 'staff',
    permission: 'order:write',
    method: 'DELETE',
    path: '/api/v1/cart-links/{id}',
    summary: 'Revoke a link to a saved cart; it opens nothing from then on',
    params: idParams,
    status: 200,
    answer: done,
    problems: [],
  },
} as const satisfies RouteTable;

export type CartLink = z.infer<typeof cartLink>;
