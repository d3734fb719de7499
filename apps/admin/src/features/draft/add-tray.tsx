import type { Rejection } from '@backdesk/ordering/editing/editor-state.ts';
import { lineTitle } from '@backdesk/ordering/lines/line-title.ts';
import { problemText } from '@backdesk/ordering/lines/problem-text.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { Icon } from '@backdesk/ui/icons/icon.tsx';
import { useSyncExternalStore } from 'react';
import styles from './add-product.module.css';
import { useDraft } from './draft-context.tsx';
import { t } from './texts.ts';
import type { Undecided } from './use-product-entry.ts';

type AddTrayProps = { undecided: readonly Undecided[]; onSearch: (item: Undecided) => void; onSkip: (id: string) => void };

/** Entries that wait: still looked up, fitting several products, not found, or refused. Nothing entered disappears. */
export function AddTray({ undecided, onSearch, onSkip }: AddTrayProps) {
  const format = useFormat();
  const { editor } = useDraft();
  const rejections = useSyncExternalStore(editor.subscribe, () => editor.getState().rejections);
  const refused = rejections.filter((rejection): rejection is Rejection & { queued: { op: { kind: 'add_line' } } } => rejection.queued.op.kind === 'add_line');
  if (undecided.length === 0 && refused.length === 0) return null;
  return (
    <ul className={styles.tray} role="status">
      {refused.map((rejection) => (
        <li key={rejection.queued.id}>
          <Icon name="warning" />
          <span>
            {rejection.queued.op.kind === 'add_line' &&
              t.notAdded(
                `${format.number(rejection.queued.op.preview.quantity)} ${lineTitle(rejection.queued.op.preview)}`,
                problemText(rejection.problem, format.number),
              )}
          </span>
          <Button size="small" variant="quiet" className="push" onClick={() => editor.dismiss(rejection.queued.id)}>
            {t.dismiss()}
          </Button>
        </li>
      ))}
      {undecided.map((item) => (
        <li key={item.id}>
          {item.count === null ? (
            <span className="muted">{t.lookingUp(item.entry.text.trim())}</span>
          ) : (
            <>
              <Icon name="warning" />
              <span>{item.count === 0 ? t.fitsNone(item.entry.text.trim()) : t.fitsSeveral(item.entry.text.trim(), item.count)}</span>
              <Button size="small" className="push" onClick={() => onSearch(item)}>
                {t.search()}
              </Button>
              <Button size="small" variant="quiet" onClick={() => onSkip(item.id)}>
                {t.skip()}
              </Button>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
