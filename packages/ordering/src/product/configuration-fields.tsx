import { configurationOptionsOf } from '@backdesk/contract/catalog/configuration-input.ts';
import type { ConfigurationOptionJson } from '@backdesk/contract/catalog/schema.ts';
import { textLength } from '@backdesk/domain/catalog/check-answer.ts';
import { missingOptions } from '@backdesk/domain/catalog/configuration.ts';
import type { Configuration } from '@backdesk/domain/catalog/configuration-options.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { Select } from '@backdesk/ui/forms/select.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { useId } from 'react';
import styles from './option-chips.module.css';
import { t } from './texts.ts';
import { useUpchargeText } from './upcharge-text.ts';

/** Up to so many values are laid out to choose from; more go into a list. */
const AS_CHIPS = 6;

export type ConfigurationFieldsProps = {
  options: readonly ConfigurationOptionJson[];
  configuration: Configuration;
  onChange: (configuration: Configuration) => void;
  /** Somebody tried to go on: what is missing says so. */
  isChecked: boolean;
};

/** The options of a product in the order in which they are asked, each with what it adds. */
export function ConfigurationFields({ options, configuration, onChange, isChecked }: ConfigurationFieldsProps) {
  const missing = new Set(isChecked ? missingOptions(configurationOptionsOf(options), configuration).map(({ id }) => id) : []);
  return options.map((option) => (
    <OptionField
      key={option.id}
      option={option}
      answer={configuration[option.id] ?? ''}
      onAnswer={(answer) => onChange({ ...configuration, [option.id]: answer })}
      isMissing={missing.has(option.id)}
    />
  ));
}

/** Whether a text is longer than its option takes: told while typing, and kept from being added. */
export function isTooLong(option: ConfigurationOptionJson, answer: string | undefined): boolean {
  return option.kind === 'text' && textLength((answer ?? '').trim()) > option.maxLength;
}

type OptionFieldProps<Option = ConfigurationOptionJson> = { option: Option; answer: string; onAnswer: (answer: string) => void; isMissing: boolean };

function OptionField(props: OptionFieldProps) {
  const { option } = props;
  if (option.kind === 'text') return <TextAnswer {...props} option={option} />;
  return option.values.length <= AS_CHIPS ? <ChipsAnswer {...props} option={option} /> : <ListAnswer {...props} option={option} />;
}

type Choice = Extract<ConfigurationOptionJson, { kind: 'choice' }>;

function ChipsAnswer({ option, answer, onAnswer, isMissing }: OptionFieldProps<Choice>) {
  const name = useId();
  const upcharge = useUpchargeText();
  const values = [...(option.required ? [] : [null]), ...option.values];
  return (
    <fieldset className={styles.option} data-invalid={isMissing || undefined} aria-describedby={`${name}-says`}>
      <legend>
        {option.name} <span className={styles.mark}>{option.required ? t.required() : t.optional()}</span>
      </legend>
      <div className={styles.chips}>
        {values.map((value) => (
          <label key={value?.id ?? ''} className={styles.chip}>
            <input
              type="radio"
              name={name}
              checked={answer === (value?.id ?? '')}
              onChange={() => onAnswer(value?.id ?? '')}
              aria-invalid={isMissing || undefined}
            />
            <span dir="auto">{value === null ? t.none() : value.name}</span>
            {value !== null && upcharge(value) !== '' && <span className={styles.upcharge}>{upcharge(value)}</span>}
          </label>
        ))}
      </div>
      <p id={`${name}-says`} className={styles.says}>
        {isMissing && (
          <span className={styles.missing} role="alert">
            {t.chooseOne(option.name)}
          </span>
        )}
        {option.help}
      </p>
    </fieldset>
  );
}

function ListAnswer({ option, answer, onAnswer, isMissing }: OptionFieldProps<Choice>) {
  const upcharge = useUpchargeText();
  return (
    <Select
      label={option.name}
      mark={option.required ? t.required() : t.optional()}
      placeholder={option.required ? t.choose() : t.none()}
      options={option.values.map((value) => ({ value: value.id, label: [value.name, upcharge(value)].filter(Boolean).join('  ') }))}
      value={answer}
      onChange={(event) => onAnswer(event.currentTarget.value)}
      required={option.required}
      help={option.help}
      error={isMissing ? t.chooseOne(option.name) : undefined}
    />
  );
}

function TextAnswer({ option, answer, onAnswer, isMissing }: OptionFieldProps<Extract<ConfigurationOptionJson, { kind: 'text' }>>) {
  const format = useFormat();
  const upcharge = useUpchargeText()(option);
  const length = textLength(answer.trim());
  const error = isMissing ? t.typeSomething(option.name) : isTooLong(option, answer) ? t.tooLong(format.number(option.maxLength)) : undefined;
  return (
    <TextInput
      label={option.name}
      mark={option.required ? t.required() : t.optional()}
      value={answer}
      onChange={(event) => onAnswer(event.currentTarget.value)}
      required={option.required}
      help={[option.help, upcharge].filter(Boolean).join(' · ')}
      error={error}
      trail={
        <span className="tnum">
          {format.number(length)} / {format.number(option.maxLength)}
        </span>
      }
    />
  );
}
