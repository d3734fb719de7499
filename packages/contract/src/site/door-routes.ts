// Coming in: who is here, signing in and out, registering, passwords by mailed links.
import { done, tokenParams } from '../core/primitives.ts';
import type { RouteTable } from '../route.ts';
import { requestSitePassword, setSitePassword, siteSignIn } from './requests.ts';
import { anybody, base } from './route-parts.ts';
import { passwordLink, register, siteSession } from './schema.ts';

export const siteDoorRoutes = {
  getSiteSession: {
    ...anybody,
    method: 'GET',
    path: `${base}/session`,
    summary: 'Whose site it is, and who is signed in',
    answer: siteSession,
    problems: ['not_found'],
  },
  signInToSite: {
    ...anybody,
    method: 'POST',
    path: `${base}/session`,
    summary: 'Sign a customer in; what a guest had in the cart comes along',
    body: siteSignIn,
    answer: siteSession,
    problems: ['session.wrong_credentials', 'site.sign_in_off', 'site.not_approved', 'request.rate_limited', 'not_found'],
  },
  signOutOfSite: { ...anybody, method: 'DELETE', path: `${base}/session`, summary: 'Sign the customer out', answer: done, problems: ['not_found'] },
  registerCustomer: {
    ...anybody,
    method: 'POST',
    path: `${base}/registrations`,
    summary: 'Register; a link to go on with is mailed. Answers the same whether anybody has the address',
    body: register,
    status: 202,
    answer: done,
    problems: ['site.registration_off', 'request.rate_limited', 'not_found'],
  },
  requestSitePassword: {
    ...anybody,
    method: 'POST',
    path: `${base}/password-resets`,
    summary: 'Ask for a link to set a new password; answers the same whether anybody has the address',
    body: requestSitePassword,
    status: 202,
    answer: done,
    problems: ['site.sign_in_off', 'request.rate_limited', 'not_found'],
  },
  openPasswordLink: {
    ...anybody,
    method: 'GET',
    path: `${base}/password-links/{token}`,
    summary: 'Whom a mailed link is for; looking uses nothing up',
    params: tokenParams,
    answer: passwordLink,
    problems: ['password_reset.gone', 'request.rate_limited'],
  },
  redeemPasswordLink: {
    ...anybody,
    method: 'POST',
    path: `${base}/password-links/{token}`,
    summary: 'Set a password by a mailed link, once: the address is proven by it, and the customer signed in',
    params: tokenParams,
    body: setSitePassword,
    answer: siteSession,
    problems: ['password_reset.gone', 'site.not_approved', 'request.rate_limited'],
  },
} as const satisfies RouteTable;
