import { Button } from '@backdesk/ui/actions/button.tsx';
import { EmptyState } from '@backdesk/ui/feedback/empty-state.tsx';
import { requestIdOf, sentenceOf } from '../lib/problem.ts';
import { t } from './texts.ts';

/** In the place of what could not be read: why, and the way to try again. */
export function LoadFailed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const requestId = requestIdOf(error);
  return (
    <div role="alert">
      <EmptyState icon="warning" title={t.loadFailed()} action={<Button onClick={onRetry}>{t.tryAgain()}</Button>}>
        <p>{sentenceOf(error)}</p>
        {requestId && <p className="small muted tnum">{t.requestId(requestId)}</p>}
      </EmptyState>
    </div>
  );
}
