// Templates: a draft's lines, options, texts and validity, to start other drafts from.
import { z } from 'zod';
import { done, filledLine, id, idParams, time } from '../core/primitives.ts';
import { order } from '../order/schema.ts';
import type { RouteTable } from '../route.ts';

export const template = z.strictObject({ id, name: z.string(), lineCount: z.int(), validDays: z.int().nullable(), createdAt: time });

export const templateRoutes = {
  listTemplates: {
    method: 'GET',
    path: '/api/v1/templates',
    summary: 'Templates by name',
    audience: 'staff',
    permission: 'order:read',
    status: 200,
    answer: z.strictObject({ items: z.array(template) }),
    problems: [],
  },
  saveTemplate: {
    method: 'POST',
    path: '/api/v1/orders/{id}/template',
    summary: 'Save an order’s lines, options, notes and validity as a template',
    audience: 'staff',
    permission: 'order:write',
    params: idParams,
    body: z.strictObject({ name: filledLine(200), validDays: z.int().min(1).max(365).nullable().default(null).describe('null: as the account has it') }),
    status: 201,
    answer: template,
    problems: ['template.name_taken', 'estimate.no_lines'],
  },
  startFromTemplate: {
    method: 'POST',
    path: '/api/v1/templates/{id}/orders',
    summary: 'Start a draft for a customer from a template, at the prices of now; what is no longer sold stays behind and is named',
    audience: 'staff',
    permission: 'order:write',
    params: idParams,
    body: z.strictObject({ customerId: id }),
    status: 201,
    answer: z.strictObject({ order, leftBehind: z.array(z.string()).describe('names of the lines that are no longer sold') }),
    problems: ['order.customer_missing', 'line.product_unavailable', 'line.configuration_unknown', 'line.configuration_invalid', 'line.configuration_too_long'],
  },
  deleteTemplate: {
    method: 'DELETE',
    path: '/api/v1/templates/{id}',
    summary: 'Delete a template; drafts made from it stay',
    audience: 'staff',
    permission: 'order:write',
    params: idParams,
    status: 200,
    answer: done,
    problems: [],
  },
} as const satisfies RouteTable;

export type Template = z.infer<typeof template>;
