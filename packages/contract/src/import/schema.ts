import { z } from 'zod';
import { id, time } from '../core/primitives.ts';

export const startImportQuery = z.strictObject({
  kind: z.enum(['products']),
  layout: z.enum(['shopify']).default('shopify'),
  overwrite: z.stringbool().default(false).describe('also overwrite what a person changed here since the last import'),
  fileName: z.string().max(255).optional(),
});

export const importRun = z.strictObject({
  id,
  kind: z.string(),
  layout: z.string(),
  fileName: z.string(),
  state: z.enum(['running', 'done', 'failed']),
  rowsRead: z.int(),
  products: z.strictObject({ created: z.int(), updated: z.int(), unchanged: z.int() }),
  variants: z.strictObject({ created: z.int(), updated: z.int(), unchanged: z.int() }),
  rowsRefused: z.int(),
  error: z.string().nullable(),
  createdAt: time,
  finishedAt: time.nullable(),
});

export const importNotice = z.strictObject({
  kind: z.enum(['refused', 'kept']),
  row: z.int().describe('row of the file, the heading being 1'),
  column: z.string(),
  value: z.string(),
  reason: z.string(),
});

export type ImportRun = z.infer<typeof importRun>;
export type ImportNotice = z.infer<typeof importNotice>;
