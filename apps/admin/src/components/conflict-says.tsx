import type { ProblemBody } from '@backdesk/contract/problem.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { type Format, useFormat } from '@backdesk/ui/format/use-format.tsx';
import { t } from './texts.ts';

export type FieldConflict = NonNullable<ProblemBody['conflicts']>[number];

type ConflictSaysProps = {
  conflict: FieldConflict;
  /** The field by the word of the form. */
  field: string;
  onTake: () => void;
};

/** Two people changed one field: theirs with who and when, ours in the form, and the choice. */
export function ConflictSays({ conflict: { value, by, at }, field, onTake }: ConflictSaysProps) {
  const format = useFormat();
  const shown = wordsOf(value, format);
  return (
    <InlineNotice
      tone="warn"
      live="alert"
      title={t.changedBy(by, field, shown, format.time(at))}
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

function wordsOf(value: unknown, { money }: Format): string {
  if (value === null || value === undefined || value === '') return t.emptyValue();
  if (typeof value === 'boolean') return value ? t.ticked() : t.notTicked();
  if (isMoney(value)) return money(value);
  const text = String(value);
  return `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`;
}

function isMoney(value: unknown): value is { readonly amount: number; readonly currency: string } {
  return typeof value === 'object' && value !== null && 'amount' in value && 'currency' in value;
}
