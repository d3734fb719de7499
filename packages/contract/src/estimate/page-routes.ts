// The routes as the estimate page calls them: address and method without their schemas, so that its script carries no
// validator. `page-routes.test.ts` holds them to the table.
import type { RouteTable } from '../route.ts';
import type { estimateRoutes } from './routes.ts';

type Called = { readonly [Name in keyof typeof estimateRoutes]: { readonly method: string; readonly path: string; readonly body?: true } };

const base = '/api/estimates/v1/{token}';

export const calledRoutes = {
  getEstimatePage: { method: 'GET', path: base },
  readEarlierRevision: { method: 'GET', path: `${base}/revisions/{revision}` },
  acceptEstimate: { method: 'POST', path: `${base}/accept`, body: true },
  declineEstimate: { method: 'POST', path: `${base}/decline`, body: true },
  requestEstimateChanges: { method: 'POST', path: `${base}/request-changes`, body: true },
} as const satisfies Called;

/** For `createClient`: it reads method, path and whether there is a body; the types are the table's. */
export const pageRoutes = calledRoutes as unknown as typeof estimateRoutes & RouteTable;
