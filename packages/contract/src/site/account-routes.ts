// What a customer has here besides carts: orders, estimates, addresses, the profile.
import { z } from 'zod';
import { done, idParams, page, pageQuery } from '../core/primitives.ts';
import { changeAddress, newAddress, savedAddress } from '../customer/schema.ts';
import { stage } from '../order/order.ts';
import type { RouteTable } from '../route.ts';
import { changeProfile, changeSitePassword } from './requests.ts';
import { base, editing, lineFaults, own } from './route-parts.ts';
import { copied, siteOrder, siteOrderRow, siteSession } from './schema.ts';

export const siteAccountRoutes = {
  listSiteOrders: {
    ...own,
    method: 'GET',
    path: `${base}/orders`,
    summary: 'The customer’s orders that were handed in, newest first',
    query: z.strictObject({ stage: stage.extract(['pending', 'submitted', 'approval_declined', 'canceled']).optional(), ...pageQuery }),
    answer: page(siteOrderRow),
    problems: [],
  },
  getSiteOrder: { ...own, method: 'GET', path: `${base}/orders/{id}`, summary: 'One order of the customer', params: idParams, answer: siteOrder, problems: [] },
  repeatSiteOrder: {
    ...own,
    method: 'POST',
    path: `${base}/orders/{id}/repeat`,
    summary: 'Add its products to the cart at the prices of today',
    params: idParams,
    answer: copied,
    problems: [...editing, ...lineFaults, 'order.customer_inactive'],
  },
  listSiteEstimates: {
    ...own,
    method: 'GET',
    path: `${base}/estimates`,
    summary: 'Estimates that were sent to the customer',
    query: z.strictObject(pageQuery),
    answer: page(siteOrderRow),
    problems: [],
  },
  openSiteEstimate: {
    ...own,
    method: 'POST',
    path: `${base}/estimates/{id}/link`,
    summary: 'The address of the estimate’s page for this customer',
    params: idParams,
    answersSecret: true,
    answer: z.strictObject({ url: z.string() }),
    problems: [],
  },
  listOwnAddresses: {
    ...own,
    method: 'GET',
    path: `${base}/addresses`,
    summary: 'The address book, with the company’s addresses',
    answer: z.strictObject({ items: z.array(savedAddress) }),
    problems: [],
  },
  addOwnAddress: {
    ...own,
    method: 'POST',
    path: `${base}/addresses`,
    summary: 'Add an address',
    body: newAddress,
    status: 201,
    answer: savedAddress,
    problems: ['not_found'],
  },
  changeOwnAddress: {
    ...own,
    method: 'PATCH',
    path: `${base}/addresses/{id}`,
    summary: 'Change an address of one’s own',
    params: idParams,
    body: changeAddress,
    answer: savedAddress,
    problems: ['conflict'],
  },
  deleteOwnAddress: {
    ...own,
    method: 'DELETE',
    path: `${base}/addresses/{id}`,
    summary: 'Delete an address of one’s own',
    params: idParams,
    answer: done,
    problems: [],
  },
  changeProfile: {
    ...own,
    method: 'PATCH',
    path: `${base}/profile`,
    summary: 'Change name and phone',
    body: changeProfile,
    answer: siteSession,
    problems: ['not_found'],
  },
  changeSitePassword: {
    ...own,
    method: 'PUT',
    path: `${base}/profile/password`,
    summary: 'Change the password; ends the other sessions',
    body: changeSitePassword,
    answer: done,
    problems: ['request.rate_limited'],
  },
} as const satisfies RouteTable;
