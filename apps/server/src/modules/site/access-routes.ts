import type { siteRoutes } from '@backdesk/contract/site/routes.ts';
import { logSecurity } from '../../http/log.ts';
import { actorKey, type Handlers } from '../context.ts';
import { approveSiteAccess, findSiteAccess, inviteToSite } from './commands/site-access.ts';
import { presentSiteAccess } from './presenter.ts';

type Served = Pick<typeof siteRoutes, 'getSiteAccess' | 'inviteToSite' | 'approveSiteAccess'>;

/** What staff see and do about a customer's sign-in to the site. */
export const accessHandlers: Handlers<Served> = {
  getSiteAccess: async (context, { params }) => presentSiteAccess(await findSiteAccess(context, params.id)),
  inviteToSite: async (context, { params }) => {
    const access = await inviteToSite(context, params.id);
    context.afterCommit(() => logSecurity('site.invited', { customer: params.id, by: actorKey(context.actor), account: context.scope.accountId }));
    return presentSiteAccess(access);
  },
  approveSiteAccess: async (context, { params }) => presentSiteAccess(await approveSiteAccess(context, params.id)),
};
