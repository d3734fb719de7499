// The order as it is being edited: every op shows at once, is kept in the browser, goes to the server in order and exactly
// once, and is only forgotten when the server has acknowledged it.
import { ApiProblem, Unreachable } from '@backdesk/contract/client.ts';
import { checkoutFactsOf } from '@backdesk/contract/order/checkout-facts.ts';
import type { Order, OrderChange } from '@backdesk/contract/order/order.ts';
import type { ProblemBody } from '@backdesk/contract/problem.ts';
import { applyOp } from './apply-op.ts';
import { conflictOf, theirsOf } from './conflict-of.ts';
import type { Conflict, EditorState } from './editor-state.ts';
import { judged } from './judged.ts';
import { mergeChange } from './merge-change.ts';
import { newId } from './new-id.ts';
import type { Kept, OpStorage } from './op-storage.ts';
import { type OrderOp, type QueuedOp, targetsOf } from './order-op.ts';
import { createOwnChanges, isInvertible } from './own-changes.ts';
import { queuedWith } from './queued-with.ts';
import { nothingShownBefore, repriced } from './repriced.ts';
import { completedAfter } from './with-checkout.ts';

/** Typing rests this long before it is sent (quality B4); leaving the field sends at once. */
const TYPING_MS = 600;
const FIRST_RETRY_MS = 1000;
/** Whoever waited through an outage sees "Saved" this soon after it, whatever its length. */
const LAST_RETRY_MS = 5_000;

export type Outcome = { readonly ok: true; readonly version: number } | { readonly ok: false; readonly problem: ProblemBody | null };

/** As an outcome; or it is kept here, and what becomes of it is shown with all that is unsent. */
export type Entrusted = Outcome | 'kept';

export type OrderEditor = ReturnType<typeof createOrderEditor>;

/** Where an order is kept: the desk's API, or the site's for a customer's own cart. */
export type OrderServer = {
  readonly read: () => Promise<Order>;
  /** Sends one op under its own key. Answers the order, or what of it changed. */
  readonly send: (queued: QueuedOp) => Promise<OrderChange | Order>;
};

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
  const waiting = new Map<string, (outcome: Outcome) => void>();
  /** Who waits no longer than until it is known that it cannot be sent now. */
  const impatient = new Map<string, () => void>();
  const own = createOwnChanges();
  const shownBefore = nothingShownBefore();
  let state: EditorState = { confirmed: order, shown: order, pending: [], conflicts: [], rejections: [], saving: 'saved', savedAt: null };
  let sending: string | null = null;
  let restUntil = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let retryMs = FIRST_RETRY_MS;
  let writing: Promise<void> = Promise.resolve();

  function change(next: Partial<EditorState>) {
    const merged = { ...state, ...next };
    const moved = merged.confirmed !== state.confirmed || !sameOps(merged.pending, state.pending);
    state = moved ? { ...merged, shown: shownOf(merged) } : merged;
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
    const [first, ...others] = state.pending;
    const pending = first === undefined || sending === null ? [...taken, ...state.pending] : [first, ...taken, ...others];
    change({
      pending,
      conflicts: [...state.conflicts, ...kept.conflicts],
      rejections: [...state.rejections, ...kept.rejections],
      saving: pending.length > 0 ? (isKept(state.saving) ? state.saving : 'saving') : 'saved',
    });
    void pump();
  }

  function settle(id: string, outcome: Outcome) {
    waiting.get(id)?.(outcome);
    waiting.delete(id);
    impatient.delete(id);
  }

  function wait(op: OrderOp, resolve: (outcome: Outcome) => void): string | null {
    const id = enqueue(op, state.confirmed.version, 0);
    if (!state.pending.some((queued) => queued.id === id)) {
      resolve({ ok: true, version: state.confirmed.version });
      return null;
    }
    waiting.set(id, resolve);
    return id;
  }

  function later(ms: number) {
    clearTimeout(timer);
    timer = setTimeout(() => void pump(), ms);
  }

  async function pump(): Promise<void> {
    const next = state.pending.at(0);
    if (sending !== null || next === undefined) return;
    const rest = restUntil - Date.now();
    if (rest > 0) return later(rest);
    clearTimeout(timer);
    sending = next.id;
    change({ pending: state.pending.map((queued) => (queued.id === next.id ? { ...queued, tries: queued.tries + 1 } : queued)) });
    try {
      await acknowledged(next, await server.send(next));
      retryMs = FIRST_RETRY_MS;
    } catch (error) {
      if (!(await refused(next, error))) return;
    } finally {
      sending = null;
    }
    if (state.pending.length > 0) return pump();
  }

  async function acknowledged(queued: QueuedOp, answer: OrderChange | Order) {
    const confirmed = await after(answer);
    // Only now: what was done while the order was read is on its way too.
    const pending = withoutOp(queued);
    if (answer.version > queued.basedOn && answer.version !== state.confirmed.version) own.add(queued.op, answer.version);
    const targets = new Set(targetsOf(queued.op));
    // What we set ourselves after that on the same field was not made on an old value.
    const rebased = pending.map((other) =>
      other.tries === 0 && targetsOf(other.op).some((target) => targets.has(target)) ? { ...other, basedOn: answer.version } : other,
    );
    change({
      confirmed: newer(confirmed, state.confirmed),
      pending: rebased,
      saving: rebased.length > 0 ? 'saving' : 'saved',
      savedAt: new Date().toISOString(),
    });
    settle(queued.id, { ok: true, version: answer.version });
  }

  const withoutOp = ({ id }: QueuedOp) => state.pending.filter((other) => other.id !== id);

  async function after(answer: OrderChange | Order): Promise<Order> {
    if ('lines' in answer) return answer;
    const isChange = Array.isArray(answer.changedLines);
    if (isChange && answer.version === state.confirmed.version + 1) return mergeChange(state.confirmed, answer);
    // Somebody wrote in between (or the answer of a replay was too large to keep): read the whole order.
    return answer.version > state.confirmed.version || !isChange ? server.read() : state.confirmed;
  }

  /** True when the queue may go on. */
  async function refused(queued: QueuedOp, error: unknown): Promise<boolean> {
    if (mayPass(error, queued.tries + 1)) {
      change({ saving: error instanceof ApiProblem ? 'unavailable' : 'offline' });
      if (error instanceof ApiProblem && error.problem.status === 401) onSignedOut?.();
      sending = null;
      for (const [id, goOn] of impatient) {
        waiting.delete(id);
        goOn();
      }
      impatient.clear();
      later(retryMs);
      retryMs = Math.min(retryMs + retryMs, LAST_RETRY_MS);
      return false;
    }
    const problem = error instanceof ApiProblem ? error.problem : null;
    if (problem?.code === 'order.conflict') {
      const confirmed = await server.read().catch(() => state.confirmed);
      const pending = withoutOp(queued);
      change({
        confirmed: newer(confirmed, state.confirmed),
        pending,
        conflicts: [...state.conflicts, conflictOf(queued, problem)],
        saving: pending.length > 0 ? 'saving' : 'saved',
      });
    } else {
      const pending = withoutOp(queued);
      const isAwaited = waiting.has(queued.id);
      const rejections = problem === null || isAwaited ? state.rejections : [...state.rejections, { queued, problem }];
      change({ pending, rejections, saving: pending.length > 0 ? 'saving' : 'saved' });
    }
    settle(queued.id, { ok: false, problem });
    return true;
  }

  function enqueue(op: OrderOp, basedOn: number, restMs: number): string {
    if (op.kind === 'undo') own.drop(op.version);
    const queued: QueuedOp = { id: newId(), key: crypto.randomUUID(), op, basedOn, tries: 0, madeAt: new Date().toISOString() };
    const { pending, id } = queuedWith(state.confirmed, state.pending, queued);
    restUntil = restMs === 0 ? 0 : Date.now() + restMs;
    change({
      pending,
      saving: pending.length > 0 ? (isKept(state.saving) ? state.saving : 'saving') : 'saved',
      rejections: state.rejections.filter((rejection) => !sameTarget(rejection.queued.op, op)),
      conflicts: state.conflicts.flatMap((conflict) => (sameTargets(conflict.queued.op, op) ? typedOn(conflict, queued) : conflict)),
    });
    void pump();
    return id;
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
      return new Promise((resolve) => void wait(op, resolve));
    },

    /** As `perform`, but does not wait for a server that cannot be reached: then it says that it is kept. */
    entrust(op: OrderOp): Promise<Entrusted> {
      return new Promise((resolve) => {
        const id = wait(op, resolve);
        if (id !== null) impatient.set(id, () => resolve('kept'));
      });
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

    /** Sends what rests, now: on Enter and when a field is left. */
    flush(): void {
      restUntil = 0;
      void pump();
    },

    /** Resolves when nothing is on its way any more. */
    settled(): Promise<void> {
      restUntil = 0;
      void pump();
      if (state.pending.length === 0) return Promise.resolve();
      return new Promise((resolve) => {
        const listener = () => {
          if (state.pending.length > 0) return;
          listeners.delete(listener);
          resolve();
        };
        listeners.add(listener);
      });
    },

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
      clearTimeout(timer);
      change({ pending: [], conflicts: [], rejections: [], saving: 'saved' });
    },
    /** Tries at once: the network is back. A tab that was opened after this one may be gone by now. */
    retryNow(): void {
      retryMs = FIRST_RETRY_MS;
      restUntil = 0;
      void pump();
      void takeUp();
    },
  };

  function shownOf({ confirmed, pending }: EditorState): Order {
    if (pending.length === 0) return confirmed;
    let applied = confirmed;
    let { completed } = checkoutFactsOf(confirmed);
    for (const [at, { op }] of pending.entries()) {
      applied = applyOp(applied, op);
      const entered = completedAfter(completed, applied, op);
      if (entered === completed) continue;
      // An answer is given on the sums of its moment: those that the ops before it made.
      if (at > 0) applied = repriced(applied, state.shown);
      completed = at > 0 ? completedAfter(completed, applied, op) : entered;
    }
    return judged(applied, completed, state.shown, shownBefore);
  }
}

/** Whether what is pending rests here until the server can take it. */
function isKept(saving: EditorState['saving']): boolean {
  return saving === 'offline' || saving === 'unavailable';
}

/** Whether the same is being done, though it may have been sent since. */
function sameOps(a: readonly QueuedOp[], b: readonly QueuedOp[]): boolean {
  return a === b || (a.length === b.length && a.every((queued, at) => queued.op === b[at]?.op));
}

function newer(a: Order, b: Order): Order {
  return a.version >= b.version ? a : b;
}

/** What is typed on beside somebody else's value is ours from then on; theirs stays to be taken, where it can be. */
function typedOn(conflict: Conflict, { id: _, ...queued }: QueuedOp): readonly Conflict[] {
  return theirsOf(conflict) === null ? [] : [{ ...conflict, queued: { ...queued, id: conflict.queued.id }, isTypedOn: true }];
}

/** Whether both set the very same fields. */
function sameTargets(a: OrderOp, b: OrderOp): boolean {
  return a.kind === b.kind && targetsOf(a).toSorted().join() === targetsOf(b).toSorted().join();
}

function sameTarget(a: OrderOp, b: OrderOp): boolean {
  const targets = new Set(targetsOf(a));
  return targetsOf(b).some((target) => targets.has(target));
}

/** No answer, a server that is not ready, the twin still being worked on, or too many at once: the same again may go well. */
function mayPass(error: unknown, tries: number): boolean {
  if (error instanceof Unreachable) return true;
  if (!(error instanceof ApiProblem)) return false;
  const { status, code } = error.problem;
  // A defect over there that does not go away must not hold back everything behind it.
  if (status === 500) return tries < 4;
  return status > 500 || status === 429 || status === 401 || code === 'request.in_flight';
}
