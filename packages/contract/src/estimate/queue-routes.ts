// The work queue and what a chart shows of how estimates go.
import { estimateQueues, queueActions } from '@backdesk/domain/estimate/queues.ts';
import { z } from 'zod';
import { money } from '../core/primitives.ts';
import type { RouteTable } from '../route.ts';

export const estimateQueue = z
  .enum(estimateQueues)
  .describe(
    'estimates that wait for staff: changes asked, accepted and not ordered, not sent, sent and not viewed, viewed without an answer, expiring (within 3 days, or expired in the last 30), drifted (today’s prices give another total than was promised)',
  );

const values = z.array(money).describe('what they are worth, by currency');

export const queueRoutes = {
  readQueue: {
    method: 'GET',
    path: '/api/v1/order-queue',
    summary: 'The work queue: estimates that wait for staff, with value and next action; an empty queue is left out',
    audience: 'staff',
    permission: 'order:read',
    status: 200,
    answer: z.strictObject({
      items: z.array(z.strictObject({ queue: estimateQueue, count: z.int(), values, nextAction: z.enum(queueActions) })),
    }),
    problems: [],
  },
  reportEstimates: {
    method: 'GET',
    path: '/api/v1/estimate-report',
    summary: 'Estimates that may still become orders, by how far they came, and won and lost ones by month',
    audience: 'staff',
    permission: 'order:read',
    status: 200,
    answer: z.strictObject({
      pipeline: z.array(z.strictObject({ state: z.enum(['unsent', 'sent', 'viewed', 'changes_requested', 'accepted']), count: z.int(), values })),
      months: z
        .array(
          z.strictObject({
            month: z.string().describe('YYYY-MM'),
            won: z.int().describe('accepted, or ordered without an answer'),
            lost: z.int().describe('declined, or expired without an answer'),
          }),
        )
        .describe('twelve of the account’s months, the oldest first'),
    }),
    problems: [],
  },
} as const satisfies RouteTable;

export type QueueItem = z.infer<typeof queueRoutes.readQueue.answer>['items'][number];
export type EstimateReport = z.infer<typeof queueRoutes.reportEstimates.answer>;
