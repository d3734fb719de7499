import { Button } from '@backdesk/ui/actions/button.tsx';
import { Panel } from '@backdesk/ui/data/panel.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { SkeletonPage } from '@backdesk/ui/feedback/skeleton.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import styles from './history-panel.module.css';
import { t } from './texts.ts';

export type HistoryEntry = { readonly key: string; readonly sentence: string; readonly by: string; readonly at: string };

export type HistoryPanelProps = {
  /** Undefined while they are loaded the first time. */
  entries: readonly HistoryEntry[] | undefined;
  query: {
    readonly isError: boolean;
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly refetch: () => unknown;
    readonly fetchNextPage: () => unknown;
  };
};

/** Who changed what, newest first, in plain words. */
export function HistoryPanel({ entries, query }: HistoryPanelProps) {
  const { ago, dateTime } = useFormat();
  return (
    <Panel title={t.history()}>
      {query.isError && !entries && (
        <InlineNotice tone="bad" actions={<Button onClick={() => void query.refetch()}>{t.tryAgain()}</Button>}>
          {t.historyFailed()}
        </InlineNotice>
      )}
      {!entries && !query.isError && <SkeletonPage label={t.loading()} />}
      {entries?.length === 0 && <p className="muted">{t.noHistory()}</p>}
      {entries && entries.length > 0 && (
        <ol className={styles.history}>
          {entries.map(({ key, sentence, by, at }) => (
            <li key={key}>
              <bdi className={styles.what}>{sentence}</bdi>
              <span className={styles.who}>
                <bdi>{by}</bdi> ·{' '}
                <time dateTime={at} title={dateTime(at)}>
                  {ago(at)}
                </time>
              </span>
            </li>
          ))}
        </ol>
      )}
      {query.hasNextPage && (
        <Button variant="link" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t.earlierChanges()}
        </Button>
      )}
    </Panel>
  );
}
