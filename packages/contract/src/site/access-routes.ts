// Who may sign in to the site, by staff.
import { idParams } from '../core/primitives.ts';
import type { RouteTable } from '../route.ts';
import { siteAccess } from './schema.ts';

export const siteAccessRoutes = {
  getSiteAccess: {
    method: 'GET',
    path: '/api/v1/customers/{id}/site-access',
    summary: 'Whether a customer can sign in to the site',
    audience: 'staff',
    permission: 'customer:read',
    params: idParams,
    status: 200,
    answer: siteAccess,
    problems: [],
  },
  inviteToSite: {
    method: 'POST',
    path: '/api/v1/customers/{id}/site-access/invite',
    summary: 'Mail a customer the link to set a password for the site; it works once, for seven days',
    audience: 'staff',
    permission: 'customer:write',
    params: idParams,
    status: 200,
    answer: siteAccess,
    problems: ['site.no_email', 'site.sign_in_off', 'order.customer_inactive'],
  },
  approveSiteAccess: {
    method: 'POST',
    path: '/api/v1/customers/{id}/site-access/approve',
    summary: 'Let in a customer who registered; they are told by mail',
    audience: 'staff',
    permission: 'customer:write',
    params: idParams,
    status: 200,
    answer: siteAccess,
    problems: ['conflict'],
  },
} as const satisfies RouteTable;
