import { z } from 'zod';
import { done, idParams, page, pageQuery, searchQuery } from '../core/primitives.ts';
import type { RouteTable } from '../route.ts';
import { changeCustomer, company, createCustomer, customer, customerRow, newAddress, savedAddress } from './schema.ts';

export const customerRoutes = {
  listCustomers: { method: 'GET', path: '/api/v1/customers', summary: 'Search by name, e-mail, company, phone digits, customer number or the number of a past order; without words, all by name', audience: 'staff', permission: 'customer:read', query: z.strictObject({ q: searchQuery, ...pageQuery }), status: 200, answer: page(customerRow), problems: [] },
  createCustomer: { method: 'POST', path: '/api/v1/customers', summary: 'Make a customer', audience: 'staff', permission: 'customer:write', body: createCustomer, status: 201, answer: customer, problems: ['customer.email_taken', 'customer.number_taken'] },
  getCustomer: { method: 'GET', path: '/api/v1/customers/{id}', summary: 'One customer with addresses', audience: 'staff', permission: 'customer:read', params: idParams, status: 200, answer: customer, problems: [] },
  changeCustomer: { method: 'PATCH', path: '/api/v1/customers/{id}', summary: 'Change some fields of a customer', audience: 'staff', permission: 'customer:write', params: idParams, body: changeCustomer, status: 200, answer: customer, problems: ['customer.email_taken', 'customer.number_taken', 'conflict'] },
  deleteCustomer: { method: 'DELETE', path: '/api/v1/customers/{id}', summary: 'Delete a customer; orders keep theirs', audience: 'staff', permission: 'customer:write', params: idParams, status: 200, answer: done, problems: [] },
  addCustomerAddress: { method: 'POST', path: '/api/v1/customers/{id}/addresses', summary: 'Add an address to the customer', audience: 'staff', permission: 'customer:write', params: idParams, body: newAddress, status: 201, answer: savedAddress, problems: [] },
  listCompanies: { method: 'GET', path: '/api/v1/companies', summary: 'Companies by name', audience: 'staff', permission: 'customer:read', query: z.strictObject({ q: searchQuery, ...pageQuery }), status: 200, answer: page(company), problems: [] },
} as const satisfies RouteTable;
