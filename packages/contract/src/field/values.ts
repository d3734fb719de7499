// The one schema of the values of custom fields, made from their definitions. The form in the browser and the server both
// parse with it, so that what the form lets through is what the server takes. Decision record 0013.
import type { FieldRule, FieldType, FieldValue } from '@backdesk/domain/field/types.ts';
import { unfilledFields } from '@backdesk/domain/field/unfilled-fields.ts';
import { z } from 'zod';
import { line, text, time } from '../core/primitives.ts';

export type FieldValues = { readonly [code: string]: FieldValue };

/** What the wire takes for a value at all; which of it a field takes is its definition's to say. null empties the field. */
export const givenFields = z
  .record(z.string().max(100), z.union([z.string().max(2000), z.number(), z.boolean(), z.null()]))
  .describe('by the code of the definition; null empties a field, a field that is not named stays');

const byType: Readonly<Record<Exclude<FieldType, 'select'>, z.ZodType<FieldValue>>> = {
  text: text(2000).transform((value) => value.trim()),
  number: z
    .number('must be a number')
    .min(Number.MIN_SAFE_INTEGER, 'must be a number of at most 15 digits')
    .max(Number.MAX_SAFE_INTEGER, 'must be a number of at most 15 digits'),
  checkbox: z.boolean('must be true or false'),
  datetime: z.string().refine(isTime, 'must be a time in UTC of the years 1900 to 2999, such as 2026-11-24T09:30:00Z'),
  link: line(2000).refine(isWebLink, 'must be a web address that starts with https:// or http://'),
};

function isTime(value: string): boolean {
  return time.safeParse(value).success && value >= '1900' && value < '3000';
}

function isWebLink(value: string): boolean {
  return /^https?:\/\/\S+$/i.test(value) && z.url({ protocol: /^https?$/, hostname: /./ }).safeParse(value).success;
}

/** The schema of one value that is not empty. */
export function fieldValue({ type, options }: Pick<FieldRule, 'type' | 'options'>): z.ZodType<FieldValue> {
  if (type !== 'select') return byType[type];
  return z.string().refine((value) => options.includes(value), 'must be one of the options');
}

export type FieldValuesRules = {
  readonly definitions: readonly FieldRule[];
  /** What stands there now: a value that is left as it is stays, though its option or definition has gone since. */
  readonly stored?: Readonly<Record<string, unknown>>;
  /** Whether a required field may be empty: an order is complete when it is submitted, a customer when it is saved. */
  readonly mayBeEmpty?: boolean;
};

/**
 * The schema of all values together: what stands there, with the changes in it. Gives the values to store, without those
 * that are empty. Values of definitions that are switched off are kept as they are and neither asked for nor refused.
 * Each issue has the code of its field as its path.
 */
export function fieldValues({ definitions, stored = {}, mayBeEmpty = false }: FieldValuesRules): z.ZodType<FieldValues> {
  const known = new Map(definitions.map((definition) => [definition.code, definition]));
  return z.record(z.string(), z.unknown()).transform((given, context) => {
    const kept: Record<string, FieldValue> = {};
    const refuse = (code: string, message: string) => context.addIssue({ code: 'custom', path: [code], message });
    for (const [code, value] of Object.entries(given)) {
      const rule = known.get(code);
      const isAsItWas = Object.hasOwn(stored, code) && stored[code] === value;
      if (rule === undefined && !isAsItWas) refuse(code, 'is not a field of this account');
      if (value === null || value === undefined || (typeof value === 'string' && value.trim() === '')) continue;
      if (rule === undefined || !rule.active || isAsItWas) {
        if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') kept[code] = value;
        continue;
      }
      const parsed = fieldValue(rule).safeParse(value);
      if (parsed.success) kept[code] = parsed.data;
      else refuse(code, parsed.error.issues[0]?.message ?? 'is not allowed');
    }
    for (const { code } of mayBeEmpty ? [] : unfilledFields(definitions, given)) refuse(code, 'must not be empty');
    return kept;
  });
}
