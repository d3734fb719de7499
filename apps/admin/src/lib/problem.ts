import { ApiProblem, Unreachable } from '@backdesk/contract/client.ts';

/** The request's number, when an error came from the server with one. */
export function requestIdOf(error: unknown): string | undefined {
  return error instanceof ApiProblem ? error.problem.requestId : undefined;
}

/** True when nobody is signed in (any more). */
export function isSignedOut(error: unknown): boolean {
  return error instanceof ApiProblem && error.problem.code === 'request.unauthenticated';
}

/** True for what may go well when asked again: no answer, or a server that is not ready. */
export function mayPass(error: unknown): boolean {
  return error instanceof Unreachable || (error instanceof ApiProblem && error.problem.status >= 502);
}

/** True when the person's roles do not allow it. */
export function isForbidden(error: unknown): boolean {
  return error instanceof ApiProblem && error.problem.code === 'request.forbidden';
}

export function isNotFound(error: unknown): boolean {
  return error instanceof ApiProblem && error.problem.status === 404;
}

/** What to say about an error where no more is known: the problem's own title, or that there was no answer. */
export function sentenceOf(error: unknown): string {
  if (error instanceof ApiProblem) return error.problem.title;
  if (error instanceof Unreachable) return 'No answer from the server. Check the connection and try again.';
  return 'Something went wrong on this page.';
}

/** Messages by field for a form, from the problem's JSON pointers: { "/email": "…" } becomes { email: "…" }. */
export function fieldErrorsOf(error: unknown): Readonly<Record<string, string>> {
  if (!(error instanceof ApiProblem)) return {};
  return Object.fromEntries((error.problem.errors ?? []).map(({ pointer, message }) => [pointer.replace(/^\//, '').replaceAll('/', '.'), message]));
}

/** True when somebody else changed the same field since it was read. */
export function isConflict(error: unknown): boolean {
  return error instanceof ApiProblem && (error.problem.code === 'conflict' || error.problem.code === 'order.conflict');
}
