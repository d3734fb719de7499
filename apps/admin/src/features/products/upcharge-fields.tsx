import { Button } from '@backdesk/ui/actions/button.tsx';
import { MoneyInput } from '@backdesk/ui/forms/money-input.tsx';
import { NumberField } from '@backdesk/ui/forms/number-field.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { type BreakDraft, newBreak, type UpchargeDraft } from './configuration-draft.ts';
import styles from './option-fields.module.css';
import { t } from './texts.ts';

const problems = { not_a_number: t.notANumber(), too_many_decimals: t.tooManyDecimals() };

export type UpchargeFieldsProps = {
  upcharge: UpchargeDraft;
  currency: string;
  /** Messages of the server by their place in the request ("options.0.name"). */
  errors: Readonly<Record<string, string>>;
  path: string;
  hideLabel?: boolean;
  onChange: (change: Partial<UpchargeDraft>) => void;
};

/** What an answer adds: for each piece, for the line, as a part of the price. */
export function UpchargeFields({ upcharge, currency, errors, path, hideLabel = false, onChange }: UpchargeFieldsProps) {
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
      <TextInput
        label={t.percentField()}
        hideLabel={hideLabel}
        inputMode="decimal"
        figure
        trail="%"
        value={upcharge.percent}
        onChange={(event) => onChange({ percent: event.target.value.replace(',', '.') })}
        error={errors[`${path}.ppm`] === undefined ? undefined : t.percentWrong()}
      />
    </>
  );
}

/** From a quantity on each piece adds another price: the break table of an upcharge. */
export function UpchargeBreaks({ upcharge: { breaks }, currency, errors, path, name, onChange }: UpchargeFieldsProps & { name: string }) {
  const set = (changed: BreakDraft, change: Partial<BreakDraft>) =>
    onChange({ breaks: breaks.map((each) => (each === changed ? { ...each, ...change } : each)) });
  return (
    <div className={styles.breaks}>
      {breaks.map((each, at) => (
        <div key={each.key} className={styles.breakRow}>
          <NumberField
            label={t.breakFromField()}
            hideLabel={at > 0}
            value={each.quantity}
            onChange={(quantity) => set(each, { quantity })}
            min={2}
            max={9_999_999}
            unreadable={t.unreadable()}
            error={errors[`${path}.breaks.${at}.quantity`]}
          />
          <MoneyInput
            label={t.breakEachField()}
            hideLabel={at > 0}
            currency={currency}
            maxDecimals={6}
            problems={problems}
            value={each.perPiece}
            onChange={(perPiece) => set(each, { perPiece })}
            error={errors[`${path}.breaks.${at}.perPiece`]}
          />
          <Button variant="quiet" icon="close" onClick={() => onChange({ breaks: breaks.filter((other) => other !== each) })}>
            <span className="vh">{t.removeUpchargeBreak(String(each.quantity ?? ''), name)}</span>
          </Button>
        </div>
      ))}
      <div>
        <Button variant="quiet" size="small" icon="plus" onClick={() => onChange({ breaks: [...breaks, newBreak()] })}>
          {breaks.length === 0 ? t.addBreaks() : t.addUpchargeBreak()}
          <span className="vh">: {name}</span>
        </Button>
      </div>
    </div>
  );
}
