import type { outboxRoutes } from '@backdesk/contract/outbox/routes.ts';
import type { Handlers } from '../context.ts';
import { openSource, type SourceParts } from './commands/open-source.ts';
import { resendMail } from './commands/resend-mail.ts';
import { getMail, getMailRow, listMails, listOrderMails } from './queries.ts';

/** Mail that was sent, or kept because no mail server is set. What came back concerns orders too, and is taken in there. */
export function outboxHandlers(parts: SourceParts): Omit<Handlers<typeof outboxRoutes>, 'reportBounce' | 'readBounceReport'> {
  return {
    listMails: (context, { query }) => listMails(context, query),
    listOrderMails: (context, { params, query }) => listOrderMails(context, params.id, query),
    getMail: (context, { params }) => getMail(context, params.id),
    readMailSource: (context, { params }) => openSource(context, parts, params.id),
    readOrderMailSource: (context, { params }) => openSource(context, parts, params.mailId, params.id),
    resendMail: async (context, { params }) => getMailRow(context.tx, context.scope, await resendMail(context, params.id)),
  };
}
