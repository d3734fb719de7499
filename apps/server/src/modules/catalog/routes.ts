import type { catalogRoutes } from '@backdesk/contract/catalog/routes.ts';
import type { CommandContext, Handlers } from '../context.ts';
import { changeProduct } from './commands/change-product.ts';
import { createProduct } from './commands/create-product.ts';
import { deleteProduct } from './commands/delete-product.ts';
import { fetchPictureAgain } from './commands/fetch-picture-again.ts';
import { matchRows } from './commands/match-rows.ts';
import { restoreProduct } from './commands/restore-product.ts';
import { setBuyers } from './commands/set-buyers.ts';
import { setCharges } from './commands/set-charges.ts';
import { setConfiguration } from './commands/set-configuration.ts';
import { setCosts } from './commands/set-costs.ts';
import { setImages } from './commands/set-images.ts';
import { setParts } from './commands/set-parts.ts';
import { setPricePeriods } from './commands/set-price-periods.ts';
import { setProductCategories } from './commands/set-product-categories.ts';
import { presentCosts, presentHit, presentMatchedRow, presentPricePeriods, presentProduct, presentProductRow } from './presenter.ts';
import { listBuyerRules } from './queries/buyer-rules.ts';
import { withDiscountReach } from './queries/discount-reach.ts';
import { getProduct } from './queries/get-product.ts';
import { listCosts } from './queries/list-costs.ts';
import { listProducts } from './queries/list-products.ts';
import { listUnits } from './queries/list-units.ts';
import { getPricePeriods } from './queries/price-periods.ts';
import { searchVariants } from './queries/search-variants.ts';

export async function answerProduct(context: CommandContext, id: string) {
  context.rereadAt(`/api/v1/products/${id}`);
  return presentProduct(await getProduct({ ...context, db: context.tx }, id));
}

export const catalogHandlers: Handlers<typeof catalogRoutes> = {
  listProducts: async (context, { query }) => {
    const { rows, nextCursor } = await listProducts(context, query);
    return { items: rows.map((row) => presentProductRow(row, context.account.currency)), nextCursor };
  },
  createProduct: async (context, { body }) => answerProduct(context, await createProduct(context, body)),
  getProduct: async (context, { params, query: { customerId, orderId } }) => {
    const product = await getProduct(context, params.id, customerId === undefined ? undefined : { customerId });
    return presentProduct(await withDiscountReach(context, orderId, product));
  },
  changeProduct: async (context, { params, body }) => {
    await changeProduct(context, params.id, body);
    return answerProduct(context, params.id);
  },
  setConfiguration: async (context, { params, body }) => {
    await setConfiguration(context, params.id, body);
    return answerProduct(context, params.id);
  },
  setImages: async (context, { params, body }) => {
    await setImages(context, params.id, body);
    return answerProduct(context, params.id);
  },
  fetchPictureAgain: async (context, { params, body }) => {
    await fetchPictureAgain(context, params.id, body.url);
    return answerProduct(context, params.id);
  },
  setCharges: async (context, { params, body }) => {
    await setCharges(context, params.id, body);
    return answerProduct(context, params.id);
  },
  listPricePeriods: async (context, { params }) => presentPricePeriods(await getPricePeriods(context, params.id)),
  setPricePeriods: async (context, { params, body }) => {
    await setPricePeriods(context, params.id, body);
    return presentPricePeriods(await getPricePeriods({ ...context, db: context.tx }, params.id));
  },
  setProductCategories: async (context, { params, body }) => {
    await setProductCategories(context, params.id, body.categoryIds);
    return answerProduct(context, params.id);
  },
  listBuyers: async ({ db, scope }, { params }) => ({ items: [...(await listBuyerRules(db, scope, params.id))] }),
  setBuyers: async (context, { params, body }) => {
    await setBuyers(context, params.id, body);
    return { items: [...(await listBuyerRules(context.tx, context.scope, params.id))] };
  },
  listCosts: async ({ db, scope, account }, { params }) => presentCosts(await listCosts(db, scope, params.id, account.currency), account.currency),
  setParts: async (context, { params, body }) => {
    await setParts(context, params.id, body);
    return answerProduct(context, params.id);
  },
  setCosts: async (context, { params, body }) => {
    await setCosts(context, params.id, body);
    const { tx, scope, account } = context;
    return presentCosts(await listCosts(tx, scope, params.id, account.currency), account.currency);
  },
  deleteProduct: async (context, { params }) => {
    await deleteProduct(context, params.id);
    return { done: true };
  },
  restoreProduct: async (context, { params }) => {
    await restoreProduct(context, params.id);
    return answerProduct(context, params.id);
  },
  searchVariants: async (context, { query }) => {
    const { rows, isNear, nextCursor } = await searchVariants(context, query);
    return { items: rows.map((row) => presentHit(row, { currency: context.account.currency, isNear })), nextCursor };
  },
  listUnits: async ({ db, scope }) => ({ items: [...(await listUnits(db, scope))] }),
  matchRows: async (context, { body }) => ({
    items: (await matchRows(context, body)).map((row) => presentMatchedRow(row, context.account.currency)),
  }),
};
