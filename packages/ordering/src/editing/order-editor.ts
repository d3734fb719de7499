// The order as it is being edited: every op shows at once and is kept in the browser until the server has acknowledged it.
import type { Order } from '@backdesk/contract/order/order.ts';
import { theirsOf, typedOn } from './conflict-of.ts';
import type { Conflict, EditorState, Saving } from './editor-state.ts';
import { newId } from './new-id.ts';
import type { Kept, OpStorage } from './op-storage.ts';
import { type OrderOp, type QueuedOp, sameTarget, sameTargets } from './order-op.ts';
import type { OrderServer } from './order-server.ts';
import type { Entrusted, Outcome } from './outcome.ts';
import { createOwnChanges, isInvertible } from './own-changes.ts';
import { queuedWith } from './queued-with.ts';
import { createSendQueue } from './send-queue.ts';
import { createShownOrder, sameOps } from './shown-order.ts';
import { createWaitingOps } from './waiting-ops.ts';

/** Typing rests this long before it is sent (quality B4); leaving the field sends at once. */
const TYPING_MS = 600;

export type OrderEditor = ReturnType<typeof createOrderEditor>;

export type EditorOptions = {
  readonly server: OrderServer;
  readonly storage: OpStorage;
  readonly order: Order;
  /** Told of each order the server confirms, so that other pages show it too. */
  readonly onConfirmed?: (order: Order) => void;
  /** The session is over: what is unsent stays kept until someone signs in again. */
  readonly onSignedOut?: () => void;
};

export function createOrderEditor({ server, storage, order, onConfirmed, onSignedOut }: EditorOptions) {
  const listeners = new Set<() => void>();
  const waiting = createWaitingOps();
  const own = createOwnChanges();
  const shownOf = createShownOrder();
  let state: EditorState = { confirmed: order, shown: order, pending: [], conflicts: [], rejections: [], saving: 'saved', savedAt: null };
  let writing: Promise<void> = Promise.resolve();
  let verbs = 0;
  const queue = createSendQueue({ server, getState: () => state, change, waiting, own, onSignedOut });

  function change(next: Partial<EditorState>) {
    const merged = { ...state, ...next };
    const moved = merged.confirmed !== state.confirmed || !sameOps(merged.pending, state.pending);
    state = moved ? { ...merged, shown: shownOf(merged, state.shown) } : merged;
    if (next.pending !== undefined || next.conflicts !== undefined || next.rejections !== undefined) keep();
    if (next.confirmed !== undefined) onConfirmed?.(next.confirmed);
    for (const listener of listeners) listener();
  }

  function keep() {
    // One write after the other, and each as it is then, so that an older one never lands last. A browser that refuses storage still edits.
    writing = writing
      .then(() => {
        const { pending, conflicts, rejections } = state;
        return storage.save(order.id, { pending, conflicts, rejections });
      })
      .catch(() => undefined);
  }

  /** Takes up what a tab that is gone could not send. Nothing is written meanwhile: it would be what is known without it. */
  function takeUp(): Promise<void> {
    writing = writing.then(async () => add(await storage.take(order.id))).catch(() => undefined);
    return writing;
  }

  function add(kept: Kept): void {
    const known = new Set(state.pending.map((queued) => queued.id));
    const taken = kept.pending.filter((queued) => !known.has(queued.id));
    if (taken.length === 0 && kept.conflicts.length === 0 && kept.rejections.length === 0) return;
    // What is on its way stays the first.
    const underWay = queue.underWay();
    const pending = [...state.pending.slice(0, underWay), ...taken, ...state.pending.slice(underWay)];
    change({
      pending,
      conflicts: [...state.conflicts, ...kept.conflicts],
      rejections: [...state.rejections, ...kept.rejections],
      saving: savingWith(pending, state.saving),
    });
    queue.pump();
  }

  /** The id under which it is waited for; null: it sets what is there already. */
  function awaited(op: OrderOp): string | null {
    const id = enqueue(op, state.confirmed.version, 0);
    return state.pending.some((queued) => queued.id === id) ? id : null;
  }
  const nothingToDo = (): Outcome => ({ ok: true, version: state.confirmed.version });

  function enqueue(op: OrderOp, basedOn: number, restMs: number): string {
    if (op.kind === 'undo') own.drop(op.version);
    const queued: QueuedOp = { id: newId(), key: crypto.randomUUID(), op, basedOn, tries: 0, madeAt: new Date().toISOString() };
    const { pending, id } = queuedWith(state.confirmed, state.pending, queued);
    queue.rest(restMs);
    change({
      pending,
      saving: savingWith(pending, state.saving),
      rejections: state.rejections.filter((rejection) => !sameTarget(rejection.queued.op, op)),
      conflicts: state.conflicts.flatMap((conflict) => (sameTargets(conflict.queued.op, op) ? typedOn(conflict, queued) : conflict)),
    });
    queue.pump();
    return id;
  }

  function sentUntil(isDone: () => boolean): Promise<void> {
    queue.flush();
    if (isDone()) return Promise.resolve();
    return new Promise((resolve) => {
      const listener = () => {
        if (!isDone()) return;
        listeners.delete(listener);
        resolve();
      };
      listeners.add(listener);
    });
  }

  return {
    getState: () => state,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },

    /** Does something to the order. `isTyping`: it may change again in a moment, so it waits a little before it is sent. */
    dispatch(op: OrderOp, { isTyping = false, restMs = isTyping ? TYPING_MS : 0 }: { isTyping?: boolean; restMs?: number } = {}): void {
      enqueue(op, state.confirmed.version, restMs);
    },

    /** As `dispatch`, and says what became of it. While the server cannot be reached it stays open. */
    perform(op: OrderOp): Promise<Outcome> {
      const id = awaited(op);
      return id === null ? Promise.resolve(nothingToDo()) : new Promise((resolve) => waiting.wait(id, resolve));
    },

    /** As `perform`, but does not wait for a server that cannot be reached: then it says that it is kept. */
    entrust(op: OrderOp): Promise<Entrusted> {
      const id = awaited(op);
      return id === null ? Promise.resolve(nothingToDo()) : new Promise((resolve) => waiting.waitBriefly(id, resolve));
    },

    /** Takes back the last that was done from here: at once while it is unsent, else by its inverse. False: there is nothing. */
    async undoLast(): Promise<boolean> {
      if (this.withdraw(isInvertible)) return true;
      await this.settled();
      const version = own.last();
      if (version === undefined) return false;
      enqueue({ kind: 'undo', version, index: null, restore: null }, state.confirmed.version, 0);
      return true;
    },

    /** Whether this version was made from here and nobody here took it back yet. */
    canTakeBack: (version: number): boolean => own.has(version),

    /** Sends what rests, now: on Enter and when a field is left. */
    flush: queue.flush,

    /** Resolves when nothing is on its way any more. */
    settled: (): Promise<void> => sentUntil(() => state.pending.length === 0),

    /** As `settled`, but does not wait for a server that cannot be reached. */
    settledOrKept: (): Promise<void> => sentUntil(() => state.pending.length === 0 || cannotSend(state.saving)),

    /** Something else is done to the order, and its answer received: what is told of it meanwhile is no news. */
    async during<Answer>(verb: () => Promise<Answer>): Promise<Answer> {
      verbs += 1;
      try {
        return await verb();
      } finally {
        verbs -= 1;
        for (const listener of listeners) listener();
      }
    },
    /** Whether an answer is on its way that may hold what is told of the order now. */
    isAwaiting: () => verbs > 0 || (state.saving === 'saving' && state.pending.some(({ tries }) => tries > 0)),

    /** What the server says, read elsewhere. Older than what we have is ignored. */
    receive(read: Order): void {
      if (read.version > state.confirmed.version || (read.version === state.confirmed.version && read.stage !== state.confirmed.stage))
        change({ confirmed: read });
    },

    /** Takes up what a former visit could not send, and what another tab leaves when it goes. */
    async resume(): Promise<void> {
      await takeUp();
      await storage.onLeft(order.id, () => void takeUp()).catch(() => undefined);
    },

    /** Ours after all: sent again, on the version theirs was written in. */
    keepMine({ queued, fields }: Conflict): void {
      const basedOn = Math.max(state.confirmed.version, ...fields.map((field) => field.version));
      change({ conflicts: state.conflicts.filter((conflict) => conflict.queued.id !== queued.id) });
      enqueue(queued.op, basedOn, 0);
    },
    takeTheirs(conflict: Conflict): void {
      const theirs = conflict.isTypedOn === true ? theirsOf(conflict) : null;
      change({ conflicts: state.conflicts.filter(({ queued }) => queued.id !== conflict.queued.id) });
      if (theirs !== null) enqueue(theirs, state.confirmed.version, 0);
    },
    dismiss(queuedId: string): void {
      change({ rejections: state.rejections.filter((rejection) => rejection.queued.id !== queuedId) });
    },
    /** Takes an op back that was not sent yet. False: it is too late, it must be undone. */
    withdraw(match: (op: OrderOp) => boolean): boolean {
      const found = state.pending.findLast((queued) => match(queued.op) && queued.tries === 0);
      if (found === undefined) return false;
      const pending = state.pending.filter((queued) => queued !== found);
      change({ pending, saving: pending.length > 0 ? state.saving : 'saved' });
      return true;
    },
    /** Nothing of it is sent any more, and nothing kept: whoever made it has signed out. */
    forget(): void {
      queue.stop();
      change({ pending: [], conflicts: [], rejections: [], saving: 'saved' });
    },
    /** Tries at once: the network is back. A tab that was opened after this one may be gone by now. */
    retryNow(): void {
      queue.retryNow();
      void takeUp();
    },
  };
}

/** What is kept for a server that cannot take it now goes on being kept. */
function savingWith(pending: readonly QueuedOp[], before: Saving): Saving {
  if (pending.length === 0) return 'saved';
  return cannotSend(before) ? before : 'saving';
}

const cannotSend = (saving: Saving): boolean => saving === 'offline' || saving === 'unavailable';
