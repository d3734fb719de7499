// What was typed and is not acknowledged yet, kept in the browser so that a closed tab, a crash or a dead network loses nothing.
import type { Conflict, Rejection } from './editor-state.ts';
import type { QueuedOp } from './order-op.ts';

export type Kept = { readonly pending: readonly QueuedOp[]; readonly conflicts: readonly Conflict[]; readonly rejections: readonly Rejection[] };

export const nothingKept: Kept = { pending: [], conflicts: [], rejections: [] };

export type OpStorage = {
  readonly load: (orderId: string) => Promise<Kept>;
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

async function inStore<Value>(name: string, mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest): Promise<Value> {
  const database = await opened(name);
  try {
    return await new Promise<Value>((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      const request = work(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(request.result as Value);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

/** In the browser's database of that name, one for each face: who is signed in on both sides leaves each by itself. */
function indexedDbStorage(name: string): OpStorage {
  return {
    load: async (orderId) => ((await inStore<unknown>(name, 'readonly', (store) => store.get(orderId))) as Kept | undefined) ?? nothingKept,
    save: async (orderId, kept) => {
      const isEmpty = kept.pending.length === 0 && kept.conflicts.length === 0 && kept.rejections.length === 0;
      await inStore<unknown>(name, 'readwrite', (store) => (isEmpty ? store.delete(orderId) : store.put(kept, orderId)));
    },
    clear: async () => {
      await inStore<unknown>(name, 'readwrite', (store) => store.clear());
    },
  };
}

/** What this browser keeps things in. */
export function browserStorage(name: string): OpStorage {
  return typeof indexedDB === 'undefined' ? memoryStorage() : indexedDbStorage(name);
}

/** For tests, and where the browser refuses storage: lasts as long as the page. */
export function memoryStorage(): OpStorage {
  const kept = new Map<string, Kept>();
  return {
    load: async (orderId) => kept.get(orderId) ?? nothingKept,
    save: async (orderId, value) => void kept.set(orderId, structuredClone(value)),
    clear: async () => kept.clear(),
  };
}
