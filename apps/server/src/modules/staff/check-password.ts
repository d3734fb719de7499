import type { PasswordFault } from '@backdesk/domain/staff/password-rules.ts';
import { longestPassword, passwordFault, shortestPassword } from '@backdesk/domain/staff/password-rules.ts';
import { invalidField } from '../problem.ts';
import { ratePassword } from './rate-password.ts';

const words: Readonly<Record<PasswordFault, string>> = {
  too_short: `must be at least ${shortestPassword} characters long`,
  too_long: `must be at most ${longestPassword} characters long`,
  too_common: 'is too easy to guess: choose another, a few words that do not belong together',
  is_email: 'must not be the email address',
};

/** Refuses a password that will not do, at the field it came in. */
export function checkPassword(pointer: string, password: string, email: string): void {
  const fault = passwordFault(password, email, ratePassword);
  if (fault !== null) throw invalidField(pointer, words[fault]);
}
