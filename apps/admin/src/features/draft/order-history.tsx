import type { EditorState } from '@backdesk/ordering/editing/editor-state.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { Avatar } from '@backdesk/ui/text/avatar.tsx';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api } from '../../lib/api.ts';
import { useDraft } from './draft-context.tsx';
import styles from './draft-page.module.css';
import { t } from './texts.ts';

/** After the last save this long, so that quick entry is not slowed down by reading its own history. */
const QUIET_MS = 1200;

/** What happened, in plain words, newest first; what can be undone says so. */
export function OrderHistory({ state }: { state: EditorState }) {
  const format = useFormat();
  const { editor, canEdit } = useDraft();
  const { id, version } = state.confirmed;
  const [quietVersion, setQuietVersion] = useState(version);
  const isIdle = state.pending.length === 0;
  useEffect(() => {
    if (!isIdle) return;
    const timer = setTimeout(() => setQuietVersion(version), QUIET_MS);
    return () => clearTimeout(timer);
  }, [version, isIdle]);
  const history = useInfiniteQuery({
    queryKey: ['order', id, 'history', quietVersion],
    queryFn: ({ pageParam, signal }) => api.getHistory({ params: { id }, query: { limit: 8, ...(pageParam !== null && { cursor: pageParam }) } }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: (before) => before,
  });
  const entries = history.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className={styles.history} aria-label={t.history()}>
      <h2>{t.history()}</h2>
      {history.isSuccess && entries.length === 0 && <p className="muted small">{t.noHistory()}</p>}
      <ol>
        {entries.map((entry) => (
          <li key={`${entry.version}.${entry.index}`}>
            <Avatar name={entry.actor.name} />
            <span dir="auto">
              <b>{entry.actor.name}</b> · {entry.sentence} {entry.undone && <span className="muted">({t.undone()})</span>}
            </span>
            <time dateTime={entry.at}>{format.ago(entry.at)}</time>
            {canEdit && entry.undoable && !entry.undone ? (
              <Button
                variant="quiet"
                size="small"
                icon="undo"
                onClick={() => editor.dispatch({ kind: 'undo', version: entry.version, index: entry.index, restore: null })}
              >
                {t.undo()}
              </Button>
            ) : (
              <span />
            )}
          </li>
        ))}
      </ol>
      {history.hasNextPage && (
        <Button variant="link" size="small" busy={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()}>
          {t.moreHistory()}
        </Button>
      )}
    </section>
  );
}
