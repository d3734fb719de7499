import { Button } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import type { EditorState } from '../editing/editor-state.ts';
import type { OrderEditor } from '../editing/order-editor.ts';
import { problemText } from '../lines/problem-text.ts';
import { ConflictChoice } from './conflict-choice.tsx';
import { t } from './texts.ts';
import { unsentElsewhere } from './unsent-elsewhere.ts';

type Props = { editor: Pick<OrderEditor, 'keepMine' | 'takeTheirs' | 'dismiss'>; state: EditorState };

/** What no line on the page can say: fields that two people changed, and what could not be saved. */
export function UnsentNotices({ editor, state }: Props) {
  const format = useFormat();
  const { conflicts, rejections } = unsentElsewhere(state);
  return (
    <>
      {conflicts.map((conflict) => (
        <ConflictChoice key={conflict.queued.id} conflict={conflict} ways={editor} />
      ))}
      {rejections.map((rejection) => (
        <InlineNotice
          key={rejection.queued.id}
          tone="bad"
          live="alert"
          actions={
            <Button size="small" onClick={() => editor.dismiss(rejection.queued.id)}>
              {t.dismiss()}
            </Button>
          }
        >
          {t.notSaved(problemText(rejection.problem, format.number))}
        </InlineNotice>
      ))}
    </>
  );
}
