import type { outboxRoutes } from '@backdesk/contract/outbox/routes.ts';
import type { Handlers } from '../context.ts';
import { getMail, listMails } from './queries.ts';

/** Mail that was sent, or kept because no mail server is set. */
export const outboxHandlers: Handlers<typeof outboxRoutes> = {
  listMails: (context, { query }) => listMails(context, query),
  getMail: (context, { params }) => getMail(context, params.id),
};
