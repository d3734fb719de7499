import { buttonClass } from '@backdesk/ui/actions/button.tsx';
import { EmptyState } from '@backdesk/ui/feedback/empty-state.tsx';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { t } from './texts.ts';

export function NotFound() {
  useEffect(() => {
    document.title = `${t.notFoundTitle()} · Backdesk`;
  }, []);
  return (
    <EmptyState
      isPage
      icon="search"
      title={t.notFoundTitle()}
      action={
        <Link to="/orders/drafts" className={buttonClass({ variant: 'primary' })}>
          {t.toDrafts()}
        </Link>
      }
    >
      <p>{t.notFoundBody()}</p>
    </EmptyState>
  );
}
