import { passwordFault } from '@backdesk/domain/staff/password-rules.ts';
import { t } from '../components/texts.ts';

/** What is wrong with a new password at first sight, in words; the server holds to more (its lists). */
export function passwordError(password: string, email: string): string | undefined {
  const fault = passwordFault(password, email);
  return fault === null ? undefined : t.passwordFaults[fault];
}

/** What the server said of it, in the words of the screen. */
export function refusedPassword(message: string | undefined): string | undefined {
  return message?.includes('easy to guess') ? t.passwordFaults.too_common : message;
}
