import { type FileKindName, fileKindNames, fileKinds } from '@backdesk/domain/file/kinds.ts';
import { Checkbox } from '@backdesk/ui/forms/checkbox.tsx';
import { NumberField } from '@backdesk/ui/forms/number-field.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import type { OptionDraft } from './configuration-draft.ts';
import styles from './option-fields.module.css';
import { t } from './texts.ts';

export type KindFieldsProps = {
  option: OptionDraft;
  errors: Readonly<Record<string, string>>;
  path: string;
  onChange: (change: Partial<OptionDraft>) => void;
};

/** What an option of this kind takes for an answer. */
export function KindFields(props: KindFieldsProps) {
  switch (props.option.kind) {
    case 'text':
      return <TextRules {...props} />;
    case 'number':
      return <NumberRules {...props} />;
    case 'file':
      return <FileRules {...props} />;
    default:
      return null;
  }
}

function TextRules({ option, errors, path, onChange }: KindFieldsProps) {
  return (
    <div className={styles.two}>
      <NumberField
        label={t.maxLengthField()}
        value={option.maxLength}
        onChange={(maxLength) => onChange({ maxLength })}
        min={1}
        max={1000}
        unreadable={t.unreadable()}
        error={errors[`${path}.maxLength`]}
      />
      <TextInput
        label={t.patternField()}
        mark={t.optionalMark()}
        help={t.patternHelp()}
        value={option.pattern}
        onChange={(event) => onChange({ pattern: event.target.value })}
        error={errors[`${path}.pattern`]}
        maxLength={200}
        spellCheck={false}
      />
    </div>
  );
}

function NumberRules({ option, errors, path, onChange }: KindFieldsProps) {
  const fields = [
    ['minimum', t.minimumField()],
    ['maximum', t.maximumField()],
    ['step', t.stepField()],
  ] as const;
  return (
    <div className={styles.three}>
      {fields.map(([name, label]) => (
        <TextInput
          key={name}
          label={label}
          mark={t.optionalMark()}
          inputMode="decimal"
          figure
          value={option[name]}
          onChange={(event) => onChange({ [name]: event.target.value.replace(',', '.') })}
          error={errors[`${path}.${name}`]}
        />
      ))}
    </div>
  );
}

function FileRules({ option, errors, path, onChange }: KindFieldsProps) {
  const toggle = (kind: FileKindName) =>
    onChange({ kinds: fileKindNames.filter((each) => (each === kind ? !option.kinds.includes(kind) : option.kinds.includes(each))) });
  return (
    <>
      <fieldset className={styles.kinds}>
        <legend>{t.fileKindsField()}</legend>
        {fileKindNames.map((kind) => (
          <Checkbox key={kind} label={fileKinds[kind].label} checked={option.kinds.includes(kind)} onChange={() => toggle(kind)} />
        ))}
        {errors[`${path}.kinds`] !== undefined && (
          <p className={styles.wrong} role="alert">
            {t.fileKindsWrong()}
          </p>
        )}
      </fieldset>
      <div className={styles.two}>
        <NumberField
          label={t.largestField()}
          value={option.largest}
          onChange={(largest) => onChange({ largest })}
          min={1}
          max={25}
          unreadable={t.unreadable()}
          error={errors[`${path}.largestBytes`]}
        />
      </div>
    </>
  );
}
