import type { cartLinkRoutes } from '@backdesk/contract/order/cart-link-routes.ts';
import type { Handlers } from '../context.ts';
import { listLinksOfCart } from './commands/list-links-of-cart.ts';
import { revokeCartLink } from './commands/revoke-cart-link.ts';
import { shareCart } from './commands/share-cart.ts';
import { presentCartLink } from './presenter/present-cart-link.ts';

/** Links to a saved cart, as staff make and revoke them. `secret`: what their tokens are made from. */
export function cartLinkHandlers(secret: string): Handlers<typeof cartLinkRoutes> {
  return {
    shareCart: async (context, { params, body }) => presentCartLink(await shareCart(context, params.id, body), { ...context, secret }),
    listCartLinks: async (context, { params }) => ({
      items: (await listLinksOfCart(context, params.id)).map((link) => presentCartLink(link, { ...context, secret })),
    }),
    revokeCartLink: async (context, { params }) => {
      await revokeCartLink(context, params.id);
      return { done: true };
    },
  };
}
