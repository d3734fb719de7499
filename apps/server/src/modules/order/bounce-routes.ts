import type { outboxRoutes } from '@backdesk/contract/outbox/routes.ts';
import type { Handlers } from '../context.ts';
import { getMailRow } from '../outbox/queries.ts';
import { takeBounce, takeBounceReport } from './commands/take-bounce.ts';

/** Mail that came back. Here and not with the outbox: it changes the history of the order it is about. */
export const bounceHandlers: Pick<Handlers<typeof outboxRoutes>, 'reportBounce' | 'readBounceReport'> = {
  reportBounce: async (context, { body: { messageId, ...bounce } }) =>
    getMailRow(context.tx, context.scope, await takeBounce(context, { ...bounce, messageIds: [messageId] })),
  readBounceReport: async (context, { body }) => getMailRow(context.tx, context.scope, await takeBounceReport(context, body)),
};
