// How the server says no. Beside context.ts, because commands throw these and may not import http; `http/problem.ts` is the
// one exit that turns them into an answer.
import type { ProblemBody, ProblemCode } from '@backdesk/contract/problem.ts';
import type { Refusal } from '@backdesk/domain/core/refusal.ts';

export type ProblemDetails = Partial<Pick<ProblemBody, 'errors' | 'refusals' | 'conflicts' | 'detail'>> & {
  readonly headers?: Readonly<Record<string, string>>;
};

/** Said no at the level of the request. Thrown anywhere in the server; its code is in the contract's table. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  readonly details: ProblemDetails;
  constructor(code: ProblemCode, details: ProblemDetails = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}

/** The domain said no: all its reasons at once. The answer's code and status are those of the first unless one is given. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly refusals: readonly Refusal[];
  readonly code: ProblemCode;
  constructor(refusals: readonly [Refusal, ...Refusal[]], code: ProblemCode = refusals[0].code) {
    super(code);
    this.refusals = refusals;
    this.code = code;
  }
}

/** A field of the request that cannot be used: `request.invalid` with its pointer ("/lines/3/sku") and what it must be. */
export function invalidField(pointer: string, message: string): Problem {
  return new Problem('request.invalid', { errors: [{ pointer, message }] });
}
