import type { estimateLinkRoutes } from '@backdesk/contract/estimate/link-routes.ts';
import type { estimateRoutes } from '@backdesk/contract/estimate/routes.ts';
import type { estimateStaffRoutes } from '@backdesk/contract/estimate/staff-routes.ts';
import type { Handlers } from '../context.ts';
import { compareRevisions } from './commands/compare-revisions.ts';
import { noteRead } from './commands/note-read.ts';
import { readEarlierRevision, readRevision } from './commands/read-revision.ts';
import { showEstimate } from './commands/show-estimate.ts';
import { comparisonJson } from './comparison-json.ts';
import { linkJson } from './link-json.ts';
import { presentContent, presentEarlier, presentEstimatePage } from './presenter.ts';
import { getLinks } from './queries/links.ts';

type Reading = Pick<Handlers<typeof estimateRoutes>, 'getEstimatePage' | 'readEarlierRevision' | 'noteEstimateRead'> &
  Pick<Handlers<typeof estimateStaffRoutes>, 'readRevision' | 'compareRevisions'> &
  Pick<Handlers<typeof estimateLinkRoutes>, 'listEstimateLinks'>;

/** Reading revisions, by link and by staff. Deciding is in the order's module. */
export const estimateHandlers: Reading = {
  getEstimatePage: async (context) => presentEstimatePage(await showEstimate(context), context.account, context.now),
  readEarlierRevision: async (context, { params }) => presentEarlier(await readEarlierRevision(context, params.revision), context.now),
  noteEstimateRead: async (context, { body }) => {
    await noteRead(context, body.sha256);
    return { done: true };
  },
  readRevision: async (context, { params }) => presentContent(await readRevision(context, params.id, params.revision), context.now),
  listEstimateLinks: async ({ db, scope }, { params }) => ({ items: (await getLinks(db, scope, params.id)).map(linkJson) }),
  compareRevisions: async (context, { params, query }) => comparisonJson(await compareRevisions(context, params.id, params.revision, query.since)),
};
