import type { estimateRoutes } from '@backdesk/contract/estimate/routes.ts';
import type { Handlers } from '../context.ts';
import { showEstimate } from './commands/show-estimate.ts';
import { presentEstimatePage } from './presenter.ts';

/** The customer's side of an estimate, by link. */
export const estimateHandlers: Handlers<typeof estimateRoutes> = {
  getEstimatePage: async (context) => presentEstimatePage(await showEstimate(context), context.now),
};
