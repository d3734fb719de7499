// The links by which an estimate is read and answered: one for each person it went to, one that was copied, one on its PDF.
import { z } from 'zod';
import { done, id, idParams, time } from '../core/primitives.ts';
import type { RouteTable } from '../route.ts';

export const estimateLink = z
  .strictObject({
    id,
    kind: z.enum(['person', 'copied', 'document']).describe('made for one person, to be pasted elsewhere, or printed on the PDF'),
    recipient: z.string().describe('the address of a person; else empty'),
    createdAt: time,
    revokedAt: time.nullable().describe('null: it opens the estimate. A new one for the same use has another address'),
    revokedBy: z.string().nullable(),
    endedCount: z.int().describe('how many addresses of it were revoked so far'),
    lastViewedAt: time.nullable(),
    lastViewedRevision: z.int().nullable(),
    viewCount: z.int(),
  })
  .meta({ id: 'EstimateLink' });

export const estimateLinkRoutes = {
  listEstimateLinks: {
    method: 'GET',
    path: '/api/v1/orders/{id}/estimate-links',
    summary: 'The links that open the estimates of an order, in the order in which they were made',
    audience: 'staff',
    permission: 'order:read',
    params: idParams,
    status: 200,
    answer: z.strictObject({ items: z.array(estimateLink) }),
    problems: [],
  },
  revokeEstimateLink: {
    method: 'DELETE',
    path: '/api/v1/estimate-links/{id}',
    summary: 'Revoke a link: its address opens and decides nothing from then on. Sending, or copying the link, again makes a new address',
    audience: 'staff',
    permission: 'estimate:send',
    params: idParams,
    status: 200,
    answer: done,
    problems: [],
  },
} as const satisfies RouteTable;

export type EstimateLink = z.infer<typeof estimateLink>;
