import type { estimateRoutes } from '@backdesk/contract/estimate/routes.ts';
import type { Handlers } from '../context.ts';
import { showEstimate } from './commands/show-estimate.ts';
import { presentEstimatePage } from './presenter.ts';

/** The customer's side of an estimate, by link: reading it. Deciding is in the order's module. */
export const estimateHandlers: Pick<Handlers<typeof estimateRoutes>, 'getEstimatePage'> = {
  getEstimatePage: async (context) => presentEstimatePage(await showEstimate(context), context.now),
};
