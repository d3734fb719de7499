import { MoneyInput } from '@backdesk/ui/forms/money-input.tsx';
import { Select } from '@backdesk/ui/forms/select.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import styles from '../settings-layout.module.css';
import { type DiscountDraft, typedValue } from './discount-draft.ts';
import { t } from './texts.ts';

type Props = {
  draft: DiscountDraft;
  currency: string;
  /** Someone tried to save: what cannot be read is said. */
  isChecked: boolean;
  errors: Readonly<Record<string, string>>;
  onChange: (part: Partial<DiscountDraft>) => void;
};

/** How much it takes off, and how that is meant. */
export function DiscountValueFields({ draft, currency, isChecked, errors, onChange }: Props) {
  const isOpen = isChecked && typedValue(draft, currency) === null;
  return (
    <div className={styles.two}>
      <Select
        label={t.kind()}
        options={(['percentage', 'fixed', 'balance'] as const).map((value) => ({ value, label: t[value]() }))}
        value={draft.kind}
        onChange={({ currentTarget }) => onChange({ kind: currentTarget.value as DiscountDraft['kind'] })}
      />
      {draft.kind === 'percentage' ? (
        <TextInput
          label={t.percent()}
          figure
          inputMode="decimal"
          value={draft.percent}
          error={errors['value.ppm'] ?? (isOpen ? t.notAPercentage() : undefined)}
          onChange={({ target }) => onChange({ percent: target.value })}
        />
      ) : (
        <MoneyInput
          label={t.amount()}
          currency={currency}
          problems={{ not_a_number: t.notANumber(), too_many_decimals: t.tooManyDecimals() }}
          value={draft.amount}
          error={errors['value.amount.amount'] ?? (isOpen ? t.notANumber() : undefined)}
          onChange={(amount) => onChange({ amount })}
        />
      )}
    </div>
  );
}
