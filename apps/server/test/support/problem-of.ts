import { ApiProblem } from '@backdesk/contract/client.ts';
import type { ProblemBody } from '@backdesk/contract/problem.ts';

/** What a call was refused with; fails when it was not. */
export async function problemOf(call: Promise<unknown>): Promise<ProblemBody> {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ApiProblem)) throw new Error('It was not refused.', { cause: error });
  return error.problem;
}
