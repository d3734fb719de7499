import type { Product } from '@backdesk/contract/catalog/schema.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { Checkbox } from '@backdesk/ui/forms/checkbox.tsx';
import { MoneyInput } from '@backdesk/ui/forms/money-input.tsx';
import { Select } from '@backdesk/ui/forms/select.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { BreakFields } from './break-fields.tsx';
import { type ChargeDraft, chargeRequest } from './charge-draft.ts';
import blocks from './option-fields.module.css';
import styles from './product-page.module.css';
import { t } from './texts.ts';

type ChargeFieldsProps = {
  product: Product;
  charge: ChargeDraft;
  /** Its place, from 0. */
  at: number;
  errors: Readonly<Record<string, string>>;
  isChecked: boolean;
  onChange: (change: Partial<ChargeDraft>) => void;
  onRemove: () => void;
};

/** One setup or run charge of the form. */
export function ChargeFields({ product, charge, at, errors, isChecked, onChange, onRemove }: ChargeFieldsProps) {
  const path = `charges.${at}`;
  const name = t.chargeAt(at + 1, charge.name);
  const isUnpriced = isChecked && chargeRequest(charge) === null;
  return (
    <section className={blocks.optionBlock} aria-label={name}>
      <div className={blocks.optionHead}>
        <span className="small soft">{t.chargeKind(charge.kind)}</span>
        <span className="row push">
          <Button variant="quiet" size="small" danger icon="trash" onClick={onRemove}>
            {t.removeOption()}
            <span className="vh">: {name}</span>
          </Button>
        </span>
      </div>
      <div className={styles.two}>
        <TextInput
          label={t.chargeName()}
          value={charge.name}
          onChange={(event) => onChange({ name: event.target.value })}
          error={errors[`${path}.name`] ?? errors[`${path}.id`]}
          maxLength={200}
        />
        <TextInput
          label={t.chargeCode()}
          value={charge.code}
          onChange={(event) => onChange({ code: event.target.value })}
          error={errors[`${path}.code`]}
          maxLength={60}
        />
      </div>
      {product.variants.length > 1 && (
        <Select
          label={t.chargeFor()}
          value={charge.variantId ?? ''}
          onChange={(event) => onChange({ variantId: event.target.value === '' ? null : event.target.value })}
          error={errors[`${path}.variantId`]}
          options={[{ value: '', label: t.everyVariant() }, ...product.variants.map(({ id, title, sku }) => ({ value: id, label: title || sku }))]}
        />
      )}
      {charge.kind === 'setup' ? (
        <div className={styles.two}>
          <MoneyInput
            label={t.chargeAmount()}
            currency={product.currency}
            problems={{ not_a_number: t.notANumber(), too_many_decimals: t.tooManyDecimals() }}
            value={charge.amount}
            onChange={(amount) => onChange({ amount })}
            error={errors[`${path}.breaks.0.extendedPrice`] ?? errors[`${path}.breaks`] ?? (isUnpriced ? t.notANumber() : undefined)}
          />
        </div>
      ) : (
        <>
          <BreakFields
            breaks={charge.breaks}
            currency={product.currency}
            errors={errors}
            path={`${path}.breaks`}
            isChecked={isChecked}
            onChange={(breaks) => onChange({ breaks })}
          />
          {isUnpriced && <InlineNotice tone="bad">{t.chargeNeedsPrice()}</InlineNotice>}
        </>
      )}
      <Checkbox label={t.removableField()} checked={charge.removable} onChange={(event) => onChange({ removable: event.target.checked })} />
    </section>
  );
}
