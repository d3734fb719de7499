import { z } from 'zod';
import type { RouteTable } from '../route.ts';
import { estimatePage } from './schema.ts';

const tokenParams = z.strictObject({
  token: z
    .string()
    .min(20)
    .max(200)
    .regex(/^[A-Za-z0-9_-]+$/),
});

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
} as const satisfies RouteTable;
