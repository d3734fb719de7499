import { ApiProblem, Unreachable } from '@backdesk/contract/client.ts';
import type { RefusalJson } from '@backdesk/contract/order/refusal.ts';

export const codeOf = (error: unknown): string | undefined => (error instanceof ApiProblem ? error.problem.code : undefined);

export function isSignedOut(error: unknown): boolean {
  return codeOf(error) === 'request.unauthenticated';
}

export function isNotFound(error: unknown): boolean {
  return error instanceof ApiProblem && error.problem.status === 404;
}

/** True for what may go well when asked again: no answer, or a server that is not ready. */
export function mayPass(error: unknown): boolean {
  return error instanceof Unreachable || (error instanceof ApiProblem && error.problem.status >= 502);
}

/** What to say about an error where no more is known. */
export function sentenceOf(error: unknown): string {
  if (error instanceof ApiProblem) return error.problem.title;
  if (error instanceof Unreachable) return 'No answer from the store. Check the connection and try again.';
  return 'Something went wrong on this page.';
}

/** What stands in the way of a write that was made on an older value. */
export function conflictOf(error: unknown): { readonly value: unknown; readonly by: string; readonly at: string } | undefined {
  return error instanceof ApiProblem ? error.problem.conflicts?.at(0) : undefined;
}

export function refusalsOf(error: unknown): readonly RefusalJson[] {
  return error instanceof ApiProblem ? ((error.problem.refusals ?? []) as RefusalJson[]) : [];
}

/** Messages by field for a form: { "/email": "…" } becomes { email: "…" }. */
export function fieldErrorsOf(error: unknown): Readonly<Record<string, string>> {
  if (!(error instanceof ApiProblem)) return {};
  return Object.fromEntries((error.problem.errors ?? []).map(({ pointer, message }) => [pointer.replace(/^\//, '').replaceAll('/', '.'), message]));
}
