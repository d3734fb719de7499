export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

/** One JSON line on stderr. Line breaks in a value are escaped by JSON, so that nobody can forge a line. */
export function logError(message: string, error: unknown, fields: LogFields = {}): void {
  const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
  console.error(JSON.stringify({ at: new Date().toISOString(), level: 'error', message, ...fields, error: cause }));
}

/** A refused sign-in or permission, for whoever watches the log. */
export function logWarning(message: string, fields: LogFields = {}): void {
  console.warn(JSON.stringify({ at: new Date().toISOString(), level: 'warning', message, ...fields }));
}
