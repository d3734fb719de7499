import type { Address } from '@backdesk/contract/core/primitives.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { Select } from '@backdesk/ui/forms/select.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import type { Ref } from 'react';
import type { AddressErrors } from './address-draft.ts';
import styles from './address-form.module.css';
import { countriesIn } from './countries.ts';
import { addressShape, regionsOf } from './regions.ts';
import { t } from './texts.ts';

export type AddressFormProps = {
  value: Address;
  onChange: (address: Address) => void;
  errors?: AddressErrors;
  /** 'shipping' or 'billing': the browser fills in the right one. */
  section: 'shipping' | 'billing';
  firstField?: Ref<HTMLInputElement>;
};

/** An address as its country writes it. Used by desk and site, for shipping and billing. */
export function AddressForm({ value, onChange, errors = {}, section, firstField }: AddressFormProps) {
  const { locale } = useFormat();
  const shape = addressShape(value.country);
  const regions = regionsOf(value.country);
  const set = (part: Partial<Address>) => onChange({ ...value, ...part });
  const field = (name: Exclude<keyof Address, 'country'>, auto: string) => ({
    value: value[name],
    error: errors[name],
    autoComplete: `${section} ${auto}`,
    onChange: (event: { currentTarget: { value: string } }) => set({ [name]: event.currentTarget.value }),
  });
  return (
    <div className={styles.form}>
      <Select
        label={t.country()}
        className={styles.half}
        options={countriesIn(locale)}
        value={value.country}
        autoComplete={`${section} country`}
        onChange={(event) => set({ country: event.currentTarget.value, region: '' })}
      />
      <TextInput label={t.phone()} mark={t.optional()} className={styles.half} type="tel" {...field('phone', 'tel')} />
      <TextInput {...(firstField && { ref: firstField })} label={t.name()} className={styles.half} {...field('name', 'name')} />
      <TextInput label={t.company()} mark={t.optional()} className={styles.half} {...field('company', 'organization')} />
      <TextInput label={t.line1()} className={styles.full} {...field('line1', 'address-line1')} />
      <TextInput label={t.line2()} mark={t.optional()} className={styles.full} {...field('line2', 'address-line2')} />
      <TextInput label={t.city()} className={shape.region === null ? styles.wide : styles.third} {...field('city', 'address-level2')} />
      {shape.region !== null &&
        (regions.length > 0 ? (
          <Select
            label={t[shape.region]()}
            className={styles.third}
            placeholder={t.choose()}
            options={regions}
            value={value.region}
            error={errors.region}
            autoComplete={`${section} address-level1`}
            onChange={(event) => set({ region: event.currentTarget.value })}
          />
        ) : (
          <TextInput label={t.region()} mark={t.optional()} className={styles.third} {...field('region', 'address-level1')} />
        ))}
      <TextInput label={t[shape.postcode]()} className={styles.third} {...field('postcode', 'postal-code')} />
    </div>
  );
}
