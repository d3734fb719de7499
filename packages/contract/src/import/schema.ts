import { isProductTarget, productTargets } from '@backdesk/domain/catalog/import-columns.ts';
import { isCustomerTarget } from '@backdesk/domain/customer/import-columns.ts';
import { z } from 'zod';
import { id, time } from '../core/primitives.ts';

/** Bytes of the largest file an import takes. A larger one is refused with 413 `request.too_large`, and nothing of it is kept. */
export const largestImportFile = 268_435_456;

const fileName = z.string().max(255).optional().describe('shown in the list of imports; a form gives that of its file');

/** JSON in the query: heading → target. */
function mappingOf(isTarget: (text: string) => boolean, says: string) {
  const object = z.record(
    z.string().max(500),
    z.string().refine((target) => target === '' || isTarget(target), 'must be a known target, or empty'),
  );
  return z
    .string()
    .max(12_000)
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue({ code: 'custom', message: 'must be a JSON object from heading to target' });
        return z.NEVER;
      }
    })
    .pipe(object)
    .describe(
      `JSON object from heading to target: ${says}; an empty target leaves the column out. Columns that are not in it are recognised by their heading.`,
    );
}

const customerMapping = mappingOf(
  isCustomerTarget,
  'number, email, name, firstName, lastName, company, phone, title, active, openAccount, taxExemption, notes, shipping.* and billing.* (name, company, line1, line2, city, region, postcode, country, phone), field:<code>',
);
const productMapping = mappingOf(
  isProductTarget,
  `${productTargets.join(', ')} (each named by its heading), price:<pieces> (what one piece costs from so many on)`,
);

const dryRun = z.stringbool().default(false).describe('only say what each row would do; nothing is changed');

export const startImportQuery = z.strictObject({
  kind: z.enum(['products']),
  layout: z.enum(['shopify', 'columns']).default('shopify').describe("shopify: the columns of Shopify's export; columns: any, by `mapping` and their headings"),
  mapping: productMapping.optional(),
  overwrite: z.stringbool().default(false).describe('also overwrite what a person changed here since the last import'),
  dryRun,
  fileName,
});

export const startCustomerImportQuery = z.strictObject({
  mapping: customerMapping.optional(),
  dryRun,
  fileName,
});

const tally = z.strictObject({ created: z.int(), updated: z.int(), unchanged: z.int() });

export const importRun = z.strictObject({
  id,
  kind: z.enum(['products', 'customers']),
  layout: z.string(),
  fileName: z.string(),
  dryRun: z.boolean().describe('it says what would be done and changes nothing'),
  state: z.enum(['running', 'done', 'failed', 'canceled']),
  rowsRead: z.int(),
  rowsTotal: z.int().nullable().describe('rows of the file without its heading; null: not counted'),
  products: tally,
  variants: tally,
  customers: tally,
  rowsRefused: z.int(),
  valuesKept: z.int().describe('values that a person set here and the file did not change'),
  mapping: z.record(z.string(), z.string()).nullable().describe('of a file that is not of a known layout: what each heading was taken for'),
  unfilledFields: z
    .array(z.strictObject({ code: z.string(), label: z.string() }))
    .describe('required custom fields of customers that no column of the file filled when it was started: a row that would make a new customer is refused'),
  error: z.string().nullable(),
  createdAt: time,
  updatedAt: time.describe('when rows were last taken in'),
  finishedAt: time.nullable(),
});

export const importNotice = z.strictObject({
  kind: z
    .enum(['refused', 'kept', 'restored', 'created', 'updated', 'unchanged'])
    .describe(
      'restored: what a person deleted here and the file, as it overwrites, brings back; created, updated, unchanged: what a row of a dry run would do, of products what each product would: `value` is its code',
    ),
  row: z.int().describe('row of the file, the heading being 1'),
  column: z.string(),
  value: z.string(),
  reason: z.string(),
});

export const refusedRow = z.strictObject({
  row: z.int().describe('row of the file, the heading being 1'),
  cells: z.array(z.string()).describe('as they stand in the file'),
  reason: z.string(),
});

export type ImportRun = z.infer<typeof importRun>;
export type ImportNotice = z.infer<typeof importNotice>;
export type RefusedRow = z.infer<typeof refusedRow>;
