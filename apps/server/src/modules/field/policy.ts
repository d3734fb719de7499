// What the schema cannot say about a definition: how its options go with its type. Pure.
import type { FieldRow } from './field-row.ts';

export type FieldError = { readonly pointer: string; readonly message: string };

/** A select without options could never be filled in; options of another type would mean nothing. */
export function checkOptions({ type, options }: Pick<FieldRow, 'type' | 'options'>): readonly FieldError[] {
  if (type === 'select') return options.length > 0 ? [] : [{ pointer: '/options', message: 'must hold at least one option' }];
  return options.length === 0 ? [] : [{ pointer: '/options', message: 'are only for a select' }];
}
