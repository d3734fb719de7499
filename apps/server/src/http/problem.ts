import type { ProblemBody, ProblemCode } from '@backdesk/contract/problem.ts';
import { problems } from '@backdesk/contract/problem.ts';
import { isDatabaseAway, isLockTimeout } from '../db/failures.ts';
import type { ProblemDetails } from '../modules/problem.ts';
import { Problem, Refused } from '../modules/problem.ts';
import { logError } from './log.ts';

type Said = { readonly code: ProblemCode; readonly details: ProblemDetails };

/** The one exit: whatever was thrown becomes `application/problem+json`. What nobody expected is logged and told to nobody. */
export function answerProblem(thrown: unknown, requestId: string): Response {
  const { code, details } = said(thrown, requestId);
  const { headers, ...rest } = details;
  const { status, title } = problems[code];
  const body: ProblemBody = { type: `https://backdesk.example/problems/${code}`, title, status, code, requestId, ...rest };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      'x-request-id': requestId,
      ...headers,
    },
  });
}

function said(thrown: unknown, requestId: string): Said {
  if (thrown instanceof Problem) return { code: thrown.code, details: thrown.details };
  if (thrown instanceof Refused) {
    const [first] = thrown.refusals;
    return {
      code: thrown.code,
      details: { refusals: thrown.refusals.map((refusal) => ({ ...refusal })), ...(first?.detail ? { detail: first.detail } : {}) },
    };
  }
  if (isDatabaseAway(thrown)) {
    logError('The database cannot be reached', thrown, { requestId });
    return { code: 'database.unavailable', details: { headers: { 'retry-after': '2' } } };
  }
  // Somebody held a row for longer than we wait: the same request is likely to pass when sent again.
  if (isLockTimeout(thrown)) return { code: 'request.in_flight', details: { headers: { 'retry-after': '1' } } };
  logError('A request failed', thrown, { requestId });
  return { code: 'internal_error', details: {} };
}
