import { z } from 'zod';
import { filledLine, id } from '../core/primitives.ts';

const code = filledLine(100).describe('unique in the account, upper and lower case alike; an address on the site may be made of it');
const parentId = id.nullable().describe('null: at the top');

export const createCategory = z.strictObject({
  name: filledLine(100),
  code: code.optional().describe('left out: made of the name'),
  parentId: parentId.default(null),
});

export const changeCategory = z.strictObject({
  name: filledLine(100).optional(),
  code: code.optional(),
  parentId: parentId.optional(),
  after: id.nullable().optional().describe('the category with the same parent that it is to stand after; null: first'),
});

export const category = z
  .strictObject({
    id,
    version: z.int(),
    name: z.string(),
    code: z.string(),
    parentId: id.nullable(),
    depth: z.int().describe('how many categories are above it'),
    path: z.array(z.string()).describe('names from the top down to its own'),
    productCount: z.int().describe('products in it, those only in its own categories not counted'),
  })
  .meta({ id: 'Category' });

export const categoryList = z.strictObject({ items: z.array(category).describe('each followed by its own categories') });

export type Category = z.infer<typeof category>;
