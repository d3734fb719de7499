// What is pending goes to the server in order and exactly once: what may go together in one request, each op under its own key.
// It is only forgotten when the server has acknowledged it, or has refused it for a reason of its own.
import { ApiProblem, NotMade } from '@backdesk/contract/client.ts';
import type { Order, OrderChange } from '@backdesk/contract/order/order.ts';
import { conflictOf } from './conflict-of.ts';
import type { EditorState } from './editor-state.ts';
import { mayPass } from './may-pass.ts';
import { mergeChange } from './merge-change.ts';
import { type QueuedOp, targetsOf } from './order-op.ts';
import type { OrderServer } from './order-server.ts';
import type { createOwnChanges } from './own-changes.ts';
import { sentTogether } from './sent-together.ts';
import type { WaitingOps } from './waiting-ops.ts';

const FIRST_RETRY_MS = 1000;
/** Whoever waited through an outage sees "Saved" this soon after it, whatever its length. */
const LAST_RETRY_MS = 5_000;

export type SendQueue = ReturnType<typeof createSendQueue>;

type SendQueueOptions = {
  readonly server: OrderServer;
  readonly getState: () => EditorState;
  readonly change: (next: Partial<EditorState>) => void;
  readonly waiting: WaitingOps;
  readonly own: ReturnType<typeof createOwnChanges>;
  readonly onSignedOut: (() => void) | undefined;
};

export function createSendQueue({ server, getState, change, waiting, own, onSignedOut }: SendQueueOptions) {
  let isSending = false;
  /** What is on its way, the first of the queue. */
  let underWay: readonly QueuedOp[] = [];
  let restUntil = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let retryMs = FIRST_RETRY_MS;

  function later(ms: number) {
    clearTimeout(timer);
    timer = setTimeout(() => void pump(), ms);
  }

  async function pump(): Promise<void> {
    if (isSending || getState().pending.length === 0) return;
    const rest = restUntil - Date.now();
    if (rest > 0) return later(rest);
    clearTimeout(timer);
    isSending = true;
    // What is done in the same moment goes together.
    await Promise.resolve();
    const goesOn = await sendRun().finally(() => {
      isSending = false;
      underWay = [];
    });
    if (!goesOn) return waiting.sendAway();
    if (getState().pending.length > 0) return pump();
  }

  /** True when the queue may go on. */
  async function sendRun(): Promise<boolean> {
    const { pending } = getState();
    // What rests came after the first, and waits for its own time.
    const isAlone = server.sendTogether === undefined || restUntil > Date.now();
    underWay = tried(isAlone ? pending.slice(0, 1) : sentTogether(pending), 1);
    const run = underWay;
    if (run.length === 0) return true;
    for (const [at, answer] of answersTo(run).entries()) {
      const queued = run[at];
      if (queued === undefined) break;
      try {
        await acknowledged(queued, await answer);
        retryMs = FIRST_RETRY_MS;
        underWay = underWay.slice(1);
      } catch (error) {
        if (!(error instanceof NotMade)) return refused(queued, run.slice(at + 1), error);
        tried(run.slice(at), -1);
        return true;
      }
    }
    return true;
  }

  function answersTo(run: readonly QueuedOp[]): readonly Promise<OrderChange | Order>[] {
    const answers = server.sendTogether?.(run) ?? run.map((queued) => server.send(queued));
    // Those behind a refusal were not made: nobody waits for them.
    for (const answer of answers) answer.catch(() => undefined);
    return answers;
  }

  /** Notes that these were sent once more, or after all were not. Answers them as they stand in the queue now. */
  function tried(run: readonly QueuedOp[], times: 1 | -1): readonly QueuedOp[] {
    const ids = new Set(run.map(({ id }) => id));
    const pending = getState().pending.map((queued) => (ids.has(queued.id) ? { ...queued, tries: queued.tries + times } : queued));
    if (run.length > 0) change({ pending });
    return pending.filter(({ id }) => ids.has(id));
  }

  const withoutOp = ({ id }: QueuedOp) => getState().pending.filter((other) => other.id !== id);

  async function acknowledged(queued: QueuedOp, answer: OrderChange | Order) {
    const confirmed = await after(answer);
    // Only now: what was done while the order was read is on its way too.
    const pending = withoutOp(queued);
    if (answer.version > queued.basedOn && answer.version !== getState().confirmed.version) own.add(queued.op, answer.version);
    const targets = new Set(targetsOf(queued.op));
    // What we set ourselves after that on the same field was not made on an old value.
    const rebased = pending.map((other) =>
      other.tries === 0 && targetsOf(other.op).some((target) => targets.has(target)) ? { ...other, basedOn: answer.version } : other,
    );
    change({
      confirmed: newer(confirmed, getState().confirmed),
      pending: rebased,
      saving: rebased.length > 0 ? 'saving' : 'saved',
      savedAt: new Date().toISOString(),
    });
    waiting.settle(queued.id, { ok: true, version: answer.version });
  }

  async function after(answer: OrderChange | Order): Promise<Order> {
    if ('lines' in answer) return answer;
    const { confirmed } = getState();
    const isChange = Array.isArray(answer.changedLines);
    if (isChange && answer.version === confirmed.version + 1) return mergeChange(confirmed, answer, getState().shown);
    // Somebody wrote in between (or the answer of a replay was too large to keep): read the whole order.
    return answer.version > confirmed.version || !isChange ? server.read() : confirmed;
  }

  /** True when the queue may go on. `unmade`: what was sent with it, and was not done because of it. */
  async function refused(queued: QueuedOp, unmade: readonly QueuedOp[], error: unknown): Promise<boolean> {
    if (mayPass(error, queued.tries)) {
      change({ saving: error instanceof ApiProblem ? 'unavailable' : 'offline' });
      if (error instanceof ApiProblem && error.problem.status === 401) onSignedOut?.();
      later(retryMs);
      retryMs = Math.min(retryMs + retryMs, LAST_RETRY_MS);
      return false;
    }
    tried(unmade, -1);
    const problem = error instanceof ApiProblem ? error.problem : null;
    if (problem?.code === 'order.conflict') {
      const confirmed = await server.read().catch(() => getState().confirmed);
      const pending = withoutOp(queued);
      change({
        confirmed: newer(confirmed, getState().confirmed),
        pending,
        conflicts: [...getState().conflicts, conflictOf(queued, problem)],
        saving: pending.length > 0 ? 'saving' : 'saved',
      });
    } else {
      const pending = withoutOp(queued);
      const isAwaited = waiting.has(queued.id);
      const { rejections } = getState();
      change({
        pending,
        rejections: problem === null || isAwaited ? rejections : [...rejections, { queued, problem }],
        saving: pending.length > 0 ? 'saving' : 'saved',
      });
    }
    waiting.settle(queued.id, { ok: false, problem });
    return true;
  }

  return {
    /** Sends what is due. */
    pump: () => void pump(),
    /** Nothing is sent for so long; 0: at once. */
    rest: (ms: number) => {
      restUntil = ms === 0 ? 0 : Date.now() + ms;
    },
    /** Sends what rests, now. */
    flush: () => {
      restUntil = 0;
      void pump();
    },
    retryNow: () => {
      retryMs = FIRST_RETRY_MS;
      restUntil = 0;
      void pump();
    },
    /** How many at the head of the queue are on their way: nothing comes before them. */
    underWay: () => underWay.length,
    stop: () => clearTimeout(timer),
  };
}

function newer(a: Order, b: Order): Order {
  return a.version >= b.version ? a : b;
}
