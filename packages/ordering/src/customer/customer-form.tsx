import type { FieldDefinition } from '@backdesk/contract/field/schema.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { Checkbox } from '@backdesk/ui/forms/checkbox.tsx';
import { TextArea } from '@backdesk/ui/forms/text-area.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import type { ReactNode, Ref } from 'react';
import { emptyAddress, missingIn } from '../address/address-draft.ts';
import { AddressForm } from '../address/address-form.tsx';
import { CustomFields } from '../fields/custom-fields.tsx';
import type { CustomerDraft, CustomerErrors } from './customer-draft.ts';
import styles from './customer-form.module.css';
import { t } from './texts.ts';

export type CustomerFormProps = {
  value: CustomerDraft;
  onChange: (draft: CustomerDraft) => void;
  errors: CustomerErrors;
  /** The account's own fields of customers. */
  definitions: readonly FieldDefinition[];
  /** Where a new address starts. */
  country: string;
  /** Below the e-mail address, when someone has it: who, and the way to use them. */
  emailTaken?: ReactNode;
  firstField?: Ref<HTMLInputElement>;
};

/** Everything a customer is asked for: in Customers / Contacts and on a new draft, the same. */
export function CustomerForm({ value, onChange, errors, definitions, country, emailTaken, firstField }: CustomerFormProps) {
  const set = (part: Partial<CustomerDraft>) => onChange({ ...value, ...part });
  const field = (name: 'name' | 'email' | 'company' | 'phone' | 'title' | 'number' | 'taxExemption') => ({
    value: value[name],
    error: errors[name],
    onChange: (event: { currentTarget: { value: string } }) => set({ [name]: event.currentTarget.value }),
    autoComplete: 'off',
  });
  return (
    <div className={styles.form}>
      <TextInput {...(firstField && { ref: firstField })} label={t.name()} required {...field('name')} />
      <TextInput label={t.company()} mark={t.optional()} {...field('company')} />
      <div>
        <TextInput label={t.email()} type="email" help={t.emailHelp()} {...field('email')} />
        {emailTaken}
      </div>
      <TextInput label={t.phone()} mark={t.optional()} type="tel" {...field('phone')} />
      <TextInput label={t.title()} mark={t.optional()} {...field('title')} />
      <TextInput label={t.number()} mark={t.optional()} {...field('number')} />
      <TextInput label={t.taxExemption()} mark={t.optional()} help={t.taxExemptionHelp()} {...field('taxExemption')} />
      <div className={styles.check}>
        <Checkbox label={t.active()} help={t.activeHelp()} checked={value.active} onChange={(event) => set({ active: event.currentTarget.checked })} />
        <Checkbox label={t.openAccount()} checked={value.openAccount} onChange={(event) => set({ openAccount: event.currentTarget.checked })} />
      </div>
      <div className={styles.full}>
        {value.address === null ? (
          <Button variant="quiet" icon="plus" onClick={() => set({ address: emptyAddress(country) })}>
            {t.address()}
          </Button>
        ) : (
          <AddressForm
            section="shipping"
            value={value.address}
            onChange={(address) => set({ address })}
            errors={errors.address === undefined ? {} : missingIn(value.address)}
          />
        )}
      </div>
      <div className={styles.own}>
        <CustomFields
          title={t.ownFields()}
          definitions={definitions}
          value={value.fields}
          onChange={(fields) => set({ fields })}
          errors={Object.fromEntries(
            definitions.flatMap(({ code }) => (errors[`fields.${code}`] === undefined ? [] : [[code, errors[`fields.${code}`] ?? '']])),
          )}
        />
      </div>
      <TextArea
        className={styles.full}
        label={t.notes()}
        mark={t.optional()}
        rows={2}
        value={value.notes}
        onChange={(event) => set({ notes: event.currentTarget.value })}
      />
    </div>
  );
}
