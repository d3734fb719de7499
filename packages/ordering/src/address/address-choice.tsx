import type { Address } from '@backdesk/contract/core/primitives.ts';
import type { SavedAddress } from '@backdesk/contract/customer/schema.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { RadioCards } from '@backdesk/ui/forms/radio-cards.tsx';
import { useEffect, useRef, useState } from 'react';
import { sameJson } from '../editing/same-json.ts';
import styles from './address-choice.module.css';
import { type AddressErrors, addressInOneLine, emptyAddress } from './address-draft.ts';
import { AddressForm } from './address-form.tsx';
import { AddressLines } from './address-lines.tsx';
import { t } from './texts.ts';

export type AddressChoiceProps = {
  legend: string;
  section: 'shipping' | 'billing';
  saved: readonly SavedAddress[];
  value: Address | null;
  onChange: (address: Address) => void;
  /** The order has this address already: it stands there to read until somebody wants another. */
  isGiven?: boolean;
  errors?: AddressErrors;
  country: string;
  /** Whom a new address is for. */
  person: { readonly name: string; readonly company: string };
};

const NEW = 'new';

/** What stands open: the address to read, the customer's addresses to choose from, or the fields as well. */
type Shown = 'address' | 'book' | 'fields';

/** Where something goes: one of the customer's addresses or a new one. The fields open only for who types in them. */
export function AddressChoice({ legend, section, saved, value, onChange, isGiven = false, errors = {}, country, person }: AddressChoiceProps) {
  const [asked, setAsked] = useState<Shown>(isGiven ? 'address' : 'book');
  const place = useRef<HTMLDivElement>(null);
  const isMoving = useRef(false);
  const shown = value ?? emptyAddress(country, person.name, person.company);
  const chosen = saved.find((known) => sameJson(known.address, shown));
  const isWrong = Object.keys(errors).length > 0;
  const isRead = asked === 'address' && value !== null && !isWrong;
  const hasFields = saved.length === 0 || chosen === undefined || asked === 'fields' || isWrong;

  // Whoever asked to change it goes on with the keyboard where it can be changed.
  useEffect(() => {
    if (!isMoving.current) return;
    isMoving.current = false;
    place.current?.querySelector<HTMLElement>(asked === 'fields' ? 'input:not([type="radio"])' : 'input:checked, select')?.focus();
  }, [asked]);
  function open(next: Shown) {
    isMoving.current = true;
    setAsked(next);
  }

  if (isRead) {
    return (
      <div className={styles.read}>
        <div>
          {chosen?.label && <strong className={styles.label}>{chosen.label}</strong>}
          <AddressLines address={shown} homeCountry={country} />
        </div>
        <Button size="small" onClick={() => open('book')} aria-label={t.changeOf(legend)}>
          {t.change()}
        </Button>
      </div>
    );
  }
  const cards = saved.map((known) => ({
    value: known.id,
    title: known.label || known.address.company || known.address.name || addressInOneLine(known.address),
    detail: addressInOneLine(known.address),
  }));
  return (
    <div ref={place} className={styles.choice}>
      {saved.length > 0 && (
        <RadioCards
          legend={legend}
          hideLegend
          cards={[...cards, { value: NEW, title: t.another() }]}
          value={chosen?.id ?? NEW}
          onChange={(id) => {
            setAsked('book');
            onChange(saved.find((known) => known.id === id)?.address ?? emptyAddress(country, person.name, person.company));
          }}
        />
      )}
      {hasFields ? (
        <AddressForm section={section} value={shown} onChange={onChange} errors={errors} />
      ) : (
        <div>
          <Button variant="link" size="small" onClick={() => open('fields')}>
            {t.changeForOrder()}
          </Button>
        </div>
      )}
    </div>
  );
}
