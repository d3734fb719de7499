import type { siteRoutes } from '@backdesk/contract/site/routes.ts';
import { logSecurity } from '../../http/log.ts';
import type { Limits } from '../access/limits.ts';
import { actorKey, type CommandContext, type Handlers, type ReadContext } from '../context.ts';
import { addOwnAddress, changeOwnAddress, changeOwnPassword, changeProfile, deleteOwnAddress, openOwnEstimate } from './commands/own-account.ts';
import {
  activateSaved,
  changeSavedLine,
  copySaved,
  deleteSaved,
  removeSavedLine,
  renameSaved,
  repeatToCart,
  undoRemovalInSaved,
} from './commands/saved-carts.ts';
import { listOwnAddresses, viewHandedIn, viewSaved } from './commands/view-own.ts';
import { presentOwnAddress, presentSiteOrder, presentSiteRow, presentSiteSession } from './presenter.ts';
import { listOwnOrders } from './queries/own-orders.ts';
import { findVisitor } from './queries/site-session.ts';

type Served = Pick<
  typeof siteRoutes,
  | 'listSavedCarts'
  | 'getSavedCart'
  | 'renameSavedCart'
  | 'changeSavedLine'
  | 'removeSavedLine'
  | 'undoSavedRemoval'
  | 'activateSavedCart'
  | 'copySavedCart'
  | 'deleteSavedCart'
  | 'listSiteOrders'
  | 'getSiteOrder'
  | 'repeatSiteOrder'
  | 'listSiteEstimates'
  | 'openSiteEstimate'
  | 'listOwnAddresses'
  | 'addOwnAddress'
  | 'changeOwnAddress'
  | 'deleteOwnAddress'
  | 'changeProfile'
  | 'changeSitePassword'
>;

async function rows(context: ReadContext, query: Parameters<typeof listOwnOrders>[1]) {
  const found = await listOwnOrders(context, query);
  return { items: found.rows.map((row) => presentSiteRow(row, context.now)), nextCursor: found.nextCursor };
}

const savedPath = (id: string) => `/api/site/v1/saved-carts/${id}`;

/** What a signed-in customer has of their own. */
export function accountHandlers(limits: Limits): Handlers<Served> {
  const shown = async (context: CommandContext, id: string, view: ReturnType<typeof renameSaved>) => {
    context.rereadAt(savedPath(id));
    return presentSiteOrder(await view, context.now);
  };
  return {
    listSavedCarts: (context, { query }) => rows(context, { ...query, stages: ['saved_cart'] }),
    getSavedCart: async (context, { params }) => presentSiteOrder(await viewSaved(context, params.id), context.now),
    renameSavedCart: (context, { params, body }) => shown(context, params.id, renameSaved(context, params.id, body)),
    changeSavedLine: (context, { params, body }) => shown(context, params.id, changeSavedLine(context, params.id, params.lineId, body)),
    removeSavedLine: (context, { params, query }) => shown(context, params.id, removeSavedLine(context, params.id, params.lineId, query.basedOn)),
    undoSavedRemoval: (context, { params, body }) => shown(context, params.id, undoRemovalInSaved(context, params.id, body.version)),
    activateSavedCart: async (context, { params }) => {
      const { cart, replaced } = await activateSaved(context, params.id);
      return { cart: presentSiteOrder(cart, context.now), replaced };
    },
    copySavedCart: async (context, { params }) => {
      const { cart, left } = await copySaved(context, params.id);
      return { cart: presentSiteOrder(cart, context.now), left: [...left] };
    },
    deleteSavedCart: async (context, { params }) => {
      await deleteSaved(context, params.id);
      return { done: true };
    },

    listSiteOrders: (context, { query: { stage, ...query } }) =>
      rows(context, { ...query, stages: stage === undefined ? ['pending', 'submitted', 'approval_declined', 'canceled'] : [stage] }),
    getSiteOrder: async (context, { params }) => presentSiteOrder(await viewHandedIn(context, params.id), context.now),
    repeatSiteOrder: async (context, { params }) => {
      const { cart, left } = await repeatToCart(context, params.id);
      return { cart: presentSiteOrder(cart, context.now), left: [...left] };
    },
    listSiteEstimates: (context, { query }) => rows(context, { ...query, stages: ['estimate'], onlyReleased: true }),
    openSiteEstimate: async (context, { params }) => ({ url: await openOwnEstimate(context, params.id) }),

    listOwnAddresses: async (context) => ({ items: (await listOwnAddresses(context)).map(presentOwnAddress) }),
    addOwnAddress: async (context, { body }) => presentOwnAddress(await addOwnAddress(context, body)),
    changeOwnAddress: async (context, { params, body }) => presentOwnAddress(await changeOwnAddress(context, params.id, body)),
    deleteOwnAddress: async (context, { params }) => {
      await deleteOwnAddress(context, params.id);
      return { done: true };
    },
    changeProfile: async (context, { body }) => {
      await changeProfile(context, body);
      return presentSiteSession(await findVisitor(context.tx, context.scope, context.actor), context.account);
    },
    changeSitePassword: async (context, { body }) => {
      const { actor, afterCommit } = context;
      await limits.take('password_change', actorKey(actor));
      await changeOwnPassword(context, body);
      afterCommit(() => logSecurity('site.password_set', { customer: actor.id }));
      return { done: true };
    },
  };
}
