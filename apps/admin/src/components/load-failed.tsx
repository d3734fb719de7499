import { Button } from '@backdesk/ui/actions/button.tsx';
import { EmptyState } from '@backdesk/ui/feedback/empty-state.tsx';
import { isForbidden, isNotFound, requestIdOf, sentenceOf } from '../lib/problem.ts';
import { NotAllowed } from './not-allowed.tsx';
import { NotFound } from './not-found.tsx';
import { t } from './texts.ts';

type LoadFailedProps = { error: unknown; onRetry: () => void /** True in the place of a whole page, whose heading it then is. */; isPage?: boolean };

/** In the place of what could not be read: why, and the way to try again. */
export function LoadFailed({ error, onRetry, isPage = false }: LoadFailedProps) {
  const requestId = requestIdOf(error);
  if (isForbidden(error)) return <NotAllowed isPage={isPage} />;
  if (isPage && isNotFound(error)) return <NotFound />;
  return (
    <div role="alert">
      <EmptyState isPage={isPage} icon="warning" title={t.loadFailed()} action={<Button onClick={onRetry}>{t.tryAgain()}</Button>}>
        <p>{sentenceOf(error)}</p>
        {requestId && <p className="small muted tnum">{t.requestId(requestId)}</p>}
      </EmptyState>
    </div>
  );
}
