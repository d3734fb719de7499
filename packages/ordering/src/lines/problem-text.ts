import type { RefusalJson } from '@backdesk/contract/order/refusal.ts';
import type { ProblemBody } from '@backdesk/contract/problem.ts';
import { refusalText } from './refusal-text.ts';

/** A problem in one sentence, with its figures where it has them. */
export function problemText(problem: ProblemBody, number: (value: number) => string): string {
  const first = problem.refusals?.at(0);
  if (first !== undefined) return refusalText(first as RefusalJson, number);
  const field = problem.errors?.at(0);
  if (field !== undefined) return field.message;
  return refusalText({ code: problem.code, ...(problem.detail && { detail: problem.detail }) }, number);
}
