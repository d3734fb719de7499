// What a listing of customers, its count and its export are asked with: the same words and filters for all three.
import { z } from 'zod';
import { day, id, searchQuery } from '../core/primitives.ts';
import { customerSortKeys } from './sort-keys.ts';

export const customerSort = z
  .enum([...customerSortKeys, '-name', '-company', '-number', '-created', '-lastOrder'])
  .describe('"-" turns it round; without it the nearest first when searched, else by name');

const flag = z.enum(['true', 'false']).transform((value) => value === 'true');
const isFilter = z.record(z.string().max(100), z.union([z.string().max(2000), z.boolean()]));

const fieldFilters = z
  .string()
  .max(4000)
  .transform((text, context) => {
    const parsed = isFilter.safeParse(parsedJson(text));
    if (parsed.success) return parsed.data;
    context.addIssue({ code: 'custom', message: 'must be a JSON object of codes and values, such as {"industry":"Retail","vip":true}' });
    return z.NEVER;
  })
  .describe('JSON object: by the code of a select or checkbox field, the value it must have; false also finds those that have none');

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const customerFilters = {
  q: searchQuery,
  companyId: id.optional(),
  roleId: id.optional().describe('price role in effect: of their own, of the company or everybody’s'),
  taxExempt: flag.optional().describe('by themselves or through the company'),
  active: flag.optional(),
  openAccount: flag.optional(),
  hasOpenOrders: flag.optional().describe('with a draft, an estimate or a saved cart'),
  siteAccess: z.enum(['waiting', 'open']).optional().describe('waiting: registered on the site, and staff have not let them in yet; open: can sign in there'),
  createdFrom: day.optional(),
  createdUntil: day.optional().describe('this day too, in the time zone of the account'),
  deleted: flag.optional().describe('true: only those deleted within the last 30 days'),
  fields: fieldFilters.optional(),
};

export type CustomerFilters = z.output<z.ZodObject<typeof customerFilters>>;
