// Templates: a draft's lines, options, texts and validity, to start other drafts from.
import { z } from 'zod';
import { done, filledLine, id, idParams, time } from '../core/primitives.ts';
import { order } from '../order/order.ts';
import type { RouteTable } from '../route.ts';

export const template = z.strictObject({
  id,
  name: z.string(),
  lineCount: z.int(),
  validDays: z.int().nullable(),
  setByHand: z.int().describe('how many of its lines and discounts have prices set by hand'),
  createdAt: time,
});

/** What of a template could not be kept in a draft. */
export const templateChange = z.strictObject({
  label: z.string().describe('name of the line or discount'),
  code: z
    .enum(['not_sold', 'answer_gone', 'other_currency', 'may_not_set_price', 'below_floor'])
    .describe(
      'not_sold: the line stays behind · answer_gone: left out of its customization · other_currency: a price or discount of another currency is left out · may_not_set_price: the price of the day stands · below_floor: a price or discount is left out, since this person may not sell for so little',
    ),
});

const saveTemplate = z.strictObject({
  name: filledLine(200),
  validDays: z.int().min(1).max(365).nullable().default(null).describe('null: as the account has it'),
  prices: z.boolean().default(true).describe('keep what was set by hand: prices with their reasons, discounts of lines and of the whole'),
});

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
    summary: 'Save an order’s lines, options, bounds, notes, validity and prices set by hand as a template',
    audience: 'staff',
    permission: 'order:write',
    params: idParams,
    body: saveTemplate,
    status: 201,
    answer: template,
    problems: ['template.name_taken', 'estimate.no_lines'],
  },
  startFromTemplate: {
    method: 'POST',
    path: '/api/v1/templates/{id}/orders',
    summary: 'Start a draft for a customer from a template, at the prices of now but for those set by hand; what could not be kept is told',
    audience: 'staff',
    permission: 'order:write',
    params: idParams,
    body: z.strictObject({ customerId: id }),
    status: 201,
    answer: z.strictObject({ order, changes: z.array(templateChange).describe('what could not be kept') }),
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

export type TemplateChange = z.infer<typeof templateChange>;
export type SaveTemplate = z.output<typeof saveTemplate>;
export type Template = z.infer<typeof template>;
