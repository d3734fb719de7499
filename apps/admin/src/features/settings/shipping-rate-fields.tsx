import { Button } from '@backdesk/ui/actions/button.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { Checkbox } from '@backdesk/ui/forms/checkbox.tsx';
import { MoneyInput } from '@backdesk/ui/forms/money-input.tsx';
import { NumberField } from '@backdesk/ui/forms/number-field.tsx';
import { Select } from '@backdesk/ui/forms/select.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import styles from './settings-layout.module.css';
import { t } from './texts.ts';
import type { RateDraft, TierDraft } from './zone-draft.ts';

const problems = { not_a_number: t.notANumber(), too_many_decimals: t.tooManyDecimals() };

/** One rate of a zone: a flat amount or steps by weight. */
export function ShippingRateFields({ rate, onChange, onRemove }: { rate: RateDraft; onChange: (change: Partial<RateDraft>) => void; onRemove: () => void }) {
  const { currency } = useFormat();
  const setTier = (at: number, change: Partial<TierDraft>) =>
    onChange({ tiers: rate.tiers.map((tier, index) => (index === at ? { ...tier, ...change } : tier)) });
  return (
    <div className={styles.rate}>
      <div className={styles.two}>
        <TextInput label={t.rateName()} value={rate.name} onChange={(event) => onChange({ name: event.target.value })} />
        <TextInput label={t.transit()} value={rate.transit} onChange={(event) => onChange({ transit: event.target.value })} />
        <Select
          label={t.kind()}
          value={rate.kind}
          onChange={(event) => onChange({ kind: event.target.value === 'flat' ? 'flat' : 'by_weight' })}
          options={[
            { value: 'flat', label: t.flat() },
            { value: 'by_weight', label: t.byWeight() },
          ]}
        />
        {rate.kind === 'flat' && (
          <MoneyInput label={t.amount()} currency={currency} problems={problems} value={rate.price} onChange={(price) => onChange({ price })} />
        )}
      </div>
      {rate.kind === 'by_weight' &&
        rate.tiers.map((tier, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place in the ladder
          <div key={at} className={styles.step}>
            <NumberField
              label={t.upTo()}
              value={tier.upToGrams}
              placeholder={t.anyWeight()}
              onChange={(upToGrams) => setTier(at, { upToGrams })}
              unreadable={t.unreadable()}
            />
            <MoneyInput label={t.amount()} currency={currency} problems={problems} value={tier.price} onChange={(price) => setTier(at, { price })} />
            <Button
              variant="quiet"
              icon="close"
              disabled={rate.tiers.length === 1}
              onClick={() => onChange({ tiers: rate.tiers.filter((_, index) => index !== at) })}
            >
              <span className="vh">{t.removeStep()}</span>
            </Button>
          </div>
        ))}
      <div className="row">
        <Checkbox label={t.active()} checked={rate.active} onChange={(event) => onChange({ active: event.target.checked })} />
        <span className="push row">
          {rate.kind === 'by_weight' && (
            <Button variant="quiet" size="small" icon="plus" onClick={() => onChange({ tiers: [{ upToGrams: 1000, price: null }, ...rate.tiers] })}>
              {t.addStep()}
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
