import { passwordFault } from '@backdesk/domain/staff/password-rules.ts';
import { t } from './texts.ts';

/** What is wrong with a new password, in words; the server holds to the same rules. */
export function passwordError(password: string, email: string): string | undefined {
  const fault = passwordFault(password, email);
  return fault === null ? undefined : t.faults[fault];
}
