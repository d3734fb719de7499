import { z } from 'zod';
import { done, id, idParams, page, pageQuery, searchQuery } from '../core/primitives.ts';
import type { RouteTable } from '../route.ts';
import { changeProduct, changeVariant, createProduct, product, productRow, variantHit } from './schema.ts';

const forCustomer = { customerId: id.optional().describe('prices as they apply to this customer') };

export const catalogRoutes = {
  listProducts: { method: 'GET', path: '/api/v1/products', summary: 'Search by name, code and SKU, ranked exact, prefix, words, near-misses; without words, all by name', audience: 'staff', permission: 'catalog:read', query: z.strictObject({ q: searchQuery, ...pageQuery }), status: 200, answer: page(productRow), problems: [] },
  createProduct: { method: 'POST', path: '/api/v1/products', summary: 'Make a product with its variants and list prices', audience: 'staff', permission: 'catalog:write', body: createProduct, status: 201, answer: product, problems: ['product.code_taken', 'variant.sku_taken'] },
  getProduct: { method: 'GET', path: '/api/v1/products/{id}', summary: 'One product with variants, prices and stock', audience: 'staff', permission: 'catalog:read', params: idParams, query: z.strictObject(forCustomer), status: 200, answer: product, problems: [] },
  changeProduct: { method: 'PATCH', path: '/api/v1/products/{id}', summary: 'Change some fields of a product', audience: 'staff', permission: 'catalog:write', params: idParams, body: changeProduct, status: 200, answer: product, problems: ['product.code_taken', 'conflict'] },
  deleteProduct: { method: 'DELETE', path: '/api/v1/products/{id}', summary: 'Delete a product; lines of orders keep their snapshot', audience: 'staff', permission: 'catalog:write', params: idParams, status: 200, answer: done, problems: [] },
  searchVariants: { method: 'GET', path: '/api/v1/variants', summary: 'The Add Product search: variants by name, code and SKU with price table and stock', audience: 'staff', permission: 'catalog:read', query: z.strictObject({ q: searchQuery, ...forCustomer, cursor: pageQuery.cursor, limit: z.coerce.number().int().min(1).max(50).default(12) }), status: 200, answer: page(variantHit), problems: [] },
  changeVariant: { method: 'PATCH', path: '/api/v1/variants/{id}', summary: 'Change SKU, weight, list breaks, stock or quantity rule of a variant', audience: 'staff', permission: 'catalog:write', params: idParams, body: changeVariant, status: 200, answer: product, problems: ['variant.sku_taken', 'conflict'] },
} as const satisfies RouteTable;
