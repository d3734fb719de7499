import type { Address } from '@backdesk/contract/core/primitives.ts';
import type { SavedAddress } from '@backdesk/contract/customer/schema.ts';
import { RadioCards } from '@backdesk/ui/forms/radio-cards.tsx';
import { sameJson } from '../editing/same-json.ts';
import styles from './address-choice.module.css';
import { type AddressErrors, addressInOneLine, emptyAddress } from './address-draft.ts';
import { AddressForm } from './address-form.tsx';
import { t } from './texts.ts';

export type AddressChoiceProps = {
  legend: string;
  section: 'shipping' | 'billing';
  saved: readonly SavedAddress[];
  value: Address | null;
  onChange: (address: Address) => void;
  errors?: AddressErrors;
  country: string;
  /** Whom a new address is for. */
  person: { readonly name: string; readonly company: string };
};

const NEW = 'new';

/** One of the addresses the customer has, as a start; the fields stay in sight and can be changed for this order. */
export function AddressChoice({ legend, section, saved, value, onChange, errors, country, person }: AddressChoiceProps) {
  const shown = value ?? emptyAddress(country, person.name, person.company);
  const chosen = saved.find((known) => sameJson(known.address, shown));
  const form = <AddressForm section={section} value={shown} onChange={onChange} {...(errors && { errors })} />;
  if (saved.length === 0) return form;
  const cards = saved.map((known) => ({
    value: known.id,
    title: known.label || known.address.company || known.address.name || addressInOneLine(known.address),
    detail: addressInOneLine(known.address),
  }));
  return (
    <div className={styles.choice}>
      <RadioCards
        legend={legend}
        hideLegend
        cards={[...cards, { value: NEW, title: t.another() }]}
        value={chosen?.id ?? NEW}
        onChange={(id) => onChange(saved.find((known) => known.id === id)?.address ?? emptyAddress(country, person.name, person.company))}
      />
      {form}
    </div>
  );
}
