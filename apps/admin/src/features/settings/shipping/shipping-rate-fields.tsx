import { Button } from '@backdesk/ui/actions/button.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { Checkbox } from '@backdesk/ui/forms/checkbox.tsx';
import { MoneyInput } from '@backdesk/ui/forms/money-input.tsx';
import { Select } from '@backdesk/ui/forms/select.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import styles from '../settings-layout.module.css';
import { t } from '../texts.ts';
import { ItemsSteps, moneyProblems, WeightSteps } from './rate-steps.tsx';
import type { RateDraft, RateKind } from './zone-draft.ts';

const kinds: readonly { readonly value: RateKind; readonly label: string }[] = [
  { value: 'flat', label: t.flat() },
  { value: 'by_weight', label: t.byWeight() },
  { value: 'by_items', label: t.byItems() },
];

type Props = {
  rate: RateDraft;
  errors: readonly string[];
  onChange: (change: Partial<RateDraft>) => void;
  onMoveUp: (() => void) | null;
  onRemove: () => void;
};

/** One rate of a zone: a flat amount, or steps by weight or by items total; each may be free from an items total on. */
export function ShippingRateFields({ rate, errors, onChange, onMoveUp, onRemove }: Props) {
  const { currency } = useFormat();
  return (
    <div className={styles.rate}>
      {errors.map((error) => (
        <p key={error} role="alert" className="bad small">
          {error}
        </p>
      ))}
      <div className={styles.two}>
        <TextInput label={t.rateName()} value={rate.name} onChange={(event) => onChange({ name: event.target.value })} />
        <TextInput label={t.transit()} value={rate.transit} onChange={(event) => onChange({ transit: event.target.value })} />
        <Select
          label={t.kind()}
          value={rate.kind}
          onChange={(event) => onChange({ kind: kinds.find(({ value }) => value === event.target.value)?.value ?? 'flat' })}
          options={kinds}
        />
        {rate.kind === 'flat' && (
          <MoneyInput label={t.amount()} currency={currency} problems={moneyProblems} value={rate.price} onChange={(price) => onChange({ price })} />
        )}
      </div>
      {rate.kind === 'by_weight' && <WeightSteps steps={rate.weightSteps} onChange={(weightSteps) => onChange({ weightSteps })} />}
      {rate.kind === 'by_items' && <ItemsSteps steps={rate.itemsSteps} onChange={(itemsSteps) => onChange({ itemsSteps })} />}
      <MoneyInput
        label={t.freeOver()}
        help={t.freeOverHelp()}
        currency={currency}
        problems={moneyProblems}
        value={rate.freeOver}
        onChange={(freeOver) => onChange({ freeOver })}
      />
      <div className="row">
        <Checkbox label={t.active()} checked={rate.active} onChange={(event) => onChange({ active: event.target.checked })} />
        <span className="push row">
          {onMoveUp && (
            <Button variant="quiet" size="small" onClick={onMoveUp}>
              {t.moveUp()}
            </Button>
          )}
          <Button variant="quiet" size="small" danger icon="trash" onClick={onRemove}>
            {t.removeRate()}
          </Button>
        </span>
      </div>
    </div>
  );
}
