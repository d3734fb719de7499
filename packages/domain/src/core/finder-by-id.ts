// Two lists of the lines of one order are compared at every key and every command, and nearly always stand in the same order.

/**
 * Finds entries of a list by their id, asked with the place where one would stand if nothing had moved: there it is found at once, and an
 * index of all is made for the first that is not there. Out: the entry, or undefined when the list has none of this id.
 */
export function finderById<Entry>(entries: readonly Entry[], idOf: (entry: Entry) => string): (id: string, at: number) => Entry | undefined {
  let index: ReadonlyMap<string, Entry> | undefined;
  return (id, at) => {
    const there = entries[at];
    if (there !== undefined && idOf(there) === id) return there;
    index ??= new Map(entries.map((entry) => [idOf(entry), entry]));
    return index.get(id);
  };
}
