import { z } from 'zod';
import { done, idParams, page, pageQuery } from '../core/primitives.ts';
import type { RouteTable } from '../route.ts';
import { changeSettings, changeShippingZone, newShippingZone, newTaxRate, settings, shippingZone, taxRate } from './schema.ts';

export const settingsRoutes = {
  getSettings: { method: 'GET', path: '/api/v1/settings', summary: 'Settings of the account', audience: 'staff', permission: 'order:read', status: 200, answer: settings, problems: [] },
  changeSettings: { method: 'PATCH', path: '/api/v1/settings', summary: 'Change some settings of the account', audience: 'staff', permission: 'settings:write', body: changeSettings, status: 200, answer: settings, problems: ['conflict'] },
  listTaxRates: { method: 'GET', path: '/api/v1/tax-rates', summary: 'Tax rates by place', audience: 'staff', permission: 'settings:read', query: z.strictObject(pageQuery), status: 200, answer: page(taxRate), problems: [] },
  createTaxRate: { method: 'POST', path: '/api/v1/tax-rates', summary: 'Add a tax rate; rates of one place add up', audience: 'staff', permission: 'settings:write', body: newTaxRate, status: 201, answer: taxRate, problems: [] },
  changeTaxRate: { method: 'PUT', path: '/api/v1/tax-rates/{id}', summary: 'Replace a tax rate', audience: 'staff', permission: 'settings:write', params: idParams, body: newTaxRate, status: 200, answer: taxRate, problems: [] },
  deleteTaxRate: { method: 'DELETE', path: '/api/v1/tax-rates/{id}', summary: 'Delete a tax rate; orders re-price', audience: 'staff', permission: 'settings:write', params: idParams, status: 200, answer: done, problems: [] },
  listShippingZones: { method: 'GET', path: '/api/v1/shipping-zones', summary: 'Shipping zones with their rates', audience: 'staff', permission: 'settings:read', query: z.strictObject(pageQuery), status: 200, answer: page(shippingZone), problems: [] },
  createShippingZone: { method: 'POST', path: '/api/v1/shipping-zones', summary: 'Add a zone with its rates', audience: 'staff', permission: 'settings:write', body: newShippingZone, status: 201, answer: shippingZone, problems: [] },
  changeShippingZone: { method: 'PATCH', path: '/api/v1/shipping-zones/{id}', summary: 'Change a zone or replace its rates', audience: 'staff', permission: 'settings:write', params: idParams, body: changeShippingZone, status: 200, answer: shippingZone, problems: ['conflict'] },
  deleteShippingZone: { method: 'DELETE', path: '/api/v1/shipping-zones/{id}', summary: 'Delete a zone and its rates; chosen methods keep their copy', audience: 'staff', permission: 'settings:write', params: idParams, status: 200, answer: done, problems: [] },
} as const satisfies RouteTable;
