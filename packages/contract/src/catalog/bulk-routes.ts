import { idParams } from '../core/primitives.ts';
import type { RouteTable } from '../route.ts';
import { bulkEdit, bulkEditPreview, bulkEditRequest } from './bulk-edit.ts';

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
    answer: bulkEdit,
    problems: [],
  },
} as const satisfies RouteTable;
