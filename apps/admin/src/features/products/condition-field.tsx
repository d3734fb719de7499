import { ticked } from '@backdesk/domain/catalog/configuration-options.ts';
import { Select } from '@backdesk/ui/forms/select.tsx';
import type { OptionDraft } from './configuration-draft.ts';
import { t } from './texts.ts';

type ConditionFieldProps = {
  option: OptionDraft;
  /** The options before it: only they can decide whether it is asked. */
  before: readonly OptionDraft[];
  error: string | undefined;
  onChange: (change: Pick<OptionDraft, 'onlyWhen'>) => void;
};

const keyOf = ({ optionId, value }: { readonly optionId: string; readonly value: string }) => `${optionId} ${value}`;

/** Whether it is always asked, or only after a certain answer. */
export function ConditionField({ option, before, error, onChange }: ConditionFieldProps) {
  const conditions = before.flatMap(({ id: optionId, kind, name, values }) => {
    if (kind === 'checkbox') return [{ optionId, value: ticked, label: t.whenTicked(name), group: name }];
    return kind === 'choice' ? values.map(({ id: value, name: answer }) => ({ optionId, value, label: t.whenAnswered(name, answer), group: name })) : [];
  });
  const { onlyWhen } = option;
  const isLost = onlyWhen !== null && !conditions.some((condition) => keyOf(condition) === keyOf(onlyWhen));
  if (conditions.length === 0 && onlyWhen === null) return null;
  return (
    <Select
      label={t.askedField()}
      placeholder={t.askedAlways()}
      options={[
        ...conditions.map((condition) => ({ value: keyOf(condition), label: condition.label })),
        ...(isLost && onlyWhen !== null ? [{ value: keyOf(onlyWhen), label: t.conditionLost() }] : []),
      ]}
      value={onlyWhen === null ? '' : keyOf(onlyWhen)}
      onChange={(event) => {
        const chosen = conditions.find((condition) => keyOf(condition) === event.target.value);
        onChange({ onlyWhen: chosen === undefined ? null : { optionId: chosen.optionId, value: chosen.value } });
      }}
      error={isLost ? t.conditionLostHelp() : error}
    />
  );
}
