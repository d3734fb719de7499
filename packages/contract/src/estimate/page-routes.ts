// The routes as the estimate page calls them: address and method without their schemas, so that its script carries no
// validator. `page-routes.test.ts` holds them to the table.
import type { RouteTable } from '../route.ts';
import type { estimateRoutes } from './routes.ts';

type Called = {
  readonly [Name in keyof typeof estimateRoutes]: { readonly method: string; readonly path: string; readonly body?: true; readonly bodyType?: string };
};

const base = '/api/estimates/v1/{token}';

export const calledRoutes = {
  getEstimatePage: { method: 'GET', path: base },
  readEarlierRevision: { method: 'GET', path: `${base}/revisions/{revision}` },
  noteEstimateRead: { method: 'POST', path: `${base}/read`, body: true },
  sendPurchaseOrder: { method: 'POST', path: `${base}/files`, body: true, bodyType: 'application/octet-stream' },
  acceptEstimate: { method: 'POST', path: `${base}/accept`, body: true },
  declineEstimate: { method: 'POST', path: `${base}/decline`, body: true },
  requestEstimateChanges: { method: 'POST', path: `${base}/request-changes`, body: true },
  listEstimateMessages: { method: 'GET', path: `${base}/messages` },
  writeEstimateMessage: { method: 'POST', path: `${base}/messages`, body: true },
} as const satisfies Called;

/** For `createClient`: it reads method, path, whether there is a body and of which type; the types are the table's. */
export const pageRoutes = calledRoutes as unknown as typeof estimateRoutes & RouteTable;
