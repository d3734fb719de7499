import { fieldValue } from '@backdesk/contract/field/values.ts';
import type { FieldRule, FieldValue } from '@backdesk/domain/field/types.ts';
import { CellRefused, flagCell } from './parse-cells.ts';

/** A cell of a custom field as a value of its type, judged by the schema of the form. */
export function fieldCell(rule: FieldRule, text: string): FieldValue {
  const parsed = fieldValue(rule).safeParse(typed(rule, text));
  if (!parsed.success) throw new CellRefused(parsed.error.issues[0]?.message ?? 'is not allowed');
  return parsed.data;
}

function typed({ type, options }: FieldRule, text: string): FieldValue {
  if (type === 'checkbox') return flagCell(false)(text);
  if (type === 'number') return numberIn(text);
  if (type === 'select') return options.find((option) => option.toLowerCase() === text.toLowerCase()) ?? text;
  return text;
}

/** A comma divides off decimals, but where it could divide thousands as well. */
function numberIn(text: string): number {
  if (!/^-?\d+(\.\d+|,(\d{1,2}|\d{4,}))?$/.test(text)) throw new CellRefused('must be a number such as 12.5');
  return Number(text.replace(',', '.'));
}
