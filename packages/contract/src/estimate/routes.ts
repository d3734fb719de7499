import { z } from 'zod';
import { done } from '../core/primitives.ts';
import { fileFacts, uploadQuery } from '../file/schema.ts';
import { message, newMessage } from '../message/schema.ts';
import type { RouteTable } from '../route.ts';
import { acceptEstimate, declineEstimate, estimateDecision, requestChanges } from './decision.ts';
import { estimateContent, estimatePage } from './schema.ts';

const tokenParams = z.strictObject({
  token: z
    .string()
    .min(20)
    .max(200)
    .regex(/^[A-Za-z0-9_-]+$/),
});

/** A revision by a link. */
export const revisionOfLink = tokenParams.extend({ revision: z.coerce.number().int().min(1) });

const deciding = ['estimate.gone', 'estimate.not_open', 'request.rate_limited'] as const;

/** What choices are refused with. */
export const choosing = [
  'estimate.choice_not_offered',
  'estimate.quantity_out_of_bounds',
  'estimate.no_lines',
  'line.choice_open',
  'line.below_minimum',
  'line.over_maximum',
  'line.not_in_increment',
  'discount.exceeds_base',
  'order.negative_total',
  'estimate.needs_reissue',
] as const;

export const estimateRoutes = {
  getEstimatePage: {
    method: 'GET',
    path: '/api/estimates/v1/{token}',
    summary: 'The newest revision as the customer sees it; reading decides nothing',
    audience: 'link',
    permission: null,
    params: tokenParams,
    status: 200,
    answer: estimatePage,
    problems: ['estimate.gone'],
  },
  readEarlierRevision: {
    method: 'GET',
    path: '/api/estimates/v1/{token}/revisions/{revision}',
    summary: 'A revision of before, as it was; nothing of it can be decided any more',
    audience: 'link',
    permission: null,
    params: revisionOfLink,
    status: 200,
    answer: estimateContent,
    problems: ['estimate.gone'],
  },
  noteEstimateRead: {
    method: 'POST',
    path: '/api/estimates/v1/{token}/read',
    summary: 'Say that a person had the end of the lines of this revision on the screen: part of what happened before an answer; it decides nothing',
    audience: 'link',
    permission: null,
    params: tokenParams,
    body: z.strictObject({ sha256: acceptEstimate.shape.sha256 }),
    status: 200,
    answer: done,
    problems: ['estimate.gone', 'request.rate_limited'],
  },
  sendPurchaseOrder: {
    method: 'POST',
    path: '/api/estimates/v1/{token}/files',
    summary: 'Send a purchase order (PDF or picture, at most 10 MB) to be named in the acceptance within a day; while the estimate can be accepted',
    audience: 'link',
    permission: null,
    params: tokenParams,
    query: uploadQuery,
    body: z.string(),
    bodyType: 'application/octet-stream',
    status: 201,
    answer: fileFacts,
    problems: [...deciding, 'file.empty', 'file.not_taken', 'file.lies', 'file.broken', 'file.locked', 'file.too_many_pixels', 'file.has_script'],
  },
  acceptEstimate: {
    method: 'POST',
    path: '/api/estimates/v1/{token}/accept',
    summary: 'Accept the revision with this hash, with these choices, at this total',
    audience: 'link',
    permission: null,
    params: tokenParams,
    body: acceptEstimate,
    status: 200,
    answer: estimateDecision,
    problems: [...deciding, 'order.moved', 'estimate.not_deliverable', ...choosing],
  },
  declineEstimate: {
    method: 'POST',
    path: '/api/estimates/v1/{token}/decline',
    summary: 'Decline the revision with this hash',
    audience: 'link',
    permission: null,
    params: tokenParams,
    body: declineEstimate,
    status: 200,
    answer: estimateDecision,
    problems: deciding,
  },
  requestEstimateChanges: {
    method: 'POST',
    path: '/api/estimates/v1/{token}/request-changes',
    summary: 'Ask for changes, of a line or the whole; it can still be accepted as it is',
    audience: 'link',
    permission: null,
    params: tokenParams,
    body: requestChanges,
    status: 200,
    answer: estimateDecision,
    problems: [...deciding, 'line.not_found'],
  },
  listEstimateMessages: {
    method: 'GET',
    path: '/api/estimates/v1/{token}/messages',
    summary: 'What customer and shop wrote each other, newest first, the last hundred',
    audience: 'link',
    permission: null,
    params: tokenParams,
    status: 200,
    answer: z.strictObject({ items: z.array(message) }),
    problems: ['estimate.gone'],
  },
  writeEstimateMessage: {
    method: 'POST',
    path: '/api/estimates/v1/{token}/messages',
    summary: 'Write to the shop; whoever looks after the order is told by mail',
    audience: 'link',
    permission: null,
    params: tokenParams,
    body: newMessage,
    status: 201,
    answer: message,
    problems: ['estimate.gone', 'request.rate_limited'],
  },
} as const satisfies RouteTable;
