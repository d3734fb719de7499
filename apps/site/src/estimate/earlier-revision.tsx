import type { EstimatePage } from '@backdesk/contract/estimate/schema.ts';
import { Button, buttonClass } from '@backdesk/ui/actions/button.tsx';
import { EmptyState } from '@backdesk/ui/feedback/empty-state.tsx';
import { SkeletonPage } from '@backdesk/ui/feedback/skeleton.tsx';
import { useEffect, useState } from 'react';
import { EstimateDocument } from './estimate-document.tsx';
import { revisionAddress } from './shown-revision.ts';
import { texts } from './texts.ts';
import { api } from './use-estimate.ts';

type EarlierProps = { readonly newest: EstimatePage; readonly revision: number; readonly token: string };

/** A revision of before, to be read: the same page with nothing to answer. */
export function EarlierRevision({ newest, revision, token }: EarlierProps) {
  const [found, setFound] = useState<EstimatePage | 'failed' | null>(null);
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` is what asks again
  useEffect(() => {
    const ending = new AbortController();
    setFound(null);
    window.scrollTo({ top: 0 });
    api
      .readEarlierRevision({ params: { token, revision } }, { signal: ending.signal })
      .then((content) => setFound({ ...content, changed: null, earlier: [], prices: null, orderedAt: null, availability: [], acceptedBefore: null }))
      .catch(() => {
        if (!ending.signal.aborted) setFound('failed');
      });
    return () => ending.abort();
  }, [token, revision, attempt]);
  if (found === null) return <SkeletonPage label={texts.loading} />;
  if (found !== 'failed') return <EstimateDocument estimate={found} token={token} replacedBy={newest.revision} />;
  return (
    <main className="estimate-message">
      <EmptyState
        icon="file"
        title={texts.unreachable.title}
        action={
          <span className="estimate-paper">
            <Button variant="primary" onClick={() => setAttempt((value) => value + 1)}>
              {texts.retry}
            </Button>
            <a className={buttonClass({})} href={revisionAddress(newest.revision)}>
              {texts.backTo(newest.revision)}
            </a>
          </span>
        }
      >
        <p>{texts.unreachable.body}</p>
      </EmptyState>
    </main>
  );
}
