import { ApiProblem } from '@backdesk/contract/client.ts';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { sentenceOf } from '../lib/problem.ts';
import { t } from './texts.ts';

/** Above a form whose saving was refused. */
export function SaveFailed({ error }: { error: unknown }) {
  const isConflict = error instanceof ApiProblem && (error.problem.code === 'conflict' || error.problem.code === 'order.conflict');
  return (
    <InlineNotice tone={isConflict ? 'warn' : 'bad'} live="alert">
      {isConflict ? t.conflict() : sentenceOf(error)}
    </InlineNotice>
  );
}
