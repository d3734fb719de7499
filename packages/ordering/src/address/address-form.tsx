import type { Address } from '@backdesk/contract/core/primitives.ts';
import { layoutOf, type PlacePart } from '@backdesk/domain/address/layout.ts';
import { tidyAddress } from '@backdesk/domain/address/tidy-address.ts';
import { regionCodeOf, regionsOf } from '@backdesk/domain/core/regions.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { Select } from '@backdesk/ui/forms/select.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { type Ref, useState } from 'react';
import { type AddressErrors, doubtIn, labelOf } from './address-draft.ts';
import styles from './address-form.module.css';
import { countriesIn, lastCountries, rememberCountry } from './countries.ts';
import { partsShown, widthsOf } from './parts-shown.ts';
import { t } from './texts.ts';

export type AddressFormProps = {
  value: Address;
  onChange: (address: Address) => void;
  errors?: AddressErrors;
  /** 'shipping' or 'billing': the browser fills in the right one. */
  section: 'shipping' | 'billing';
  firstField?: Ref<HTMLInputElement>;
  /** Where it is alone: who is there is said elsewhere. */
  placeOnly?: boolean;
};

const auto: Readonly<Record<PlacePart, string>> = {
  line1: 'address-line1',
  line2: 'address-line2',
  city: 'address-level2',
  region: 'address-level1',
  postcode: 'postal-code',
};

/** An address as its country writes it. Used by desk and site, for shipping and billing. */
export function AddressForm({ value, onChange, errors = {}, section, firstField, placeOnly = false }: AddressFormProps) {
  const { locale } = useFormat();
  const [usual] = useState(() => [...new Set([value.country, ...lastCountries()])]);
  const { needed } = layoutOf(value.country);
  const shown = partsShown(value);
  const widths = widthsOf(shown);
  const set = (part: Partial<Address>) => onChange({ ...value, ...part });
  const field = (name: Exclude<keyof Address, 'country'>, complete: string) => ({
    value: value[name],
    error: errors[name],
    autoComplete: `${section} ${complete}`,
    onChange: (event: { currentTarget: { value: string } }) => set({ [name]: event.currentTarget.value }),
  });
  const mark = (part: PlacePart) => (needed.has(part) ? {} : { mark: t.optional() });
  const countries = countriesIn(locale);
  const usualOnes = usual.flatMap((code) => countries.filter((country) => country.value === code));
  const doubt = doubtIn(value);
  return (
    <div className={styles.form}>
      <Select
        label={t.country()}
        className={styles.half}
        options={
          usualOnes.length < 2
            ? countries
            : [
                ...usualOnes.map((country) => ({ ...country, group: t.usual() })),
                ...countries.filter(({ value: code }) => !usual.includes(code)).map((country) => ({ ...country, group: t.allCountries() })),
              ]
        }
        value={value.country}
        error={errors.country}
        autoComplete={`${section} country`}
        onChange={({ currentTarget: { value: country } }) => {
          rememberCountry(country);
          set({ country, region: regionCodeOf(country, value.region) ?? '' });
        }}
      />
      {!placeOnly && (
        <>
          <TextInput label={t.phone()} mark={t.optional()} className={styles.half} type="tel" {...field('phone', 'tel')} />
          <TextInput {...(firstField && { ref: firstField })} label={t.name()} className={styles.half} {...field('name', 'name')} />
          <TextInput label={t.company()} mark={t.optional()} className={styles.half} {...field('company', 'organization')} />
        </>
      )}
      {shown.map((part) => {
        const common = { label: labelOf(part, value.country), className: styles[widths[part] ?? 'full'], ...mark(part) };
        if (part === 'region' && regionsOf(value.country) !== null) {
          return (
            <Select
              key={part}
              {...common}
              placeholder={t.choose()}
              options={regionOptions(value)}
              value={regionCodeOf(value.country, value.region) ?? value.region}
              error={errors.region}
              autoComplete={`${section} address-level1`}
              onChange={(event) => set({ region: event.currentTarget.value })}
            />
          );
        }
        if (part !== 'postcode') return <TextInput key={part} {...common} {...field(part, auto[part])} />;
        return (
          <TextInput
            key={part}
            {...common}
            {...field(part, auto[part])}
            onBlur={() => {
              const { postcode } = tidyAddress(value);
              if (postcode !== value.postcode) set({ postcode });
            }}
          />
        );
      })}
      {doubt !== '' && (
        <p className={styles.doubt} role="status">
          {doubt}
        </p>
      )}
    </div>
  );
}

/** The regions of the country by name; a stored one that is none of them stays to be seen until another is chosen. */
function regionOptions({ country, region }: Address) {
  const options = (regionsOf(country) ?? []).map(({ code, name, localName }) => ({
    value: code,
    label: localName === undefined ? name : `${name} (${localName})`,
  }));
  const isStranger = region !== '' && regionCodeOf(country, region) === undefined;
  return isStranger ? [{ value: region, label: region }, ...options] : options;
}
