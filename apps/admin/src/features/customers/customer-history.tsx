import { Button } from '@backdesk/ui/actions/button.tsx';
import { Panel } from '@backdesk/ui/data/panel.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { SkeletonPage } from '@backdesk/ui/feedback/skeleton.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { useInfiniteQuery } from '@tanstack/react-query';
import { t as common } from '../../components/texts.ts';
import styles from './customer-history.module.css';
import { customerHistoryQuery } from './customers-query.ts';
import { t } from './texts.ts';

/** Who changed what, newest first, in plain words. */
export function CustomerHistory({ customerId }: { customerId: string }) {
  const { ago, dateTime } = useFormat();
  const history = useInfiniteQuery(customerHistoryQuery(customerId));
  const entries = history.data?.pages.flatMap((page) => page.items);
  return (
    <Panel title={t.history()}>
      {history.isError && !entries && (
        <InlineNotice tone="bad" actions={<Button onClick={() => void history.refetch()}>{common.tryAgain()}</Button>}>
          {t.historyFailed()}
        </InlineNotice>
      )}
      {history.isPending && <SkeletonPage label={common.loading()} />}
      {entries?.length === 0 && <p className="muted">{t.noHistory()}</p>}
      {entries && entries.length > 0 && (
        <ol className={styles.history}>
          {entries.map((entry) => (
            <li key={`${entry.version}.${entry.index}`}>
              <bdi className={styles.what}>{entry.sentence}</bdi>
              <span className={styles.who}>
                <bdi>{entry.by}</bdi> ·{' '}
                <time dateTime={entry.at} title={dateTime(entry.at)}>
                  {ago(entry.at)}
                </time>
              </span>
            </li>
          ))}
        </ol>
      )}
      {history.hasNextPage && (
        <Button variant="link" busy={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()}>
          {t.earlier()}
        </Button>
      )}
    </Panel>
  );
}
