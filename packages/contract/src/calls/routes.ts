// Several calls in one request: whoever has more to say at once waits for one answer. Nothing else about a call changes by it.
import { z } from 'zod';
import { idempotencyKey } from '../core/primitives.ts';
import type { RouteTable } from '../route.ts';

export const callsPath = '/api/v1/calls';

/** Calls that one request holds at most. */
export const mostCalls = 20;

const call = z
  .strictObject({
    method: z.enum(['GET', 'POST', 'PATCH', 'PUT', 'DELETE']),
    path: z.string().min(1).max(8_000).startsWith('/api/v1/').describe('with its query; of a route that takes and answers JSON'),
    key: idempotencyKey.optional().describe('the `Idempotency-Key` of this call: the answer of one that was done already is given again'),
    body: z.json().optional().describe('not of a GET'),
  })
  .refine(({ method, body }) => method !== 'GET' || body === undefined, { path: ['body'], message: 'a GET has none' });

const calls = z.strictObject({ calls: z.array(call).min(1).max(mostCalls) });

const answered = z.strictObject({ status: z.int(), body: z.json().describe('the answer, or the problem') });

export const callRoutes = {
  makeCalls: {
    method: 'POST',
    path: callsPath,
    summary:
      'Several calls in one request, one after the other, each as if it had been sent by itself. The first that is refused is the last that is made: later ones have no answer',
    audience: 'staff',
    permission: null,
    body: calls,
    status: 200,
    answer: z.strictObject({ answers: z.array(answered) }),
    problems: [],
  },
} as const satisfies RouteTable;

export type Call = z.infer<typeof call>;
export type CallsAnswer = z.infer<(typeof callRoutes)['makeCalls']['answer']>;
