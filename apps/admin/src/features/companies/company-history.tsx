import { Button } from '@backdesk/ui/actions/button.tsx';
import { Panel } from '@backdesk/ui/data/panel.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { SkeletonPage } from '@backdesk/ui/feedback/skeleton.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { useInfiniteQuery } from '@tanstack/react-query';
import { t as common } from '../../components/texts.ts';
import styles from './companies.module.css';
import { companyHistoryQuery } from './companies-query.ts';
import { t } from './texts.ts';

/** What happened to a company, newest first. */
export function CompanyHistory({ companyId }: { companyId: string }) {
  const { ago, dateTime } = useFormat();
  const query = useInfiniteQuery(companyHistoryQuery(companyId));
  const entries = query.data?.pages.flatMap(({ items }) => items);
  return (
    <Panel title={t.history()}>
      {query.isError && !entries && (
        <InlineNotice tone="bad" actions={<Button onClick={() => void query.refetch()}>{common.tryAgain()}</Button>}>
          {t.historyFailed()}
        </InlineNotice>
      )}
      {query.isPending && <SkeletonPage label={common.loading()} />}
      {entries && (
        <ol className={styles.history}>
          {entries.map(({ version, text, by, at }) => (
            <li key={`${version} ${text}`}>
              <bdi className={styles.what}>{text}</bdi>
              <bdi className="soft">{by}</bdi>
              <time className="soft nowrap" dateTime={at} title={dateTime(at)}>
                {ago(at)}
              </time>
            </li>
          ))}
        </ol>
      )}
      {query.hasNextPage && (
        <Button variant="link" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t.more()}
        </Button>
      )}
    </Panel>
  );
}
