import type { Address } from '@backdesk/contract/core/primitives.ts';
import type { SavedAddress } from '@backdesk/contract/customer/schema.ts';
import { type AddressErrors, emptyAddress } from '@backdesk/ordering/address/address-draft.ts';
import { AddressForm } from '@backdesk/ordering/address/address-form.tsx';
import { Checkbox } from '@backdesk/ui/forms/checkbox.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { t } from './texts.ts';

/** An address of a book as it is typed. */
export type AddressEntry = { readonly label: string; readonly address: Address; readonly defaultShipping: boolean; readonly defaultBilling: boolean };

type New = { readonly country: string; readonly name: string; readonly company: string; readonly isFirst: boolean };

/** What the form of an address begins with: the first of a book becomes the default of both. */
export function entryOf(saved: SavedAddress | null, { country, name, company, isFirst }: New): AddressEntry {
  if (saved === null) return { label: '', address: emptyAddress(country, name, company), defaultShipping: isFirst, defaultBilling: isFirst };
  const { label, address, defaultShipping, defaultBilling } = saved;
  return { label, address, defaultShipping, defaultBilling };
}

type AddressFieldsProps = { value: AddressEntry; onChange: (value: AddressEntry) => void; errors: AddressErrors };

/** The fields of an address in a book: what it is called, where it is, and what it is the default for. */
export function AddressFields({ value, onChange, errors }: AddressFieldsProps) {
  const set = (part: Partial<AddressEntry>) => onChange({ ...value, ...part });
  return (
    <>
      <TextInput
        label={t.addressLabel()}
        mark={t.optional()}
        help={t.addressLabelHelp()}
        maxLength={100}
        autoComplete="off"
        value={value.label}
        onChange={(event) => set({ label: event.currentTarget.value })}
      />
      <AddressForm section="shipping" value={value.address} onChange={(address) => set({ address })} errors={errors} />
      <Checkbox label={t.shipHere()} checked={value.defaultShipping} onChange={(event) => set({ defaultShipping: event.currentTarget.checked })} />
      <Checkbox label={t.billHere()} checked={value.defaultBilling} onChange={(event) => set({ defaultBilling: event.currentTarget.checked })} />
    </>
  );
}
