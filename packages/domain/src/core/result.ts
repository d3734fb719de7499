// How the domain says yes or no. Nothing in it throws for a business "no". Decision record 0006 (errors).
/** The answer of a decision: a value, or the reason it was refused. */
export type Result<Value, Reason> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly reason: Reason };

export function ok<Value>(value: Value): Result<Value, never> {
  return { ok: true, value };
}

export function refuse<Reason>(reason: Reason): Result<never, Reason> {
  return { ok: false, reason };
}
