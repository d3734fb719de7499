import { Button } from '@backdesk/ui/actions/button.tsx';
import { Checkbox } from '@backdesk/ui/forms/checkbox.tsx';
import { MoneyInput } from '@backdesk/ui/forms/money-input.tsx';
import { NumberField } from '@backdesk/ui/forms/number-field.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { newValue, type OptionDraft, type UpchargeDraft, type ValueDraft } from './configuration-draft.ts';
import styles from './product-page.module.css';
import { t } from './texts.ts';

const problems = { not_a_number: t.notANumber(), too_many_decimals: t.tooManyDecimals() };

export type OptionFieldsProps = {
  option: OptionDraft;
  /** Its place, from 0, and how many there are. */
  at: number;
  count: number;
  currency: string;
  /** Messages of the server by their place in the request ("options.0.name"). */
  errors: Readonly<Record<string, string>>;
  onChange: (change: Partial<OptionDraft>) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
};

/** One option of the form: what is asked, and what the answers add. */
export function OptionFields({ option, at, count, currency, errors, onChange, onMove, onRemove }: OptionFieldsProps) {
  const path = `options.${at}`;
  const name = t.optionAt(at + 1, option.name);
  const setValue = (key: string, change: Partial<ValueDraft>) =>
    onChange({ values: option.values.map((value) => (value.key === key ? { ...value, ...change } : value)) });
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
      {option.kind === 'text' && (
        <div className={styles.valueRow}>
          <NumberField
            label={t.maxLengthField()}
            value={option.maxLength}
            onChange={(maxLength) => onChange({ maxLength })}
            min={1}
            max={1000}
            unreadable={t.unreadable()}
            error={errors[`${path}.maxLength`]}
          />
          <UpchargeFields upcharge={option} currency={currency} errors={errors} path={path} onChange={onChange} />
        </div>
      )}
      {option.values.map((value, index) => (
        <div key={value.key} className={styles.valueRow}>
          <TextInput
            label={t.valueField()}
            hideLabel={index > 0}
            value={value.name}
            onChange={(event) => setValue(value.key, { name: event.target.value })}
            error={errors[`${path}.values.${index}.name`]}
            maxLength={100}
          />
          <UpchargeFields
            upcharge={value}
            currency={currency}
            errors={errors}
            path={`${path}.values.${index}`}
            hideLabel={index > 0}
            onChange={(change) => setValue(value.key, change)}
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
      ))}
      {option.kind === 'choice' && (
        <div>
          <Button variant="quiet" size="small" icon="plus" onClick={() => onChange({ values: [...option.values, newValue()] })}>
            {t.addValue()}
          </Button>
        </div>
      )}
      <Checkbox label={t.requiredField()} checked={option.required} onChange={(event) => onChange({ required: event.target.checked })} />
      <Checkbox label={t.carriesBreaksField()} checked={option.carriesBreaks} onChange={(event) => onChange({ carriesBreaks: event.target.checked })} />
    </section>
  );
}

type UpchargeFieldsProps = Pick<OptionFieldsProps, 'currency' | 'errors'> & {
  upcharge: UpchargeDraft;
  path: string;
  hideLabel?: boolean;
  onChange: (change: Partial<UpchargeDraft>) => void;
};

function UpchargeFields({ upcharge, currency, errors, path, hideLabel = false, onChange }: UpchargeFieldsProps) {
  return (
    <>
      <MoneyInput
        label={t.perPieceField()}
        hideLabel={hideLabel}
        currency={currency}
        maxDecimals={6}
        problems={problems}
        value={upcharge.perPiece}
        onChange={(perPiece) => onChange({ perPiece })}
        error={errors[`${path}.perPiece`]}
      />
      <MoneyInput
        label={t.perLineField()}
        hideLabel={hideLabel}
        currency={currency}
        problems={problems}
        value={upcharge.perLine}
        onChange={(perLine) => onChange({ perLine })}
        error={errors[`${path}.perLine`] ?? errors[`${path}.perLine.amount`]}
      />
    </>
  );
}
