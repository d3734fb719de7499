import { Button } from '@backdesk/ui/actions/button.tsx';
import { EmptyState } from '@backdesk/ui/feedback/empty-state.tsx';
import { SkeletonPage } from '@backdesk/ui/feedback/skeleton.tsx';
import { FormatProvider } from '@backdesk/ui/format/use-format.tsx';
import { useAccent } from '@backdesk/ui/styles/use-accent.ts';
import { useState } from 'react';
import { EarlierRevision } from './earlier-revision.tsx';
import { EstimateDocument } from './estimate-document.tsx';
import { useAskedRevision } from './shown-revision.ts';
import { texts } from './texts.ts';
import type { Sent } from './use-answer.ts';
import { useEstimate } from './use-estimate.ts';

/** The estimate behind a link, or a sentence that says why there is none and what to do. */
export function EstimateScreen({ token }: { readonly token: string }) {
  const result = useEstimate(token);
  useAccent(result.state === 'shown' ? result.estimate.account.accent : '');
  // What the last answer from here came to: told above the estimate as it stands after it.
  const [sent, setSent] = useState<Sent | null>(null);
  const asked = useAskedRevision();
  if (result.state === 'loading') return <SkeletonPage label={texts.loading} />;
  if (result.state === 'shown') {
    const { account, currency, earlier } = result.estimate;
    const settings = { locale: account.locale, timeZone: account.timeZone, currency };
    if (earlier.some(({ revision }) => revision === asked)) {
      return (
        <FormatProvider settings={settings}>
          <EarlierRevision key={asked} newest={result.estimate} revision={asked} token={token} />
        </FormatProvider>
      );
    }
    return (
      <FormatProvider settings={settings}>
        <EstimateDocument
          key={`${result.estimate.sha256} ${result.estimate.status}`}
          estimate={result.estimate}
          token={token}
          sent={sent}
          onSent={async (outcome) => {
            await result.refresh();
            setSent(outcome);
          }}
        />
      </FormatProvider>
    );
  }
  const message = texts[result.state];
  return (
    <main className="estimate-message">
      <EmptyState
        icon="file"
        title={message.title}
        {...(result.state === 'unreachable' && {
          action: (
            <Button variant="primary" onClick={result.retry}>
              {texts.retry}
            </Button>
          ),
        })}
      >
        <p>{message.body}</p>
      </EmptyState>
    </main>
  );
}
