import type { FieldDefinition } from '@backdesk/contract/field/schema.ts';
import type { FieldRow } from './field-row.ts';

export function presentField({ fieldVersions: _, options, ...field }: FieldRow): FieldDefinition {
  return { ...field, options: [...options] };
}
