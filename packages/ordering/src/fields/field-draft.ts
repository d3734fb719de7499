// Values of custom fields as a form holds them: null is emptied. Judged by the schema that the server judges them by.
import type { FieldDefinition } from '@backdesk/contract/field/schema.ts';
import { fieldValues } from '@backdesk/contract/field/values.ts';
import type { FieldValue } from '@backdesk/domain/field/types.ts';
import { t } from './texts.ts';

export type FieldDraft = { readonly [code: string]: FieldValue | null };
export type FieldErrors = Readonly<Record<string, string>>;

export type JudgedFields = {
  readonly definitions: readonly FieldDefinition[];
  readonly draft: FieldDraft;
  /** What stands there now: what is left as it is stays. */
  readonly stored?: Readonly<Record<string, unknown>>;
  readonly mayBeEmpty?: boolean;
};

/** What is wrong, by the code of its field: "Industry must not be empty". */
export function fieldErrors({ definitions, draft, stored = {}, mayBeEmpty = false }: JudgedFields): FieldErrors {
  const parsed = fieldValues({ definitions, stored, mayBeEmpty }).safeParse({ ...stored, ...draft });
  if (parsed.success) return {};
  const labels = new Map(definitions.map(({ code, label }) => [code, label]));
  return Object.fromEntries(
    parsed.error.issues.map(({ path, message }) => {
      const code = String(path[0] ?? '');
      return [code, t.wrong(labels.get(code) ?? code, message)];
    }),
  );
}

/** Of the stored values those that a form can hold. */
export function fieldDraftOf(stored: Readonly<Record<string, unknown>>): FieldDraft {
  return Object.fromEntries(
    Object.entries(stored).flatMap(([code, value]) =>
      typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? [[code, value]] : [],
    ),
  );
}
