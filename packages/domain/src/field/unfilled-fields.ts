import { isEmptyField } from './is-empty-field.ts';
import type { FieldRule } from './types.ts';

/** The fields in use that are required and have no value, in the order of the definitions. */
export function unfilledFields<Rule extends Pick<FieldRule, 'code' | 'active' | 'required'>>(
  rules: readonly Rule[],
  values: Readonly<Record<string, unknown>>,
): readonly Rule[] {
  return rules.filter(({ code, active, required }) => active && required && isEmptyField(values[code]));
}
