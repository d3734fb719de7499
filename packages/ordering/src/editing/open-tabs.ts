// Which tabs of this browser are open: each holds a lock under its own name for as long as it lives, however it ends.

export type OpenTabs = {
  /** Of this page: a reload is another one. */
  readonly own: string;
  /** Resolves once the others can see it. */
  readonly isJoined: Promise<void>;
  readonly open: () => Promise<ReadonlySet<string>>;
  /** Tells once when that tab is gone. */
  readonly onGone: (tab: string, tell: () => void) => void;
};

export function joinTabs(name: string): OpenTabs {
  const own = crypto.randomUUID();
  // Without https there are no locks. Then no other tab counts as open: what one keeps is sent by the next, under the same keys.
  if (typeof navigator === 'undefined' || !('locks' in navigator)) {
    return { own, isJoined: Promise.resolve(), open: async () => new Set(), onGone: () => undefined };
  }
  const { locks } = navigator;
  const prefix = `${name} tab `;
  const isJoined = new Promise<void>((resolve) => {
    void locks.request(`${prefix}${own}`, () => {
      resolve();
      return new Promise(() => undefined);
    });
  });
  const watched = new Map<string, (() => void)[]>();
  return {
    own,
    isJoined,
    async open() {
      const { held = [] } = await locks.query();
      // Who waits for another's end holds its lock for a moment too, but shares it.
      return new Set(held.flatMap(({ name: lock = '', mode }) => (mode === 'exclusive' && lock.startsWith(prefix) ? [lock.slice(prefix.length)] : [])));
    },
    onGone(tab, tell) {
      const known = watched.get(tab);
      if (known !== undefined) return void known.push(tell);
      watched.set(tab, [tell]);
      void locks
        .request(`${prefix}${tab}`, { mode: 'shared' }, () => undefined)
        .then(() => {
          for (const told of watched.get(tab) ?? []) told();
          watched.delete(tab);
        });
    },
  };
}
