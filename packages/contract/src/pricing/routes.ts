import type { RouteTable } from '../route.ts';
import { triedPricing, tryPricing } from './schema.ts';

export const pricingRoutes = {
  tryPricing: {
    method: 'POST',
    path: '/api/v1/pricing/try',
    summary: 'Shipping and tax of a cart at a place, each with why; nothing is written',
    audience: 'staff',
    permission: 'settings:read',
    body: tryPricing,
    status: 200,
    answer: triedPricing,
    problems: [],
  },
} as const satisfies RouteTable;
