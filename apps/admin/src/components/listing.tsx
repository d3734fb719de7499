import { Button } from '@backdesk/ui/actions/button.tsx';
import { type ListColumn, ListFoot, ListTable } from '@backdesk/ui/data/list-table.tsx';
import { EmptyState } from '@backdesk/ui/feedback/empty-state.tsx';
import { SkeletonRows } from '@backdesk/ui/feedback/skeleton.tsx';
import { useAnnounce } from '@backdesk/ui/text/announcer.tsx';
import { Kbd } from '@backdesk/ui/text/kbd.tsx';
import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import type { ListSearch } from '../lib/list-search.ts';
import { LoadFailed } from './load-failed.tsx';
import { t } from './texts.ts';
import { useListNavigation } from './use-list-navigation.ts';

export type Page<Row> = { readonly items: readonly Row[]; readonly nextCursor: string | null };

export type ListingProps<Row> = {
  label: string;
  search: ListSearch;
  query: UseQueryResult<Page<Row>>;
  columns: readonly ListColumn<Row>[];
  rowKey: (row: Row) => string;
  onOpen?: (row: Row) => void;
  defaultSort: string;
  /** Filters are set beside the words, which may hide what the words would find. */
  isFiltered?: boolean;
  /** Shown when there is nothing at all; with search words the listing says itself that nothing was found. */
  empty: ReactNode;
};

/** Rows with their order, pages and states: to come, none yet, none found, not reached. */
export function Listing<Row>({ label, search, query, columns, rowKey, onOpen, defaultSort, isFiltered = false, empty }: ListingProps<Row>) {
  const { sort, setWords, setSort, hasPrevious, toPrevious, toNext } = useListNavigation(search, defaultSort);
  const announce = useAnnounce();
  const { data, isPlaceholderData } = query;
  const count = data?.items.length;
  const words = search.q;

  useEffect(() => {
    if (words !== undefined && count !== undefined && !isPlaceholderData) announce(t.found(count));
  }, [words, count, isPlaceholderData, announce]);

  if (query.isError && !data) return <LoadFailed error={query.error} onRetry={() => void query.refetch()} />;
  if (!data) return <SkeletonRows label={t.loading()} rows={10} />;
  if (data.items.length === 0 && !hasPrevious) {
    if (words === undefined) return empty;
    return (
      <EmptyState icon="search" title={t.nothingFound(words)} action={<Button onClick={() => setWords('')}>{t.clearSearch()}</Button>}>
        <p>{isFiltered ? t.nothingFoundFilteredHelp() : t.nothingFoundHelp()}</p>
      </EmptyState>
    );
  }
  const { nextCursor } = data;
  return (
    <>
      <ListTable
        label={label}
        rows={data.items}
        columns={columns}
        rowKey={rowKey}
        sort={sort}
        onSort={setSort}
        isFading={() => isPlaceholderData}
        {...(onOpen && { onOpen })}
      />
      <ListFoot
        keys={
          <>
            <Kbd>J</Kbd>
            <Kbd>K</Kbd> {t.keyMove()} <Kbd>Enter</Kbd> {t.keyOpen()}
          </>
        }
        pages={
          (hasPrevious || nextCursor !== null) && (
            <>
              <Button size="small" disabled={!hasPrevious} onClick={toPrevious}>
                {t.previous()}
              </Button>
              <Button size="small" disabled={nextCursor === null} onClick={() => nextCursor !== null && toNext(nextCursor)}>
                {t.next()}
              </Button>
            </>
          )
        }
      >
        <span>{t.rows(data.items.length, hasPrevious || nextCursor !== null)}</span>
      </ListFoot>
    </>
  );
}
