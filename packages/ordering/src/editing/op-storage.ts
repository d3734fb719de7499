// What was typed and is not acknowledged yet, kept in the browser so that a closed tab, a crash or a dead network loses nothing.
// Each tab keeps its own under its own name and sends only that; what a tab left behind is taken over whole by another one.
import type { Conflict, Rejection } from './editor-state.ts';
import { joinTabs, type OpenTabs } from './open-tabs.ts';
import type { QueuedOp } from './order-op.ts';

export type Kept = { readonly pending: readonly QueuedOp[]; readonly conflicts: readonly Conflict[]; readonly rejections: readonly Rejection[] };

export const nothingKept: Kept = { pending: [], conflicts: [], rejections: [] };

export type OpStorage = {
  /** Takes over what tabs that are gone could not send of an order, in the order in which it was made. From then on it is this tab's. */
  readonly take: (orderId: string) => Promise<Kept>;
  /** Whether a tab that is gone left something of an order: nothing is taken over by asking. */
  readonly hasLeft: (orderId: string) => Promise<boolean>;
  /** Tells when a tab that is open now goes, if it keeps something of the order: there may be something to take. */
  readonly onLeft: (orderId: string, tell: () => void) => Promise<void>;
  /** What this tab has not sent. */
  readonly save: (orderId: string, kept: Kept) => Promise<void>;
  /** At sign-out: nothing of a customer stays in the browser. */
  readonly clear: () => Promise<void>;
};

const STORE = 'unsent';

function opened(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** One transaction: all of `work` happens, or nothing. `work` gives its answer by what it is handed. */
async function inStore<Value>(name: string, mode: IDBTransactionMode, work: (store: IDBObjectStore, answer: (value: Value) => void) => void): Promise<Value> {
  const database = await opened(name);
  try {
    return await new Promise<Value>((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      let given: Value;
      work(transaction.objectStore(STORE), (value) => {
        given = value;
      });
      transaction.oncomplete = () => resolve(given);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

/** Whose an entry is. Before tabs were told apart it was the order's alone, and of a tab that is gone by now. */
function tabOf(key: IDBValidKey, orderId: string): string | undefined {
  if (key === orderId) return '';
  return Array.isArray(key) && key[0] === orderId ? String(key[1]) : undefined;
}

/** In the browser's database of that name, one for each face: who is signed in on both sides leaves each by itself. */
function indexedDbStorage(name: string, tabs: OpenTabs): OpStorage {
  const others = async (orderId: string): Promise<readonly (readonly [IDBValidKey, string])[]> => {
    const keys = await inStore<IDBValidKey[]>(name, 'readonly', (store, answer) => {
      const asked = store.getAllKeys();
      asked.onsuccess = () => answer(asked.result);
    });
    return keys.flatMap((key) => {
      const tab = tabOf(key, orderId);
      return tab === undefined || tab === tabs.own ? [] : [[key, tab] as const];
    });
  };
  const leftOf = async (orderId: string) => {
    await tabs.isJoined;
    const open = await tabs.open();
    return (await others(orderId)).filter(([, tab]) => !open.has(tab));
  };
  return {
    hasLeft: async (orderId) => (await leftOf(orderId)).length > 0,
    async take(orderId) {
      const left = await leftOf(orderId);
      if (left.length === 0) return nothingKept;
      const mine = [orderId, tabs.own];
      // In one transaction from theirs to ours: of two tabs that take at once one gets it, and no crash in between loses it.
      return inStore<Kept>(name, 'readwrite', (store, answer) => {
        const asked = [...left.map(([key]) => key), mine].map((key) => store.get(key));
        asked.at(-1)?.addEventListener('success', () => {
          const found = asked.map(({ result }) => result as Kept | undefined);
          const taken = joined(found.slice(0, -1));
          for (const [key] of left) store.delete(key);
          if (!isEmpty(taken)) store.put(joined([taken, found.at(-1)]), mine);
          answer(taken);
        });
      });
    },
    async onLeft(orderId, tell) {
      for (const [, tab] of await others(orderId)) tabs.onGone(tab, tell);
    },
    async save(orderId, kept) {
      await tabs.isJoined;
      const mine = [orderId, tabs.own];
      await inStore<void>(name, 'readwrite', (store) => void (isEmpty(kept) ? store.delete(mine) : store.put(kept, mine)));
    },
    async clear() {
      await inStore<void>(name, 'readwrite', (store) => void store.clear());
    },
  };
}

function isEmpty({ pending, conflicts, rejections }: Kept): boolean {
  return pending.length === 0 && conflicts.length === 0 && rejections.length === 0;
}

/** Of several tabs one queue, by when each was made. */
function joined(all: readonly (Kept | undefined)[]): Kept {
  const known = all.filter((kept) => kept !== undefined);
  return {
    pending: known.flatMap(({ pending }) => pending).toSorted((a, b) => (a.madeAt < b.madeAt ? -1 : a.madeAt > b.madeAt ? 1 : 0)),
    conflicts: known.flatMap(({ conflicts }) => conflicts),
    rejections: known.flatMap(({ rejections }) => rejections),
  };
}

/** What this browser keeps things in. */
export function browserStorage(name: string): OpStorage {
  return typeof indexedDB === 'undefined' ? memoryStorage() : indexedDbStorage(name, joinTabs(name));
}

/** For tests, and where the browser refuses storage: lasts as long as the page. `shared` stands for a browser of which each of them is a tab. */
export function memoryStorage(shared = new Map<OpStorage, Map<string, Kept>>()): OpStorage {
  const own = new Map<string, Kept>();
  const others = () => [...shared.entries()].flatMap(([tab, kept]) => (tab === storage ? [] : [kept]));
  const storage: OpStorage = {
    hasLeft: async (orderId) => others().some((kept) => kept.has(orderId)),
    async take(orderId) {
      const left = others();
      const taken = joined(left.map((kept) => kept.get(orderId)));
      for (const kept of left) kept.delete(orderId);
      return taken;
    },
    onLeft: async () => undefined,
    save: async (orderId, value) => void own.set(orderId, structuredClone(value)),
    clear: async () => {
      for (const kept of shared.values()) kept.clear();
    },
  };
  shared.set(storage, own);
  return storage;
}
