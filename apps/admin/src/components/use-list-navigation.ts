import type { ListSort } from '@backdesk/ui/data/list-table.tsx';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { ListSearch } from '../lib/list-search.ts';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** Cursors of the pages before this one; '' is the first. Kept with the history entry, so reload and Back keep it. */
    trail?: readonly string[];
  }
}

/** Search words, order and keyset pages of a listing, all held by the address. */
export function useListNavigation(search: ListSearch, defaultSort: string) {
  const navigate = useNavigate();
  const trail = useLocation({ select: (location) => location.state.trail });
  const sort = search.sort ?? defaultSort;

  const setWords = useCallback(
    (words: string) =>
      void navigate({ to: '.', replace: true, search: (now: object) => ({ ...now, q: words === '' ? undefined : words, cursor: undefined }) as never }),
    [navigate],
  );

  function setSort({ key, descending }: ListSort) {
    const next = `${descending ? '-' : ''}${key}`;
    void navigate({ to: '.', replace: true, search: (now: object) => ({ ...now, sort: next === defaultSort ? undefined : next, cursor: undefined }) as never });
  }

  function toPage(cursor: string | undefined, nextTrail: readonly string[]) {
    void navigate({ to: '.', search: (now: object) => ({ ...now, cursor: cursor || undefined }) as never, state: (now) => ({ ...now, trail: nextTrail }) });
  }

  return {
    sort: { key: sort.replace(/^-/, ''), descending: sort.startsWith('-') },
    setWords,
    setSort,
    hasPrevious: search.cursor !== undefined,
    // Opened from a link there is no trail: Previous then leads to the first page.
    toPrevious: () => toPage(trail?.at(-1), trail?.slice(0, -1) ?? []),
    toNext: (cursor: string) => toPage(cursor, [...(trail ?? []), search.cursor ?? '']),
  };
}
