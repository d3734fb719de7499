import { ApiProblem, Unreachable } from '@backdesk/contract/client.ts';

/** No answer, a server that is not ready, the twin still being worked on, or too many at once: the same again may go well. */
export function mayPass(error: unknown, tries: number): boolean {
  if (error instanceof Unreachable) return true;
  if (!(error instanceof ApiProblem)) return false;
  const { status, code } = error.problem;
  // A defect over there that does not go away must not hold back everything behind it.
  if (status === 500) return tries < 4;
  return status > 500 || status === 429 || status === 401 || code === 'request.in_flight';
}
