import { z } from 'zod';
import { idParams } from '../core/primitives.ts';
import type { RouteTable } from '../route.ts';
import { bulkEdit, bulkEditDetail, bulkEditPreview, bulkEditRequest } from './bulk-edit.ts';

export const bulkEditRoutes = {
  previewBulkEdit: {
    method: 'POST',
    path: '/api/v1/product-edits/preview',
    summary: 'How many products a change of many would reach, and what it makes of the first; nothing is written',
    audience: 'staff',
    permission: 'catalog:write',
    body: bulkEditRequest,
    status: 200,
    answer: bulkEditPreview,
    problems: [],
  },
  startBulkEdit: {
    method: 'POST',
    path: '/api/v1/product-edits',
    summary: 'Change many products: publish or hide, put into a category or take out, change list prices by a percentage. Done by a job',
    audience: 'staff',
    permission: 'catalog:write',
    body: bulkEditRequest,
    status: 202,
    answer: bulkEdit,
    problems: [],
  },
  getBulkEdit: {
    method: 'GET',
    path: '/api/v1/product-edits/{id}',
    summary: 'How far a change of many products has come',
    audience: 'staff',
    permission: 'catalog:write',
    params: idParams,
    status: 200,
    answer: bulkEditDetail,
    problems: [],
  },
  listBulkEdits: {
    method: 'GET',
    path: '/api/v1/product-edits',
    summary: 'The newest changes of many products, 20 at most',
    audience: 'staff',
    permission: 'catalog:write',
    status: 200,
    answer: z.strictObject({ items: z.array(bulkEdit) }),
    problems: [],
  },
  undoBulkEdit: {
    method: 'POST',
    path: '/api/v1/product-edits/{id}/undo',
    summary: 'Put back what a change of many products changed, but for what was changed since. Done by a job; an undo can be undone too',
    audience: 'staff',
    permission: 'catalog:write',
    params: idParams,
    status: 202,
    answer: bulkEdit,
    problems: ['product_edit.running', 'product_edit.undone', 'product_edit.nothing_to_undo'],
  },
} as const satisfies RouteTable;
