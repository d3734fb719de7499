const codeOf = (error: unknown) => (error as { readonly code?: unknown } | null)?.code;

/**
 * Someone else took what is unique between the look-up and the write. The closure runs again, as after a serialization failure,
 * and its look-up finds who has it; should it lose every time, the refusal it carries is what is answered.
 */
export class LostRace extends Error {
  override readonly name = 'LostRace';
  readonly code = '40001';
  readonly refusal: unknown;
  constructor(refusal: unknown) {
    super('Someone else took it meanwhile.');
    this.refusal = refusal;
  }
}

/** Two transactions met and PostgreSQL ended one: the same closure again may well succeed. */
export function isSerializationFailure(error: unknown): boolean {
  return ['40001', '40P01'].includes(String(codeOf(error)));
}

/** Waited longer for a lock than the pool's `lock_timeout`. */
export function isLockTimeout(error: unknown): boolean {
  return codeOf(error) === '55P03';
}

/** The constraint a unique violation is about, else undefined. Stores translate it into a problem of their noun. */
export function uniqueViolation(error: unknown): string | undefined {
  return codeOf(error) === '23505' ? String((error as { readonly constraint?: unknown }).constraint) : undefined;
}

const awayCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EHOSTUNREACH', 'EAI_AGAIN', '57P01', '57P02', '57P03', '53300']);
// pg throws these without a code: a connection that broke under a query, and a pool that got none in time.
const awayMessages = new Set([
  'Connection terminated unexpectedly',
  'Connection terminated',
  'Connection terminated due to connection timeout',
  'timeout exceeded when trying to connect',
  'timeout expired',
  'Query read timeout',
  'Client has encountered a connection error and is not queryable',
]);

/** The database cannot be reached, is starting or is stopping: to be tried again, nothing is wrong with the request. */
export function isDatabaseAway(error: unknown): boolean {
  const code = String(codeOf(error));
  if (awayCodes.has(code) || code.startsWith('08')) return true;
  return error instanceof Error && awayMessages.has(error.message);
}
