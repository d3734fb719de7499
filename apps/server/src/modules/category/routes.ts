import type { categoryRoutes } from '@backdesk/contract/category/routes.ts';
import type { CommandContext, Handlers } from '../context.ts';
import { changeCategory } from './commands/change-category.ts';
import { createCategory } from './commands/create-category.ts';
import { deleteCategory } from './commands/delete-category.ts';
import { presentCategory } from './presenter.ts';
import { getCategory, listCategories } from './queries.ts';

const answerCategory = async ({ tx, scope }: CommandContext, id: string) => presentCategory(await getCategory(tx, scope, id));

export const categoryHandlers: Handlers<typeof categoryRoutes> = {
  listCategories: async ({ db, scope }) => ({ items: (await listCategories(db, scope)).map(presentCategory) }),
  createCategory: async (context, { body }) => answerCategory(context, await createCategory(context, body)),
  changeCategory: async (context, { params, body }) => {
    await changeCategory(context, params.id, body);
    return answerCategory(context, params.id);
  },
  deleteCategory: async (context, { params }) => {
    await deleteCategory(context, params.id);
    return { done: true };
  },
};
