import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { isConflict, sentenceOf } from '../lib/problem.ts';
import { t } from './texts.ts';

/** Above a form whose saving was refused. */
export function SaveFailed({ error }: { error: unknown }) {
  const isOthers = isConflict(error);
  return (
    <InlineNotice tone={isOthers ? 'warn' : 'bad'} live="alert">
      {isOthers ? t.conflict() : sentenceOf(error)}
    </InlineNotice>
  );
}
