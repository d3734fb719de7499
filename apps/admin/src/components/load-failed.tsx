import { Button } from '@backdesk/ui/actions/button.tsx';
import { EmptyState } from '@backdesk/ui/feedback/empty-state.tsx';
import { isForbidden, requestIdOf, sentenceOf } from '../lib/problem.ts';
import { NotAllowed } from './not-allowed.tsx';
import { t } from './texts.ts';

/** In the place of what could not be read: why, and the way to try again. */
export function LoadFailed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const requestId = requestIdOf(error);
  if (isForbidden(error)) return <NotAllowed />;
  return (
    <div role="alert">
      <EmptyState icon="warning" title={t.loadFailed()} action={<Button onClick={onRetry}>{t.tryAgain()}</Button>}>
        <p>{sentenceOf(error)}</p>
        {requestId && <p className="small muted tnum">{t.requestId(requestId)}</p>}
      </EmptyState>
    </div>
  );
}
