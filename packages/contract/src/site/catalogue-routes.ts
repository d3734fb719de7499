// What is sold, at the prices of who asks.
import { z } from 'zod';
import { line, page, pageQuery, searchQuery } from '../core/primitives.ts';
import type { RouteTable } from '../route.ts';
import { base, browsing } from './route-parts.ts';
import { siteCategory, siteProduct, siteProductRow } from './schema.ts';

export const siteCatalogueRoutes = {
  listSiteProducts: {
    ...browsing,
    method: 'GET',
    path: `${base}/products`,
    summary: 'Products that are sold, searched by name, code and SKU. A page may hold fewer than asked for, and go on',
    query: z.strictObject({
      q: searchQuery,
      category: line(100).optional().describe('code of a category; those below it count'),
      inStock: z.enum(['true']).optional().describe('only what can be had now, or is sold on back-order'),
      ...pageQuery,
    }),
    answer: page(siteProductRow),
    problems: [],
  },
  listSiteCategories: {
    ...browsing,
    method: 'GET',
    path: `${base}/categories`,
    summary: 'Categories in which something is sold, each followed by its own',
    answer: z.strictObject({ items: z.array(siteCategory) }),
    problems: [],
  },
  getSiteProduct: {
    ...browsing,
    method: 'GET',
    path: `${base}/products/{code}`,
    summary: 'One product by its code, at the prices of who asks',
    params: z.strictObject({ code: z.string().min(1).max(255) }),
    answer: siteProduct,
    problems: [],
  },
} as const satisfies RouteTable;
