import type { FieldDefinition } from '@backdesk/contract/field/schema.ts';
import type { ProblemBody } from '@backdesk/contract/problem.ts';
import { t as form } from '@backdesk/ordering/customer/texts.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { t } from './texts.ts';

export type FieldConflict = NonNullable<ProblemBody['conflicts']>[number];

const names: Readonly<Record<string, () => string>> = {
  name: form.name,
  email: form.email,
  company: form.company,
  phone: form.phone,
  title: form.title,
  number: form.number,
  active: form.active,
  openAccount: form.openAccount,
  taxExemption: form.taxExemption,
  notes: form.notes,
};

function nameOf(name: string, definitions: readonly FieldDefinition[]): string {
  return names[name]?.() ?? definitions.find(({ code }) => code === name)?.label ?? name;
}

/** The fields of a change by the words of the form. */
export function namesOf({ fields = {}, ...parts }: { readonly fields?: object | undefined }, definitions: readonly FieldDefinition[]): readonly string[] {
  return [...Object.keys(parts), ...Object.keys(fields)].map((name) => nameOf(name, definitions));
}

type ConflictSaysProps = { conflict: FieldConflict; definitions: readonly FieldDefinition[]; onTake: () => void };

/** Two people changed one field: theirs with who and when, ours in the form, and the choice. */
export function ConflictSays({ conflict: { pointer, value, by, at }, definitions, onTake }: ConflictSaysProps) {
  const { time } = useFormat();
  const shown = wordsOf(value);
  return (
    <InlineNotice
      tone="warn"
      live="alert"
      title={t.changedBy(by, nameOf(pointer.split('/').at(-1) ?? '', definitions), shown, time(at))}
      actions={
        <Button size="small" onClick={onTake}>
          {t.takeTheirs(shown)}
        </Button>
      }
    >
      {t.yoursStays()}
    </InlineNotice>
  );
}

function wordsOf(value: unknown): string {
  if (value === null || value === undefined || value === '') return t.emptyValue();
  if (typeof value === 'boolean') return value ? t.ticked() : t.notTicked();
  const text = String(value);
  return `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`;
}
