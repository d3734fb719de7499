// The work queue (decision record 0041): which estimates wait for somebody, and what to do next. Five of them are where an
// estimate stands, so each is in one at most; `expiring` and `drifted` are warnings that stand beside that.

/** In the order in which they are shown: what a customer waits for comes first. */
export const estimateQueues = ['changes_requested', 'accepted', 'unsent', 'not_viewed', 'no_answer', 'expiring', 'drifted'] as const;
export type EstimateQueue = (typeof estimateQueues)[number];

export const queueActions = ['answer', 'order', 'send', 'send_again', 'call', 'extend', 'issue_or_honour'] as const;
export type QueueAction = (typeof queueActions)[number];

const actionOf = {
  changes_requested: 'answer',
  accepted: 'order',
  unsent: 'send',
  not_viewed: 'send_again',
  no_answer: 'call',
  expiring: 'extend',
  drifted: 'issue_or_honour',
} as const satisfies Record<EstimateQueue, QueueAction>;

/** Of several queues the first here says what to do: who waits for us, then what is not out, runs out or is no longer right, then who must be asked. */
const urgency: readonly EstimateQueue[] = ['changes_requested', 'accepted', 'unsent', 'expiring', 'drifted', 'not_viewed', 'no_answer'];

export type NextStep = { readonly action: QueueAction; readonly queue: EstimateQueue; readonly besides: readonly EstimateQueue[] };

/**
 * What staff do next about an estimate that stands in these queues, and where else it stands; null: it waits for nobody. Work queue and
 * listing both ask here.
 * @example nextStep(['no_answer', 'drifted']) // { action: 'issue_or_honour', queue: 'drifted', besides: ['no_answer'] }
 */
export function nextStep(queues: readonly EstimateQueue[]): NextStep | null {
  const queue = urgency.find((each) => queues.includes(each));
  return queue === undefined ? null : { action: actionOf[queue], queue, besides: queues.filter((each) => each !== queue) };
}

/** Days before it expires in which an unanswered estimate is `expiring`. */
export const expiringDays = 3;

/** Days after it expired in which it still is: later nobody waits for it any more. */
export const lapsedDays = 30;
