import type { FieldDefinition } from '@backdesk/contract/field/schema.ts';
import type { FieldValue } from '@backdesk/domain/field/types.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { Checkbox } from '@backdesk/ui/forms/checkbox.tsx';
import { NumberField } from '@backdesk/ui/forms/number-field.tsx';
import { Select } from '@backdesk/ui/forms/select.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import styles from './custom-fields.module.css';
import { localTimeOf, utcOf } from './local-time.ts';
import { t } from './texts.ts';

export type CustomFieldProps = {
  definition: FieldDefinition;
  value: FieldValue | null;
  onChange: (value: FieldValue | null) => void;
  error?: string | undefined;
};

/** One field of the account's own, by its type. */
export function CustomField({ definition, value, onChange, error }: CustomFieldProps) {
  const { timeZone } = useFormat();
  const { label, help, required, type } = definition;
  const common = { label, help: help || undefined, error, ...(!required && { mark: t.optional() }) };
  const typed = typeof value === 'string' ? value : '';
  switch (type) {
    case 'checkbox':
      return (
        <div className={styles.check}>
          <Checkbox
            label={label}
            help={help || undefined}
            checked={value === true}
            aria-invalid={error === undefined ? undefined : true}
            onChange={(event) => onChange(event.currentTarget.checked)}
          />
          {error !== undefined && <p className={styles.error}>{error}</p>}
        </div>
      );
    case 'number':
      return <NumberField {...common} value={typeof value === 'number' ? value : null} onChange={onChange} maxDecimals={6} unreadable={t.notANumber()} />;
    case 'select':
      return (
        <Select
          {...common}
          placeholder={t.choose()}
          value={typed}
          options={optionsOf(definition, typed)}
          onChange={(event) => onChange(event.currentTarget.value || null)}
        />
      );
    case 'datetime':
      return (
        <TextInput
          {...common}
          type="datetime-local"
          defaultValue={localTimeOf(typed, timeZone)}
          onChange={(event) => onChange(utcOf(event.currentTarget.value, timeZone))}
        />
      );
    default:
      return (
        <TextInput
          {...common}
          {...(type === 'link' && { type: 'url', inputMode: 'url', placeholder: 'https://' })}
          maxLength={2000}
          autoComplete="off"
          value={typed}
          onChange={(event) => onChange(event.currentTarget.value === '' ? null : event.currentTarget.value)}
        />
      );
  }
}

/** What was chosen stays a choice, though it is no longer offered to others. */
function optionsOf({ options }: FieldDefinition, chosen: string) {
  const offered = options.map((option) => ({ value: option, label: option }));
  return chosen === '' || options.includes(chosen) ? offered : [{ value: chosen, label: t.gone(chosen) }, ...offered];
}
