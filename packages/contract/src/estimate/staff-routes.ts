// What staff do with an estimate once the customer has it: read what was frozen, compare revisions, record a yes that came
// otherwise, extend it, take the order back to what was accepted.
import { z } from 'zod';
import { day, id } from '../core/primitives.ts';
import { estimateRevision } from '../order/estimate-revision.ts';
import { order } from '../order/order.ts';
import type { RouteTable } from '../route.ts';
import { estimateComparison } from './comparison.ts';
import { estimateDecision, recordAcceptance } from './decision.ts';
import { choosing } from './routes.ts';
import { estimateContent } from './schema.ts';

const revisionParams = z.strictObject({ id, revision: z.coerce.number().int().min(1) });

export const estimateStaffRoutes = {
  readRevision: {
    method: 'GET',
    path: '/api/v1/orders/{id}/estimates/{revision}',
    summary: 'A revision as it was frozen, whatever became of it, with what was decided about it',
    audience: 'staff',
    permission: 'order:read',
    params: revisionParams,
    status: 200,
    answer: estimateContent,
    problems: [],
  },
  compareRevisions: {
    method: 'GET',
    path: '/api/v1/orders/{id}/estimates/{revision}/changes',
    summary: 'What became different in this revision since another one',
    audience: 'staff',
    permission: 'order:read',
    params: revisionParams,
    query: z.strictObject({
      since: z.coerce.number().int().min(1).optional().describe('the other revision; without it: the one before, of the first one nothing'),
    }),
    status: 200,
    answer: estimateComparison,
    problems: [],
  },
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
    problems: ['estimate.not_found', 'estimate.not_open', 'order.moved', 'estimate.not_deliverable', ...choosing],
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
