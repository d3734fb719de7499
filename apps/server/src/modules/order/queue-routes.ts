import type { queueRoutes } from '@backdesk/contract/estimate/queue-routes.ts';
import { estimateQueues, nextStep } from '@backdesk/domain/estimate/queues.ts';
import type { Handlers } from '../context.ts';
import { countQueues } from './queries/estimate-queues.ts';
import { countOutcomes, sumPipeline } from './queries/estimate-report.ts';

type Total = { readonly currency: string; readonly count: number; readonly amount: number };

/** The totals of one queue or state: how many in all, and what they are worth by currency. */
const summed = (totals: readonly Total[]) => ({
  count: totals.reduce((sum, { count }) => sum + count, 0),
  values: totals.map(({ amount, currency }) => ({ amount, currency })),
});

const pipelineStates = ['unsent', 'sent', 'viewed', 'changes_requested', 'accepted'] as const;

/** What waits for staff among the estimates, and how they go. */
export const queueHandlers: Handlers<typeof queueRoutes> = {
  readQueue: async (context) => {
    const totals = await countQueues(context);
    return {
      items: estimateQueues.flatMap((queue) => {
        const { count, values } = summed(totals.filter((total) => total.queue === queue));
        const step = nextStep([queue]);
        return count === 0 || step === null ? [] : [{ queue, count, values, nextAction: step.action }];
      }),
    };
  },
  reportEstimates: async (context) => {
    const totals = await sumPipeline(context);
    return {
      pipeline: pipelineStates.map((state) => ({ state, ...summed(totals.filter((total) => total.state === state)) })),
      months: [...(await countOutcomes(context))],
    };
  },
};
