import type { pricingRoutes } from '@backdesk/contract/pricing/routes.ts';
import type { Handlers } from '../context.ts';
import { tryPricing } from './commands/try-pricing.ts';
import { presentTriedPricing } from './presenter.ts';

/** What shipping and tax would be, without an order being touched. */
export const pricingHandlers: Handlers<typeof pricingRoutes> = {
  tryPricing: async (context, { body }) => presentTriedPricing(await tryPricing(context, body)),
};
