import type { ProductRow } from '@backdesk/contract/catalog/schema.ts';
import { useState } from 'react';
import type { ProductsSearch } from '../../../lib/products-search.ts';

export type Selection = {
  /** Ids of what was picked, over the pages of one search. */
  readonly ids: ReadonlySet<string>;
  /** All that the search finds, seen or not. */
  readonly isAll: boolean;
  readonly has: (id: string) => boolean;
  readonly toggle: (ids: readonly string[], isIn: boolean) => void;
  readonly takeAll: () => void;
  readonly clear: () => void;
};

type Picked = { readonly of: string; readonly ids: ReadonlySet<string>; readonly isAll: boolean };

const none: ReadonlySet<string> = new Set();

/** What is selected among the products that a search finds; another search begins anew. */
export function useSelection({ q, category }: Pick<ProductsSearch, 'q' | 'category'>): Selection {
  const of = `${category ?? ''} ${q ?? ''}`;
  const [picked, setPicked] = useState<Picked>({ of, ids: none, isAll: false });
  const { ids, isAll } = picked.of === of ? picked : { ids: none, isAll: false };
  return {
    ids,
    isAll,
    has: (id) => isAll || ids.has(id),
    toggle: (some, isIn) => {
      const next = new Set(ids);
      for (const id of some) {
        if (isIn) next.add(id);
        else next.delete(id);
      }
      setPicked({ of, ids: next, isAll: false });
    },
    takeAll: () => setPicked({ of, ids, isAll: true }),
    clear: () => setPicked({ of, ids: none, isAll: false }),
  };
}

export const idsOf = (rows: readonly ProductRow[]) => rows.map(({ id }) => id);
