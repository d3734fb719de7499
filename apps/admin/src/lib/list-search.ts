/** What the address of a listing holds: search words, order and place, so that a reload or a link shows the same rows. */
export type ListSearch = {
  readonly q?: string;
  readonly sort?: string;
  readonly cursor?: string;
};

export function readListSearch(search: Record<string, unknown>): ListSearch {
  return {
    // A search for 1042 comes back from the address as a number.
    ...(isWord(search.q) && { q: String(search.q) }),
    ...(isWord(search.sort) && { sort: String(search.sort) }),
    ...(isWord(search.cursor) && { cursor: String(search.cursor) }),
  };
}

function isWord(value: unknown): value is string | number {
  return (typeof value === 'string' && value !== '') || typeof value === 'number';
}
