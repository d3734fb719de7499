// What the file says against what is here: the file wins, except where a person changed the field since the last import.
import type { EditedFields } from '../../catalog/records.ts';
import type { Notice } from '../notice.ts';
import { type Column, type Heading, headingOf } from './columns.ts';

export type Wanted<Fields> = { readonly [Name in keyof Fields]: { readonly value: Fields[Name]; readonly column: Column } };

export type Merged<Fields> = {
  readonly fields: Fields;
  readonly changed: readonly string[];
  readonly editedFields: EditedFields;
  readonly kept: readonly Notice[];
};

type Here<Fields> = { readonly fields: Fields; readonly editedFields: EditedFields };

/** The fields as they will be. With `overwrite` nothing is kept, and what was overwritten no longer counts as changed by a person. */
export function mergeFields<Fields extends Readonly<Record<string, unknown>>>(
  here: Here<Fields>,
  wanted: Wanted<Fields>,
  { row, heading, overwrite }: { readonly row: number; readonly heading: Heading; readonly overwrite: boolean },
): Merged<Fields> {
  const kept: Notice[] = [];
  const changed: string[] = [];
  const fields: Record<string, unknown> = { ...here.fields };
  const editedFields: Record<string, true> = { ...here.editedFields };
  for (const [name, { value, column }] of Object.entries(wanted)) {
    if (same(value, here.fields[name])) continue;
    if (here.editedFields[name] === true && !overwrite) {
      kept.push({
        kind: 'kept',
        row,
        column: headingOf(heading, column),
        value: shown(value),
        reason: `kept as a person set it here: ${shown(here.fields[name])}`,
      });
      continue;
    }
    fields[name] = value;
    delete editedFields[name];
    changed.push(name);
  }
  return { fields: fields as Fields, changed, editedFields, kept };
}

export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}
