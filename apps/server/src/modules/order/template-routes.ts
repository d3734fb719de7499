import type { templateRoutes } from '@backdesk/contract/template/routes.ts';
import type { Handlers } from '../context.ts';
import { deleteTemplate } from '../template/commands/delete-template.ts';
import { presentTemplate } from '../template/presenter.ts';
import { listTemplates } from '../template/queries.ts';
import { saveTemplate } from './commands/save-template.ts';
import { startFromTemplate } from './commands/start-from-template.ts';
import { presentOrder } from './presenter/present-order.ts';

/** Templates. Here, because they are made of orders and become orders. */
export const templateHandlers: Handlers<typeof templateRoutes> = {
  listTemplates: async ({ db, scope }) => ({ items: (await listTemplates(db, scope)).map(presentTemplate) }),
  saveTemplate: async (context, { params, body }) => presentTemplate(await saveTemplate(context, params.id, body)),
  startFromTemplate: async (context, { params, body }) => {
    const { record, changes } = await startFromTemplate(context, params.id, body.customerId);
    context.rereadAt(`/api/v1/orders/${record.id}`);
    return { order: presentOrder(record, context), changes: [...changes] };
  },
  deleteTemplate: async (context, { params }) => {
    await deleteTemplate(context, params.id);
    return { done: true };
  },
};
