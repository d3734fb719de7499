import { z } from 'zod';
import { id, tokenParams } from '../core/primitives.ts';
import { file } from '../file/schema.ts';
import type { RouteTable } from '../route.ts';
import { revisionOfLink } from './routes.ts';

/** An estimate on paper: a PDF drawn once from what was frozen, and kept. */
export const documentRoutes = {
  drawDocument: {
    method: 'POST',
    path: '/api/v1/orders/{id}/estimates/{revision}/document',
    summary: 'The PDF of a revision, drawn the first time and the same bytes ever after. From now on the revision is out and never changes',
    audience: 'staff',
    permission: 'estimate:send',
    params: z.strictObject({ id, revision: z.coerce.number().int().min(1) }),
    status: 200,
    answer: file,
    problems: ['request.in_flight'],
  },
  readDocument: {
    method: 'GET',
    path: '/api/estimates/v1/{token}/document',
    summary: 'The PDF of the newest revision, as the customer gets it; with a number, of that one, if it was out',
    audience: 'link',
    permission: null,
    params: tokenParams,
    query: z.strictObject({ revision: z.coerce.number().int().min(1).optional() }),
    status: 200,
    answerType: '*/*',
    answer: z.instanceof(Blob),
    problems: ['estimate.gone'],
  },
  readCertificate: {
    method: 'GET',
    path: '/api/v1/orders/{id}/estimates/{revision}/certificate',
    summary: 'The PDF of an accepted revision, as it was accepted, with a certificate page of who said yes, when, whence and to what',
    audience: 'staff',
    permission: 'order:read',
    params: z.strictObject({ id, revision: z.coerce.number().int().min(1) }),
    status: 200,
    answerType: '*/*',
    answer: z.instanceof(Blob),
    problems: ['estimate.not_accepted'],
  },
  readOwnCertificate: {
    method: 'GET',
    path: '/api/estimates/v1/{token}/revisions/{revision}/certificate',
    summary: 'The same for the customer, of any revision that they accepted',
    audience: 'link',
    permission: null,
    params: revisionOfLink,
    status: 200,
    answerType: '*/*',
    answer: z.instanceof(Blob),
    problems: ['estimate.gone', 'estimate.not_accepted'],
  },
} as const satisfies RouteTable;
