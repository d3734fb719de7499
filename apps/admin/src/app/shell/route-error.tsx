import { Button } from '@backdesk/ui/actions/button.tsx';
import { EmptyState } from '@backdesk/ui/feedback/empty-state.tsx';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { requestIdOf } from '../../lib/problem.ts';
import { t } from './texts.ts';

/** When a page breaks: says what to do, and the number that finds it in the log. */
export function RouteError({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const requestId = requestIdOf(error);
  useEffect(() => {
    document.title = `${t.failedTitle()} · Backdesk`;
  }, []);
  return (
    <div role="alert">
      <EmptyState
        isPage
        icon="warning"
        title={t.failedTitle()}
        action={
          <Button
            variant="primary"
            onClick={() => {
              reset();
              void router.invalidate();
            }}
          >
            {t.tryAgain()}
          </Button>
        }
      >
        <p>{t.failedBody()}</p>
        {requestId && <p className="tnum small muted">{t.requestId(requestId)}</p>}
      </EmptyState>
    </div>
  );
}
