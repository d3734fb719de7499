import { z } from 'zod';
import { done, idParams, pageQuery, searchQuery } from '../core/primitives.ts';
import type { RouteTable } from '../route.ts';
import { changeDiscount, createDiscount, discount, discountPage } from './schema.ts';

export const discountRoutes = {
  listDiscounts: {
    method: 'GET',
    path: '/api/v1/discounts',
    summary: 'Discounts by code and automatic ones, by name; searched by what their name or code holds',
    audience: 'staff',
    permission: 'settings:read',
    query: z.strictObject({ q: searchQuery, ...pageQuery }),
    status: 200,
    answer: discountPage,
    problems: [],
  },
  createDiscount: {
    method: 'POST',
    path: '/api/v1/discounts',
    summary: 'Make a discount; an automatic one reaches open drafts',
    audience: 'staff',
    permission: 'settings:write',
    body: createDiscount,
    status: 201,
    answer: discount,
    problems: ['discount.code_taken'],
  },
  getDiscount: {
    method: 'GET',
    path: '/api/v1/discounts/{id}',
    summary: 'One discount with how it was used',
    audience: 'staff',
    permission: 'settings:read',
    params: idParams,
    status: 200,
    answer: discount,
    problems: [],
  },
  changeDiscount: {
    method: 'PATCH',
    path: '/api/v1/discounts/{id}',
    summary: 'Change a discount; open drafts that have it are priced anew',
    audience: 'staff',
    permission: 'settings:write',
    params: idParams,
    body: changeDiscount,
    status: 200,
    answer: discount,
    problems: ['discount.code_taken'],
  },
  deleteDiscount: {
    method: 'DELETE',
    path: '/api/v1/discounts/{id}',
    summary: 'Delete a discount; submitted orders keep it, drafts with its code are told',
    audience: 'staff',
    permission: 'settings:write',
    params: idParams,
    status: 200,
    answer: done,
    problems: [],
  },
} as const satisfies RouteTable;
