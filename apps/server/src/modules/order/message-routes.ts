import type { estimateRoutes } from '@backdesk/contract/estimate/routes.ts';
import type { messageRoutes } from '@backdesk/contract/message/routes.ts';
import type { Handlers } from '../context.ts';
import { getOrderIdByLink } from '../estimate/queries/links.ts';
import { presentMessage } from '../message/presenter.ts';
import { listThread } from '../message/queries.ts';
import { writeCustomerMessage, writeMessage } from './commands/write-message.ts';

type ByLink = Pick<Handlers<typeof estimateRoutes>, 'listEstimateMessages' | 'writeEstimateMessage'>;

/** How many a customer sees; what is older is with the shop. */
const shownByLink = 100;

/** The thread of an order from both sides. Here, because what is written is in the order's history. */
export const messageHandlers: Handlers<typeof messageRoutes> & ByLink = {
  listMessages: async ({ db, scope }, { params, query }) => {
    const { rows, nextCursor } = await listThread(db, scope, params.id, query);
    return { items: rows.map(presentMessage), nextCursor };
  },
  writeMessage: async (context, { params, body }) => presentMessage(await writeMessage(context, params.id, body.text)),
  listEstimateMessages: async ({ db, scope, actor }) => {
    const { rows } = await listThread(db, scope, await getOrderIdByLink(db, scope, actor.id), { limit: shownByLink });
    return { items: rows.map(presentMessage) };
  },
  writeEstimateMessage: async (context, { body }) => presentMessage(await writeCustomerMessage(context, body.text)),
};
