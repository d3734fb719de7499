// Calls that came in one request go one by one through the door that each would have come through: sign-in, permission, limits,
// schema, key and a transaction of its own.
import { type Call, type CallsAnswer, callRoutes } from '@backdesk/contract/calls/routes.ts';
import type { Route } from '@backdesk/contract/route.ts';
import { routes } from '@backdesk/contract/routes.ts';
import { Problem } from '../modules/problem.ts';
import type { AllHandlers, Visit } from './handlers.ts';

type Pattern = { readonly method: string; readonly path: RegExp };

const patternOf = ({ method, path }: Route): Pattern => ({ method, path: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}/?$`) });
const all = Object.values<Route>(routes);
/** Files, events without end, and calls themselves cannot stand among others. */
const isAlone = (route: Route) =>
  route.audience !== 'staff' || route.answerType !== undefined || route.bodyType !== undefined || route === callRoutes.makeCalls;
const together = all.filter((route) => !isAlone(route)).map(patternOf);
const alone = all.filter(isAlone).map(patternOf);

function assertTogether(calls: readonly Call[]): void {
  const errors = calls.flatMap(({ method, path }, at) => {
    // As the door will read it: with its dots resolved.
    const { pathname } = new URL(path, 'http://here');
    const isAmong = (patterns: readonly Pattern[]) => patterns.some((pattern) => pattern.method === method && pattern.path.test(pathname));
    if (isAmong(together) && !isAmong(alone)) return [];
    return [{ pointer: `/calls/${at}/path`, message: 'is no call of staff that takes and answers JSON' }];
  });
  if (errors.length > 0) throw new Problem('request.invalid', { errors });
}

async function makeCall({ ask, setHeader }: Visit, { method, path, key, body }: Call): Promise<CallsAnswer['answers'][number]> {
  const response = await ask(path, {
    method,
    headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...(key !== undefined && { 'idempotency-key': key }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  // Of a sign-out: without it the browser would keep a cookie that opens nothing.
  for (const cookie of response.headers.getSetCookie()) setHeader('set-cookie', cookie);
  return { status: response.status, body: await response.json() };
}

export const callHandlers: AllHandlers<typeof callRoutes> = {
  makeCalls: {
    ownTransactions: async (_context, { body: { calls } }, visit) => {
      assertTogether(calls);
      const answers: CallsAnswer['answers'] = [];
      for (const call of calls) {
        const answer = await makeCall(visit, call);
        answers.push(answer);
        // What follows was meant to be done after it.
        if (answer.status >= 400) break;
      }
      return { answers };
    },
  },
};
