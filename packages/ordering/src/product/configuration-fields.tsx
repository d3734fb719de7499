import type { ConfigurationOptionJson } from '@backdesk/contract/catalog/configuration.ts';
import { textLength } from '@backdesk/domain/catalog/check-answer.ts';
import { ticked } from '@backdesk/domain/catalog/configuration-options.ts';
import { parseDecimal } from '@backdesk/ui/format/parse-decimal.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { Checkbox } from '@backdesk/ui/forms/checkbox.tsx';
import { Select } from '@backdesk/ui/forms/select.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { useId, useState } from 'react';
import { FileField } from '../files/file-field.tsx';
import { faultText } from './fault-text.ts';
import styles from './option-chips.module.css';
import { t } from './texts.ts';
import { useUpchargeText } from './upcharge-text.ts';
import type { ConfigurationState } from './use-configuration.ts';

/** Up to so many values are laid out to choose from; more go into a list. */
const AS_CHIPS = 6;

/** `isChecked`: somebody tried to go on, so what is missing or wrong says so. */
export type ConfigurationFieldsProps = { state: ConfigurationState; isChecked: boolean };

/** The options of a product that are asked with the answers so far, in their order, each with what it adds. */
export function ConfigurationFields({ state, isChecked }: ConfigurationFieldsProps) {
  const format = useFormat();
  return state.asked.map((option) => {
    const fault = state.faults.get(option.id);
    // Too long is told while it is typed; the rest would only interrupt.
    const isTold = fault !== undefined && (isChecked || fault.code === 'line.configuration_too_long');
    return (
      <OptionField
        key={option.id}
        option={option}
        state={state}
        answer={state.configuration[option.id] ?? ''}
        onAnswer={(answer) => state.answer(option.id, answer)}
        error={isTold ? faultText(fault, option.kind, format) : undefined}
      />
    );
  });
}

type OptionFieldProps<Option = ConfigurationOptionJson> = {
  option: Option;
  state: ConfigurationState;
  answer: string;
  onAnswer: (answer: string) => void;
  error: string | undefined;
};
type Of<Kind> = OptionFieldProps<Extract<ConfigurationOptionJson, { kind: Kind }>>;

function OptionField(props: OptionFieldProps) {
  const { option } = props;
  switch (option.kind) {
    case 'text':
      return <TextAnswer {...props} option={option} />;
    case 'number':
      return <NumberAnswer {...props} option={option} />;
    case 'date':
      return <DateAnswer {...props} option={option} />;
    case 'checkbox':
      return <CheckboxAnswer {...props} option={option} />;
    case 'file':
      return <FileAnswer {...props} option={option} />;
    case 'choice':
      return option.values.length <= AS_CHIPS ? <ChipsAnswer {...props} option={option} /> : <ListAnswer {...props} option={option} />;
  }
}

const markOf = ({ required }: { readonly required: boolean }) => (required ? t.required() : t.optional());

/** What it is called to answer nothing: an option may have a value of its own that is called None, with its own price. */
const noneOf = ({ values }: Of<'choice'>['option']) =>
  values.some(({ name }) => name.trim().toLowerCase() === t.none().toLowerCase()) ? t.unanswered() : t.none();

function ChipsAnswer({ option, answer, onAnswer, error }: Of<'choice'>) {
  const name = useId();
  const upcharge = useUpchargeText();
  const values = [...(option.required ? [] : [null]), ...option.values];
  return (
    <fieldset className={styles.option} data-invalid={error !== undefined || undefined} aria-describedby={`${name}-says`}>
      <legend>
        {option.name} <span className={styles.mark}>{markOf(option)}</span>
      </legend>
      <div className={styles.chips}>
        {values.map((value) => (
          <label key={value?.id ?? ''} className={styles.chip}>
            <input
              type="radio"
              name={name}
              checked={answer === (value?.id ?? '')}
              onChange={() => onAnswer(value?.id ?? '')}
              aria-invalid={error !== undefined || undefined}
            />
            <span dir="auto">{value === null ? noneOf(option) : value.name}</span>
            {value !== null && upcharge(value) !== '' && <span className={styles.upcharge}>{upcharge(value)}</span>}
          </label>
        ))}
      </div>
      <Says id={`${name}-says`} error={error} help={option.help} />
    </fieldset>
  );
}

function Says({ id, error, help }: { id: string; error: string | undefined; help: string }) {
  return (
    <p id={id} className={styles.says}>
      {error !== undefined && (
        <span className={styles.missing} role="alert">
          {error}
        </span>
      )}
      {help}
    </p>
  );
}

function ListAnswer({ option, answer, onAnswer, error }: Of<'choice'>) {
  const upcharge = useUpchargeText();
  return (
    <Select
      label={option.name}
      mark={markOf(option)}
      placeholder={option.required ? t.choose() : noneOf(option)}
      options={option.values.map((value) => ({ value: value.id, label: [value.name, upcharge(value)].filter(Boolean).join('  ') }))}
      value={answer}
      onChange={(event) => onAnswer(event.currentTarget.value)}
      required={option.required}
      help={option.help}
      error={error}
    />
  );
}

function TextAnswer({ option, answer, onAnswer, error }: Of<'text'>) {
  const format = useFormat();
  const upcharge = useUpchargeText()(option);
  return (
    <TextInput
      label={option.name}
      mark={markOf(option)}
      value={answer}
      onChange={(event) => onAnswer(event.currentTarget.value)}
      required={option.required}
      help={joined(option.help, upcharge)}
      error={error}
      trail={
        <span className="tnum">
          {format.number(textLength(answer.trim()))} / {format.number(option.maxLength)}
        </span>
      }
    />
  );
}

/** A sentence ends by itself: only what is no sentence is set off by a dot. */
const joined = (...parts: readonly string[]) =>
  parts.filter(Boolean).reduce((said, part) => (said === '' ? part : `${said}${/[.!?]$/u.test(said) ? ' ' : ' · '}${part}`), '');

function NumberAnswer({ option, answer, onAnswer, error }: Of<'number'>) {
  const format = useFormat();
  const upcharge = useUpchargeText()(option);
  const { minimum, maximum, step } = option;
  const [least, most] = [minimum === null ? '' : format.number(minimum), maximum === null ? '' : format.number(maximum)];
  const range = least !== '' && most !== '' ? t.range(least, most) : least !== '' ? t.from(least) : most !== '' ? t.upTo(most) : '';
  // What is typed stays as typed while its reading is the answer; an answer from elsewhere stands as this account writes numbers.
  const [typed, setTyped] = useState({ text: '', answer: '' });
  const shown = readAnswer(answer, 'en') === answer && answer !== '' ? format.number(answer) : answer;
  return (
    <TextInput
      label={option.name}
      mark={markOf(option)}
      inputMode="decimal"
      value={typed.answer === answer ? typed.text : shown}
      onChange={(event) => {
        const text = event.currentTarget.value;
        const read = readAnswer(text, format.locale);
        setTyped({ text, answer: read });
        onAnswer(read);
      }}
      required={option.required}
      help={joined(option.help, [range, step === null ? '' : t.stepsOf(format.number(step))].filter(Boolean).join(', '), upcharge)}
      error={error}
    />
  );
}

/** The number in a text as it is kept; what is none stays, so that it can be told. */
function readAnswer(text: string, locale: string): string {
  const parsed = parseDecimal(text, locale, 6);
  return parsed.ok ? (parsed.value ?? '') : text;
}

function DateAnswer({ option, answer, onAnswer, error }: Of<'date'>) {
  const upcharge = useUpchargeText()(option);
  return (
    <TextInput
      type="date"
      min="1900-01-01"
      max="2999-12-31"
      label={option.name}
      mark={markOf(option)}
      value={answer}
      onChange={(event) => onAnswer(event.currentTarget.value)}
      required={option.required}
      help={joined(option.help, upcharge)}
      error={error}
    />
  );
}

function CheckboxAnswer({ option, answer, onAnswer, error }: Of<'checkbox'>) {
  const id = useId();
  const upcharge = useUpchargeText()(option);
  const label = (
    <>
      {option.name} <span className={styles.mark}>{option.required ? t.required() : ''}</span> <span className={styles.upcharge}>{upcharge}</span>
    </>
  );
  return (
    <div>
      <Checkbox
        label={label}
        help={option.help}
        checked={answer === ticked}
        onChange={(event) => onAnswer(event.currentTarget.checked ? ticked : '')}
        aria-invalid={error !== undefined || undefined}
        aria-errormessage={error === undefined ? undefined : id}
      />
      <Says id={id} error={error} help="" />
    </div>
  );
}

function FileAnswer({ option, state, answer, error }: Of<'file'>) {
  const upcharge = useUpchargeText()(option);
  return (
    <FileField
      label={option.name}
      mark={markOf(option)}
      help={joined(option.help, upcharge)}
      error={error}
      demand={option}
      file={state.files.find(({ id }) => id === answer)}
      onFile={(file) => state.answerFile(option.id, file)}
    />
  );
}
