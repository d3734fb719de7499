import { Button } from '@backdesk/ui/actions/button.tsx';
import { Checkbox } from '@backdesk/ui/forms/checkbox.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { ConditionField } from './condition-field.tsx';
import { newValue, type OptionDraft, type ValueDraft } from './configuration-draft.ts';
import { KindFields } from './kind-fields.tsx';
import styles from './option-fields.module.css';
import { t } from './texts.ts';
import { UpchargeBreaks, UpchargeFields } from './upcharge-fields.tsx';

export type OptionFieldsProps = {
  option: OptionDraft;
  before: readonly OptionDraft[];
  /** How many there are. */
  count: number;
  currency: string;
  /** Messages of the server by their place in the request ("options.0.name"). */
  errors: Readonly<Record<string, string>>;
  onChange: (change: Partial<OptionDraft>) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
};

/** One option of the form: what is asked and when, what is taken, and what the answers add. */
export function OptionFields({ option, before, count, currency, errors, onChange, onMove, onRemove }: OptionFieldsProps) {
  const at = before.length;
  const path = `options.${at}`;
  const name = t.optionAt(at + 1, option.name);
  return (
    <section className={styles.optionBlock} aria-label={name}>
      <div className={styles.optionHead}>
        <span className="small soft">{t.kindOf(option.kind)}</span>
        <span className="row push">
          <Button variant="quiet" size="small" icon="arrow-up" disabled={at === 0} onClick={() => onMove(-1)}>
            <span className="vh">
              {t.moveUp()}: {name}
            </span>
          </Button>
          <Button variant="quiet" size="small" icon="arrow-down" disabled={at === count - 1} onClick={() => onMove(1)}>
            <span className="vh">
              {t.moveDown()}: {name}
            </span>
          </Button>
          <Button variant="quiet" size="small" danger icon="trash" onClick={onRemove}>
            {t.removeOption()}
            <span className="vh">: {name}</span>
          </Button>
        </span>
      </div>
      <div className={styles.two}>
        <TextInput
          label={t.optionName()}
          value={option.name}
          onChange={(event) => onChange({ name: event.target.value })}
          error={errors[`${path}.name`] ?? errors[`${path}.id`]}
          maxLength={100}
        />
        <TextInput
          label={t.optionHelp()}
          value={option.help}
          onChange={(event) => onChange({ help: event.target.value })}
          error={errors[`${path}.help`]}
          maxLength={300}
        />
      </div>
      <KindFields option={option} errors={errors} path={path} onChange={onChange} />
      {option.kind === 'choice' ? (
        <Values option={option} currency={currency} errors={errors} path={path} onChange={onChange} />
      ) : (
        <div>
          <div className={styles.three}>
            <UpchargeFields upcharge={option} currency={currency} errors={errors} path={path} onChange={onChange} />
          </div>
          <UpchargeBreaks upcharge={option} currency={currency} errors={errors} path={path} name={name} onChange={onChange} />
        </div>
      )}
      <ConditionField option={option} before={before} error={errors[`${path}.onlyWhen.optionId`] ?? errors[`${path}.onlyWhen.value`]} onChange={onChange} />
      <div className="stack tight">
        <Checkbox label={t.requiredField()} checked={option.required} onChange={(event) => onChange({ required: event.target.checked })} />
        <Checkbox label={t.carriesBreaksField()} checked={option.carriesBreaks} onChange={(event) => onChange({ carriesBreaks: event.target.checked })} />
      </div>
    </section>
  );
}

type ValuesProps = Pick<OptionFieldsProps, 'option' | 'currency' | 'errors' | 'onChange'> & { path: string };

function Values({ option, currency, errors, path, onChange }: ValuesProps) {
  const set = (changed: ValueDraft, change: Partial<ValueDraft>) =>
    onChange({ values: option.values.map((value) => (value === changed ? { ...value, ...change } : value)) });
  return (
    <div className={styles.values}>
      {option.values.map((value, index) => (
        <div key={value.id}>
          <div className={styles.valueRow}>
            <TextInput
              label={t.valueField()}
              hideLabel={index > 0}
              value={value.name}
              onChange={(event) => set(value, { name: event.target.value })}
              error={errors[`${path}.values.${index}.name`]}
              maxLength={100}
            />
            <UpchargeFields
              upcharge={value}
              currency={currency}
              errors={errors}
              path={`${path}.values.${index}`}
              hideLabel={index > 0}
              onChange={(change) => set(value, change)}
            />
            <Button
              variant="quiet"
              icon="close"
              disabled={option.values.length === 1}
              onClick={() => onChange({ values: option.values.filter((other) => other !== value) })}
            >
              <span className="vh">{t.removeValue(value.name)}</span>
            </Button>
          </div>
          <UpchargeBreaks
            upcharge={value}
            currency={currency}
            errors={errors}
            path={`${path}.values.${index}`}
            name={value.name}
            onChange={(change) => set(value, change)}
          />
        </div>
      ))}
      <div>
        <Button variant="quiet" size="small" icon="plus" onClick={() => onChange({ values: [...option.values, newValue()] })}>
          {t.addValue()}
        </Button>
      </div>
    </div>
  );
}
