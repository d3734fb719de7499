// An order becomes an estimate: issued, previewed, sent, taken back.
import { z } from 'zod';
import { id, idParams } from '../core/primitives.ts';
import type { RouteTable } from '../route.ts';
import { estimateRevision, mailPreview } from './estimate-revision.ts';
import { order } from './order.ts';
import { issueEstimate, previewRevision, sendEstimate } from './requests.ts';

const revisionParams = z.strictObject({ id, revision: z.coerce.number().int().min(1) });

/** What issuing is refused with. */
const issuing = [
  'order.no_such_transition',
  'order.customer_missing',
  'order.moved',
  'order.negative_total',
  'line.no_price',
  'line.below_minimum',
  'line.over_maximum',
  'line.not_in_increment',
  'line.quantity_out_of_range',
  'line.configuration_unknown',
  'line.configuration_too_long',
  'line.configuration_invalid',
  'discount.exceeds_base',
  'estimate.no_lines',
  'estimate.valid_until_past',
] as const;

export const issueRoutes = {
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
    problems: issuing,
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
  previewEstimate: {
    method: 'POST',
    path: '/api/v1/orders/{id}/estimates/preview',
    summary: 'The mail that converting would send; nothing is written and nothing is sent',
    audience: 'staff',
    permission: 'estimate:send',
    params: idParams,
    body: issueEstimate,
    status: 200,
    answer: mailPreview,
    problems: issuing,
  },
  previewIssuedEstimate: {
    method: 'POST',
    path: '/api/v1/orders/{id}/estimates/{revision}/preview',
    summary: 'The mail that sending an issued estimate would send; nothing is written and nothing is sent',
    audience: 'staff',
    permission: 'estimate:send',
    params: revisionParams,
    body: previewRevision,
    status: 200,
    answer: mailPreview,
    problems: ['estimate.not_found', 'estimate.not_open'],
  },
  undoSending: {
    method: 'POST',
    path: '/api/v1/orders/{id}/estimates/{revision}/undo-send',
    summary: 'Take back an estimate that was sent with holdSeconds and has not left yet; it stays issued',
    audience: 'staff',
    permission: 'estimate:send',
    params: revisionParams,
    status: 200,
    answer: estimateRevision,
    problems: ['estimate.not_found', 'estimate.already_sent'],
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
} as const satisfies RouteTable;
