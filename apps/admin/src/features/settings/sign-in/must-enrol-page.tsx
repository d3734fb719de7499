import { Button } from '@backdesk/ui/actions/button.tsx';
import { EmptyState } from '@backdesk/ui/feedback/empty-state.tsx';
import { useSession } from '../../../lib/session.tsx';
import { SecondFactor } from './second-factor.tsx';
import { t } from './texts.ts';

/** In the place of every page while the store asks for a second factor and the person has none. */
export function MustEnrolPage({ onSignOut }: { onSignOut: () => void }) {
  const { account } = useSession();
  return (
    <>
      <EmptyState isPage icon="key" title={t.mustTitle()} action={<Button onClick={onSignOut}>{t.signOut()}</Button>}>
        <p dir="auto">{t.mustBody(account.name)}</p>
      </EmptyState>
      <SecondFactor />
    </>
  );
}
