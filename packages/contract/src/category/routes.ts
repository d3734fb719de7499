import { done, idParams } from '../core/primitives.ts';
import type { RouteTable } from '../route.ts';
import { category, categoryList, changeCategory, createCategory } from './schema.ts';

export const categoryRoutes = {
  listCategories: {
    method: 'GET',
    path: '/api/v1/categories',
    summary: 'The categories of the catalogue as a tree, each followed by its own',
    audience: 'staff',
    permission: 'catalog:read',
    status: 200,
    answer: categoryList,
    problems: [],
  },
  createCategory: {
    method: 'POST',
    path: '/api/v1/categories',
    summary: 'Make a category, last among those with its parent',
    audience: 'staff',
    permission: 'catalog:write',
    body: createCategory,
    status: 201,
    answer: category,
    problems: ['category.code_taken', 'category.too_deep'],
  },
  changeCategory: {
    method: 'PATCH',
    path: '/api/v1/categories/{id}',
    summary: 'Rename or move a category; its own categories and products go along',
    audience: 'staff',
    permission: 'catalog:write',
    params: idParams,
    body: changeCategory,
    status: 200,
    answer: category,
    problems: ['category.code_taken', 'category.too_deep', 'category.within_itself'],
  },
  deleteCategory: {
    method: 'DELETE',
    path: '/api/v1/categories/{id}',
    summary: 'Delete a category: its own categories go to its parent, its products stay in the others they are in',
    audience: 'staff',
    permission: 'catalog:write',
    params: idParams,
    status: 200,
    answer: done,
    problems: [],
  },
} as const satisfies RouteTable;
