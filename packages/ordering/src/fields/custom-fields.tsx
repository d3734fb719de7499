import type { FieldDefinition } from '@backdesk/contract/field/schema.ts';
import { CustomField } from './custom-field.tsx';
import styles from './custom-fields.module.css';
import type { FieldDraft, FieldErrors } from './field-draft.ts';

export type CustomFieldsProps = {
  definitions: readonly FieldDefinition[];
  value: FieldDraft;
  onChange: (draft: FieldDraft) => void;
  errors: FieldErrors;
  /** Above them; without it they stand by themselves. */
  title?: string;
};

/** The fields that the account defines for itself, as a part of a form: nothing where there are none. */
export function CustomFields({ definitions, value, onChange, errors, title }: CustomFieldsProps) {
  const asked = definitions.filter(({ active }) => active);
  if (asked.length === 0) return null;
  const fields = asked.map((definition) => (
    <div key={definition.id} data-field={definition.code}>
      <CustomField
        definition={definition}
        value={value[definition.code] ?? null}
        error={errors[definition.code]}
        onChange={(next) => onChange({ ...value, [definition.code]: next })}
      />
    </div>
  ));
  if (title === undefined) return <div className={styles.fields}>{fields}</div>;
  return (
    <fieldset className={styles.group}>
      <legend className={styles.title}>{title}</legend>
      <div className={styles.fields}>{fields}</div>
    </fieldset>
  );
}
