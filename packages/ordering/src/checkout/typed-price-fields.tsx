import { Button } from '@backdesk/ui/actions/button.tsx';
import { MoneyInput } from '@backdesk/ui/forms/money-input.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import styles from './checkout-form.module.css';
import { t } from './texts.ts';
import type { TypedPrice } from './typed-price.ts';

export type TypedPriceFieldsProps = {
  readonly value: TypedPrice;
  readonly isTried: boolean;
  readonly onChange: (price: TypedPrice) => void;
  readonly onSet: () => void;
  readonly currency: string;
};

/** Name, price and reason of a price for shipping that no rate gives. */
export function TypedPriceFields({ value, isTried, onChange, onSet, currency }: TypedPriceFieldsProps) {
  const set = (part: Partial<TypedPrice>) => onChange({ ...value, ...part });
  return (
    <div className={styles.typed}>
      <TextInput
        label={t.typedName()}
        maxLength={120}
        value={value.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
        error={isTried && value.name.trim() === '' ? t.nameMissing() : undefined}
      />
      <MoneyInput
        label={t.typedAmount()}
        currency={currency}
        problems={{ not_a_number: t.notAnAmount(), too_many_decimals: t.tooManyDecimals() }}
        value={value.amount}
        onChange={(amount) => set({ amount })}
        error={isTried && value.amount === null ? t.amountMissing() : undefined}
      />
      <TextInput
        label={t.typedReason()}
        help={t.typedReasonHelp()}
        maxLength={500}
        value={value.reason}
        onChange={(event) => set({ reason: event.currentTarget.value })}
        error={isTried && value.reason.trim() === '' ? t.reasonMissing() : undefined}
      />
      <div>
        <Button size="small" onClick={onSet}>
          {t.usePrice()}
        </Button>
      </div>
    </div>
  );
}
