// What staff do with an estimate once the customer has it: record a yes that came otherwise, extend it, take the order back to
// what was accepted.
import { z } from 'zod';
import { day, id } from '../core/primitives.ts';
import { estimateRevision, order } from '../order/schema.ts';
import type { RouteTable } from '../route.ts';
import { estimateDecision, recordAcceptance } from './decision.ts';
import { choosing } from './routes.ts';

const revisionParams = z.strictObject({ id, revision: z.coerce.number().int().min(1) });

export const estimateStaffRoutes = {
  recordAcceptance: {
    method: 'POST',
    path: '/api/v1/orders/{id}/estimates/{revision}/acceptance',
    summary: 'Record an acceptance that came by phone, by mail or in person',
    audience: 'staff',
    permission: 'estimate:send',
    params: revisionParams,
    body: recordAcceptance,
    status: 200,
    answer: estimateDecision,
    problems: ['estimate.not_found', 'estimate.not_open', 'order.moved', ...choosing],
  },
  extendEstimate: {
    method: 'POST',
    path: '/api/v1/orders/{id}/estimates/{revision}/extend',
    summary: 'Let an open estimate be valid for longer, also one that has expired; its content stays as it was frozen',
    audience: 'staff',
    permission: 'estimate:send',
    params: revisionParams,
    body: z.strictObject({ validUntil: day }),
    status: 200,
    answer: estimateRevision,
    problems: ['estimate.not_found', 'estimate.not_open', 'estimate.valid_until_past'],
  },
  dropChanges: {
    method: 'POST',
    path: '/api/v1/orders/{id}/estimates/{revision}/drop-changes',
    summary: 'Drop what was changed since the acceptance: the order is what the customer accepted',
    audience: 'staff',
    permission: 'order:write',
    params: revisionParams,
    status: 200,
    answer: order,
    problems: ['estimate.not_found', 'estimate.not_open', 'order.not_editable'],
  },
} as const satisfies RouteTable;
