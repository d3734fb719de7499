import { fieldValue } from '@backdesk/contract/field/values.ts';
import type { FieldRule, FieldValue } from '@backdesk/domain/field/types.ts';
import { CellRefused, flagCell } from './parse-cells.ts';

/** A cell of a custom field as a value of its type, judged by the schema of the form. */
export function fieldCell(rule: FieldRule, text: string): FieldValue {
  if (!rule.active) throw new CellRefused('is of a field that is switched off: it takes no new values');
  const parsed = fieldValue(rule).safeParse(typed(rule, text));
  if (parsed.success) return parsed.data;
  if (rule.type === 'select') throw new CellRefused(`is not, or no longer, one of the options: ${optionsIn(rule)}`);
  throw new CellRefused(parsed.error.issues[0]?.message ?? 'is not allowed');
}

/** Whether a cell says what is there already, whatever its definition lets through by now. */
export function saysSame(stored: unknown, text: string): boolean {
  try {
    if (typeof stored === 'boolean') return flagCell(false)(text) === stored;
    if (typeof stored === 'number') return numberIn(text) === stored;
  } catch (error) {
    if (error instanceof CellRefused) return false;
    throw error;
  }
  return typeof stored === 'string' && stored.toLowerCase() === text.toLowerCase();
}

function optionsIn({ options }: FieldRule): string {
  const few = options.slice(0, 12).join(', ');
  return options.length > 12 ? `${few} …` : few;
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
