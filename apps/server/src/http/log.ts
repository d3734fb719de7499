export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

/** One JSON line on stderr. Line breaks in a value are escaped by JSON, so that nobody can forge a line. */
export function logError(message: string, error: unknown, fields: LogFields = {}): void {
  const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
  console.error(JSON.stringify({ at: new Date().toISOString(), level: 'error', message, ...fields, error: cause }));
}

/** What the security log tells of. Never a password, a token or a key; people by id, addresses by `addressMark`. */
export type SecurityEvent =
  | 'sign_in.succeeded'
  | 'sign_in.failed'
  | 'sign_in.limited'
  | 'permission.refused'
  | 'request.limited'
  | 'password.changed'
  | 'password.reset_requested'
  | 'password.reset'
  | 'sessions.ended'
  | 'staff.invited'
  | 'staff.invitation_accepted'
  | 'staff.invitation_revoked'
  | 'staff.changed'
  | 'staff.removed'
  | 'customers.exported'
  | 'second_factor.on'
  | 'second_factor.off'
  | 'link.unknown'
  | 'key.unknown'
  | 'site.signed_in'
  | 'site.sign_in_failed'
  | 'site.registered'
  | 'site.password_set'
  | 'site.invited';

/** The security log: one JSON line on stderr for whoever watches it, with its time in UTC. */
export function logSecurity(event: SecurityEvent, fields: LogFields = {}): void {
  console.warn(JSON.stringify({ at: new Date().toISOString(), level: 'security', event, ...fields }));
}
