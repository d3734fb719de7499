import { ChangePassword } from './change-password.tsx';
import { OwnSessions } from './own-sessions.tsx';
import { SecondFactor } from './second-factor.tsx';

/** What belongs to the person and not to the store: where they are signed in, and their password. */
export function SignInSettingsPage() {
  return (
    <>
      <OwnSessions />
      <SecondFactor />
      <ChangePassword />
    </>
  );
}
