import { Button } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { SkeletonPage } from '@backdesk/ui/feedback/skeleton.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { Avatar } from '@backdesk/ui/text/avatar.tsx';
import type { ReactNode } from 'react';
import styles from './history-list.module.css';
import { t } from './texts.ts';

export type HistoryEntry = {
  readonly key: string;
  readonly sentence: string;
  readonly by: string;
  readonly at: string;
  /** Taken back since. */
  readonly undone?: boolean;
};

export type HistoryListProps<Entry extends HistoryEntry> = {
  /** Undefined while they are loaded the first time. */
  entries: readonly Entry[] | undefined;
  query: {
    readonly isError: boolean;
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly refetch: () => unknown;
    readonly fetchNextPage: () => unknown;
  };
  /** What one may do about an entry, at its end. */
  action?: (entry: Entry) => ReactNode;
};

/** Who changed what, newest first, in plain words. */
export function HistoryList<Entry extends HistoryEntry>({ entries, query, action }: HistoryListProps<Entry>) {
  const { ago, dateTime } = useFormat();
  return (
    <>
      {query.isError && !entries && (
        <InlineNotice tone="bad" actions={<Button onClick={() => void query.refetch()}>{t.tryAgain()}</Button>}>
          {t.historyFailed()}
        </InlineNotice>
      )}
      {!entries && !query.isError && <SkeletonPage label={t.loading()} />}
      {entries?.length === 0 && <p className="muted small">{t.noHistory()}</p>}
      {entries && entries.length > 0 && (
        <ol className={styles.history}>
          {entries.map((entry) => (
            <li key={entry.key}>
              <Avatar name={entry.by} />
              <span className={styles.what}>
                <bdi>{entry.sentence}</bdi> {entry.undone && <span className="muted">({t.undone()})</span>}
              </span>
              <span className={styles.who}>
                <bdi>{entry.by}</bdi> ·{' '}
                <time dateTime={entry.at} title={dateTime(entry.at)}>
                  {ago(entry.at)}
                </time>
              </span>
              {action?.(entry)}
            </li>
          ))}
        </ol>
      )}
      {query.hasNextPage && (
        <Button variant="link" size="small" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t.earlierChanges()}
        </Button>
      )}
    </>
  );
}
