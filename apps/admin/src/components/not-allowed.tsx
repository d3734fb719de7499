import { EmptyState } from '@backdesk/ui/feedback/empty-state.tsx';
import { t } from './texts.ts';

/** In the place of what a role may not open: says so, and who can change it. */
export function NotAllowed({ isPage = false }: { isPage?: boolean }) {
  return (
    <EmptyState isPage={isPage} icon="key" title={t.notAllowed()}>
      <p>{t.notAllowedHelp()}</p>
    </EmptyState>
  );
}
