import { Button } from '@backdesk/ui/actions/button.tsx';
import { Panel } from '@backdesk/ui/data/panel.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { SkeletonPage } from '@backdesk/ui/feedback/skeleton.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { Avatar } from '@backdesk/ui/text/avatar.tsx';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useSession } from '../../lib/session.tsx';
import { historyQuery } from './orders-query.ts';
import styles from './submitted-order-page.module.css';
import { t } from './texts.ts';

/** What happened, newest first, in plain words. */
export function OrderHistory({ orderId }: { orderId: string }) {
  const { ago, dateTime } = useFormat();
  const { staff } = useSession();
  const history = useInfiniteQuery(historyQuery(orderId));
  const entries = history.data?.pages.flatMap((page) => page.items);
  return (
    <Panel title={t.history()}>
      {history.isError && !entries && (
        <InlineNotice tone="bad" actions={<Button onClick={() => void history.refetch()}>{t.tryAgain()}</Button>}>
          {t.historyFailed()}
        </InlineNotice>
      )}
      {history.isPending && <SkeletonPage label={t.historyLoading()} />}
      {entries && entries.length === 0 && <p className="muted">{t.nothingYet()}</p>}
      {entries && entries.length > 0 && (
        <ol className={styles.history}>
          {entries.map((entry) => (
            <li key={`${entry.version}.${entry.index}`}>
              <Avatar name={entry.actor.name} colour={entry.actor.id === staff.id ? 2 : 1} />
              <bdi className={styles.what}>{entry.sentence}</bdi>
              <bdi className="hide-s">{entry.actor.id === staff.id ? t.you() : entry.actor.name}</bdi>
              <time dateTime={entry.at} title={dateTime(entry.at)}>
                {ago(entry.at)}
              </time>
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
