import type { SiteOrderRow } from '@backdesk/contract/site/schema.ts';
import { t as sums } from '@backdesk/ordering/summary/texts.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { Skeleton } from '@backdesk/ui/feedback/skeleton.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { cx } from '@backdesk/ui/text/cx.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { LoadFailed } from '../components/page-states.tsx';
import styles from './account.module.css';
import { t } from './texts.ts';

type Page = { readonly items: readonly SiteOrderRow[]; readonly nextCursor: string | null };
type Props = {
  queryKey: readonly unknown[];
  read: (cursor: string | undefined, signal: AbortSignal) => Promise<Page>;
  empty: ReactNode;
  renderRow: (row: SiteOrderRow) => ReactNode;
};

/** A list of the customer's own, page after page. */
export function OwnRows({ queryKey, read, empty, renderRow }: Props) {
  const found = useInfiniteQuery({
    queryKey,
    queryFn: ({ signal, pageParam }) => read(pageParam ?? undefined, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  if (found.isPending) return <Skeleton />;
  if (found.data === undefined) return <LoadFailed error={found.error} onRetry={() => void found.refetch()} />;
  const rows = found.data.pages.flatMap(({ items }) => items);
  if (rows.length === 0) return empty;
  return (
    <>
      <ul className={styles.rows}>{rows.map(renderRow)}</ul>
      {found.hasNextPage && (
        <p>
          <Button onClick={() => void found.fetchNextPage()} busy={found.isFetchingNextPage}>
            {t.more()}
          </Button>
        </p>
      )}
    </>
  );
}

/** "5 products, 320 items": what is sold by a unit is counted in it */
export function useSize(): (row: Pick<SiteOrderRow, 'lineCount' | 'itemCount'>) => string {
  const format = useFormat();
  return ({ lineCount, itemCount }) => t.size(t.products(lineCount, format.number(lineCount)), t.items(itemCount, format.number(itemCount)));
}

/** What it comes to, and what that leaves out. */
export function RowTotal({ row: { total, open } }: { row: Pick<SiteOrderRow, 'total' | 'open'> }) {
  const format = useFormat();
  return (
    <p className={styles.total}>
      {format.money(total)}
      {open.length > 0 && <span className={cx('small soft', styles.plus)}> {sums.plusOpen(open)}</span>}
    </p>
  );
}
