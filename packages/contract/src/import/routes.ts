import { z } from 'zod';
import { idParams, page, pageQuery } from '../core/primitives.ts';
import type { RouteTable } from '../route.ts';
import { importNotice, importRun, startImportQuery } from './schema.ts';

export const importRoutes = {
  startImport: {
    method: 'POST',
    path: '/api/v1/imports',
    summary: 'Import products from a CSV file, sent as the body or as the part `file` of a form',
    audience: 'staff',
    permission: 'catalog:write',
    query: startImportQuery,
    body: z.string(),
    bodyType: 'text/csv',
    status: 202,
    answer: importRun,
    problems: ['import.unreadable'],
  },
  getImport: {
    method: 'GET',
    path: '/api/v1/imports/{id}',
    summary: 'Progress and outcome of an import',
    audience: 'staff',
    permission: 'catalog:read',
    params: idParams,
    status: 200,
    answer: importRun,
    problems: [],
  },
  listImportNotices: {
    method: 'GET',
    path: '/api/v1/imports/{id}/notices',
    summary: 'Refused rows and kept values with row, column and reason',
    audience: 'staff',
    permission: 'catalog:read',
    params: idParams,
    query: z.strictObject(pageQuery),
    status: 200,
    answer: page(importNotice),
    problems: [],
  },
} as const satisfies RouteTable;
