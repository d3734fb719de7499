// Carts put aside, which customer and staff both see and edit.
import { z } from 'zod';
import { basedOnQuery, done, id, idParams, page, pageQuery } from '../core/primitives.ts';
import type { RouteTable } from '../route.ts';
import { changeCartLine, renameCart, undoRemoval } from './requests.ts';
import { base, editing, lineFaults, own, undoing } from './route-parts.ts';
import { activated, copied, siteOrder, siteOrderRow } from './schema.ts';

const savedLineParams = z.strictObject({ id, lineId: id });

export const siteSavedCartRoutes = {
  listSavedCarts: {
    ...own,
    method: 'GET',
    path: `${base}/saved-carts`,
    summary: 'Carts put aside by the customer or saved for them by staff, newest first',
    query: z.strictObject(pageQuery),
    answer: page(siteOrderRow),
    problems: [],
  },
  getSavedCart: {
    ...own,
    method: 'GET',
    path: `${base}/saved-carts/{id}`,
    summary: 'A saved cart to look at',
    params: idParams,
    answer: siteOrder,
    problems: [],
  },
  renameSavedCart: {
    ...own,
    method: 'PATCH',
    path: `${base}/saved-carts/{id}`,
    summary: 'Name a saved cart',
    params: idParams,
    body: renameCart,
    answer: siteOrder,
    problems: editing,
  },
  changeSavedLine: {
    ...own,
    method: 'PATCH',
    path: `${base}/saved-carts/{id}/lines/{lineId}`,
    summary: 'Change a line of a saved cart where it is',
    params: savedLineParams,
    body: changeCartLine,
    answer: siteOrder,
    problems: [...editing, ...lineFaults],
  },
  removeSavedLine: {
    ...own,
    method: 'DELETE',
    path: `${base}/saved-carts/{id}/lines/{lineId}`,
    summary: 'Take a line out of a saved cart',
    params: savedLineParams,
    query: basedOnQuery,
    answer: siteOrder,
    problems: [...editing, ...lineFaults],
  },
  undoSavedRemoval: {
    ...own,
    method: 'POST',
    path: `${base}/saved-carts/{id}/undo`,
    summary: 'Bring back the line that was taken out of it in this version, as it was: with its agreed price',
    params: idParams,
    body: undoRemoval,
    answer: siteOrder,
    problems: undoing,
  },
  activateSavedCart: {
    ...own,
    method: 'POST',
    path: `${base}/saved-carts/{id}/activate`,
    summary: 'Make it the cart, with its agreed prices; the cart before becomes a saved cart',
    params: idParams,
    answer: activated,
    problems: ['order.no_such_transition'],
  },
  copySavedCart: {
    ...own,
    method: 'POST',
    path: `${base}/saved-carts/{id}/copy`,
    summary: 'Add its products to the cart at the prices of today; the saved cart stays',
    params: idParams,
    answer: copied,
    problems: [...editing, ...lineFaults, 'order.customer_inactive'],
  },
  deleteSavedCart: { ...own, method: 'DELETE', path: `${base}/saved-carts/{id}`, summary: 'Delete a saved cart', params: idParams, answer: done, problems: [] },
} as const satisfies RouteTable;
