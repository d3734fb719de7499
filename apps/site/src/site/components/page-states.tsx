import { Button, buttonClass } from '@backdesk/ui/actions/button.tsx';
import { EmptyState } from '@backdesk/ui/feedback/empty-state.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { Link } from '@tanstack/react-router';
import { sentenceOf } from '../lib/problem.ts';
import { t } from './texts.ts';

export function NotFound() {
  return (
    <EmptyState
      icon="search"
      title={t.notFound()}
      isPage
      action={
        <Link to="/" search={{}} className={buttonClass({ variant: 'primary' })}>
          {t.toProducts()}
        </Link>
      }
    >
      {t.notFoundDetail()}
    </EmptyState>
  );
}

/** A page that could not be shown at all. */
export function Failed({ error, reset }: { error: unknown; reset: () => void }) {
  return (
    <div className="customer" style={{ padding: 'var(--s-8) var(--gutter)' }}>
      <LoadFailed error={error} onRetry={reset} />
    </div>
  );
}

/** What a page is made of could not be read. */
export function LoadFailed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  return (
    <InlineNotice tone="bad" live="alert" title={t.failed()} actions={<Button onClick={onRetry}>{t.retry()}</Button>}>
      {sentenceOf(error)}
    </InlineNotice>
  );
}
