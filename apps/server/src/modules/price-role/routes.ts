import type { priceRoleRoutes } from '@backdesk/contract/price-role/routes.ts';
import type { CommandContext, Handlers } from '../context.ts';
import { changePriceRole } from './commands/change-price-role.ts';
import { createPriceRole } from './commands/create-price-role.ts';
import { deletePriceRole } from './commands/delete-price-role.ts';
import { mergePriceRole } from './commands/merge-price-role.ts';
import { setRolePrices } from './commands/set-role-prices.ts';
import { presentPriceRole, presentProductRolePrices, presentRolePrice } from './presenter.ts';
import { getPriceRole, listPriceRoles, listProductRolePrices, listRolePrices } from './queries.ts';

const answerRole = async ({ tx, scope }: CommandContext, id: string) => presentPriceRole(await getPriceRole(tx, scope, id));

export const priceRoleHandlers: Handlers<typeof priceRoleRoutes> = {
  listPriceRoles: async ({ db, scope }) => ({ items: (await listPriceRoles(db, scope)).map(presentPriceRole) }),
  createPriceRole: async (context, { body }) => answerRole(context, await createPriceRole(context, body.name)),
  changePriceRole: async (context, { params, body }) => {
    await changePriceRole(context, params.id, body);
    return answerRole(context, params.id);
  },
  mergePriceRole: async (context, { params, body }) => {
    await mergePriceRole(context, params.id, body.intoId);
    return answerRole(context, body.intoId);
  },
  deletePriceRole: async (context, { params }) => {
    await deletePriceRole(context, params.id);
    return { done: true };
  },
  listRolePrices: async (context, { params, query }) => {
    const { rows, nextCursor } = await listRolePrices(context, params.id, query);
    return { items: rows.map(presentRolePrice), nextCursor };
  },
  listProductRolePrices: async (context, { params }) => ({ items: (await listProductRolePrices(context, params.id)).map(presentProductRolePrices) }),
  setRolePrices: async (context, { params, body }) => {
    await setRolePrices(context, params.id, params.roleId, body);
    return { items: (await listProductRolePrices({ ...context, db: context.tx }, params.id)).map(presentProductRolePrices) };
  },
};
