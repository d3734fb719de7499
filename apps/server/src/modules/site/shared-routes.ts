import type { sharedCartRoutes } from '@backdesk/contract/site/shared-cart-routes.ts';
import type { Limits } from '../access/limits.ts';
import { placeOf } from '../access/limits.ts';
import type { Handlers, ReadContext } from '../context.ts';
import { Problem } from '../problem.ts';
import { copySharedCart, openSharedCart, replaceBySharedCart } from './commands/shared-carts.ts';
import { presentSharedCart, presentSiteOrder } from './presenter.ts';

/** Saved carts shared by a link. Tokens that were never ours are counted, so that nobody tries them through. */
export function sharedHandlers(limits: Limits): Handlers<typeof sharedCartRoutes> {
  async function known<Found>({ origin }: Pick<ReadContext, 'origin'>, find: () => Promise<Found | undefined>): Promise<Found> {
    const place = placeOf(origin?.ipAddress ?? '');
    limits.check('wrong_link', place);
    const found = await find();
    if (found !== undefined) return found;
    await limits.take('wrong_link', place);
    throw new Problem('not_found');
  }
  return {
    openSharedCart: async (context, { params }) => presentSharedCart(await known(context, () => openSharedCart(context, params.token)), context.now),
    copySharedCart: async (context, { params }) => {
      const { cart, left } = await known(context, () => copySharedCart(context, params.token));
      return { cart: presentSiteOrder(cart, context.now), left: [...left] };
    },
    replaceBySharedCart: async (context, { params }) => {
      const { cart, left, replaced } = await known(context, () => replaceBySharedCart(context, params.token));
      return { cart: presentSiteOrder(cart, context.now), left: [...left], replaced };
    },
  };
}
