/** The command line was not understood or cannot be carried out; the message says what to do. Exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
