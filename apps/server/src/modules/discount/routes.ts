import type { discountRoutes } from '@backdesk/contract/discount/routes.ts';
import type { CommandContext, Handlers } from '../context.ts';
import { changeDiscount } from './commands/change-discount.ts';
import { createDiscount } from './commands/create-discount.ts';
import { deleteDiscount } from './commands/delete-discount.ts';
import { presentDiscount } from './presenter.ts';
import { getDiscount, listDiscounts } from './queries.ts';

const answerDiscount = async (context: CommandContext, id: string) => presentDiscount(await getDiscount({ ...context, db: context.tx }, id));

export const discountHandlers: Handlers<typeof discountRoutes> = {
  listDiscounts: async (context, { query }) => {
    const { rows, nextCursor } = await listDiscounts(context, query);
    return { items: rows.map(presentDiscount), nextCursor };
  },
  createDiscount: async (context, { body }) => answerDiscount(context, await createDiscount(context, body)),
  getDiscount: async (context, { params }) => presentDiscount(await getDiscount(context, params.id)),
  changeDiscount: async (context, { params, body }) => {
    await changeDiscount(context, params.id, body);
    return answerDiscount(context, params.id);
  },
  deleteDiscount: async (context, { params }) => {
    await deleteDiscount(context, params.id);
    return { done: true };
  },
};
