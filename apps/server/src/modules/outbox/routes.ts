import type { outboxRoutes } from '@backdesk/contract/outbox/routes.ts';
import type { Handlers } from '../context.ts';
import { resendMail } from './commands/resend-mail.ts';
import { getMail, getMailRow, listMails, listOrderMails } from './queries.ts';

/** Mail that was sent, or kept because no mail server is set. */
export const outboxHandlers: Handlers<typeof outboxRoutes> = {
  listMails: (context, { query }) => listMails(context, query),
  listOrderMails: (context, { params, query }) => listOrderMails(context, params.id, query),
  getMail: (context, { params }) => getMail(context, params.id),
  resendMail: async (context, { params }) => getMailRow(context.tx, context.scope, await resendMail(context, params.id)),
};
