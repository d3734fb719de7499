import type { FieldValues } from '@backdesk/contract/field/values.ts';
import { type FieldValuesRules, fieldValues } from '@backdesk/contract/field/values.ts';
import { Problem } from '../../problem.ts';

const escaped = (code: string) => code.replaceAll('~', '~0').replaceAll('/', '~1');

/** The values as they are to be stored, parsed by the schema that the forms use; what it refuses is `request.invalid` with pointers. */
export function checkValues(rules: FieldValuesRules, given: Readonly<Record<string, unknown>>): FieldValues {
  const parsed = fieldValues(rules).safeParse({ ...rules.stored, ...given });
  if (parsed.success) return parsed.data;
  throw new Problem('request.invalid', {
    errors: parsed.error.issues.map(({ path, message }) => ({ pointer: `/fields/${escaped(String(path[0] ?? ''))}`, message })),
  });
}
