import type { EditorState } from '@backdesk/ordering/editing/editor-state.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { HistoryList } from '../../components/history-list.tsx';
import { draftHistoryQuery, historiesInView } from '../../lib/order-history-queries.ts';
import { useInView } from '../../lib/use-in-view.ts';
import { useDraft } from './draft-context.tsx';
import styles from './draft-page.module.css';
import { t } from './texts.ts';

/** Read when it comes into view, and after the last save this long, so that quick entry is not slowed down by reading its own history. */
const QUIET_MS = 1200;
/** Who has just made a draft knows its history: it is read with the first change, or after so long. */
const JUST_MADE_MS = 10_000;

/** What happened, in plain words, newest first; what can be undone says so. */
export function OrderHistory({ state }: { state: EditorState }) {
  const { editor, canEdit } = useDraft();
  const { id, version, createdAt } = state.confirmed;
  const { ref, isInView } = useInView();
  const [quietVersion, setQuietVersion] = useState(version);
  const [isJustMade, setJustMade] = useState(() => version === 1 && Date.now() - Date.parse(createdAt) < JUST_MADE_MS);
  useEffect(() => {
    const timer = setTimeout(() => setJustMade(false), JUST_MADE_MS);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    if (!isInView) return;
    historiesInView.add(id);
    return () => void historiesInView.delete(id);
  }, [id, isInView]);
  const isIdle = state.pending.length === 0;
  useEffect(() => {
    if (!isIdle) return;
    const timer = setTimeout(() => setQuietVersion(version), QUIET_MS);
    return () => clearTimeout(timer);
  }, [version, isIdle]);
  const isUntouched = isJustMade && quietVersion === 1;
  const history = useInfiniteQuery({
    ...draftHistoryQuery(id, quietVersion),
    placeholderData: (before) => before,
    enabled: isInView && !isUntouched,
  });
  const entries = history.data?.pages.flatMap(({ items }) =>
    items.map((entry) => ({ ...entry, key: `${entry.version}.${entry.index}`, by: entry.actor.name })),
  );
  return (
    <section ref={ref} className={styles.history} aria-label={t.history()}>
      <h2>{t.history()}</h2>
      {isUntouched ? (
        <p className="soft">{t.justMade()}</p>
      ) : (
        <HistoryList
          query={history}
          entries={entries}
          action={({ version: of, index, undoable, undone }) =>
            canEdit && undoable && !undone ? (
              <Button variant="quiet" size="small" icon="undo" onClick={() => editor.dispatch({ kind: 'undo', version: of, index, restore: null })}>
                {t.undo()}
              </Button>
            ) : null
          }
        />
      )}
    </section>
  );
}
