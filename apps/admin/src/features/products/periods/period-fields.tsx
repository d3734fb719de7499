import type { Product } from '@backdesk/contract/catalog/schema.ts';
import type { ProductRolePrices } from '@backdesk/contract/price-role/schema.ts';
import { periodText } from '@backdesk/ordering/lines/period-text.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { Select } from '@backdesk/ui/forms/select.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { BreakFields, breaksRequest } from '../break-fields.tsx';
import blocks from '../option-fields.module.css';
import styles from '../product-page.module.css';
import { t as words } from '../texts.ts';
import type { PeriodDraft } from './period-draft.ts';
import { t } from './texts.ts';

type PeriodFieldsProps = {
  product: Product;
  roles: readonly Pick<ProductRolePrices, 'roleId' | 'roleName'>[];
  period: PeriodDraft;
  /** Its place, from 0. */
  at: number;
  errors: Readonly<Record<string, string>>;
  isChecked: boolean;
  onChange: (change: Partial<PeriodDraft>) => void;
  onRemove: () => void;
};

/** One price period of the form: its days, who pays it and how much. */
export function PeriodFields({ product, roles, period, at, errors, isChecked, onChange, onRemove }: PeriodFieldsProps) {
  const format = useFormat();
  const path = `periods.${at}`;
  const { validFrom, validUntil, breaks } = period;
  const name = periodText({ validFrom: validFrom || null, validUntil: validUntil || null }, format) || t.newPeriod();
  const isDayless = isChecked && validFrom === '' && validUntil === '';
  return (
    <section className={blocks.optionBlock} aria-label={name}>
      <div className={blocks.optionHead}>
        <span className="small soft">{name}</span>
        <span className="row push">
          <Button variant="quiet" size="small" danger icon="trash" onClick={onRemove}>
            {t.remove()}
            <span className="vh">: {name}</span>
          </Button>
        </span>
      </div>
      <div className={styles.two}>
        <TextInput
          label={t.firstDay()}
          type="date"
          value={validFrom}
          help={t.openDay()}
          onChange={(event) => onChange({ validFrom: event.target.value })}
          error={errors[`${path}.validFrom`] ?? (isDayless ? t.needsDay() : undefined)}
        />
        <TextInput
          label={t.lastDay()}
          type="date"
          value={validUntil}
          onChange={(event) => onChange({ validUntil: event.target.value })}
          error={errors[`${path}.validUntil`]}
        />
      </div>
      <div className={styles.two}>
        {roles.length > 0 && (
          <Select
            label={t.who()}
            value={period.roleId ?? ''}
            onChange={(event) => onChange({ roleId: event.target.value || null })}
            error={errors[`${path}.roleId`]}
            options={[{ value: '', label: t.everybody() }, ...roles.map(({ roleId, roleName }) => ({ value: roleId, label: roleName }))]}
          />
        )}
        {product.variants.length > 1 && (
          <Select
            label={t.variant()}
            value={period.variantId ?? ''}
            onChange={(event) => onChange({ variantId: event.target.value || null })}
            error={errors[`${path}.variantId`]}
            options={[{ value: '', label: words.everyVariant() }, ...product.variants.map(({ id, title, sku }) => ({ value: id, label: title || sku }))]}
          />
        )}
      </div>
      {roles.length > 0 && period.roleId === null && <p className="small muted">{t.whoHelp()}</p>}
      <BreakFields
        breaks={breaks}
        currency={product.currency}
        errors={errors}
        path={`${path}.breaks`}
        isChecked={isChecked}
        onChange={(changed) => onChange({ breaks: changed })}
      />
      {isChecked && breaksRequest(breaks)?.length === 0 && <InlineNotice tone="bad">{t.needsPrice()}</InlineNotice>}
    </section>
  );
}
