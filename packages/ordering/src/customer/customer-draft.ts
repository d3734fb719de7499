import type { Address } from '@backdesk/contract/core/primitives.ts';
import type { CreateCustomer } from '@backdesk/contract/customer/schema.ts';
import type { FieldDefinition } from '@backdesk/contract/field/schema.ts';
import { missingIn } from '../address/address-draft.ts';
import { type FieldDraft, fieldErrors } from '../fields/field-draft.ts';
import { t } from './texts.ts';

/** The one form of a customer, as typed. */
export type CustomerDraft = {
  readonly name: string;
  readonly email: string;
  readonly company: string;
  readonly phone: string;
  readonly title: string;
  readonly number: string;
  /** False: closed, kept but without new orders. */
  readonly active: boolean;
  readonly openAccount: boolean;
  readonly taxExemption: string;
  readonly notes: string;
  /** The account's own fields, by code. */
  readonly fields: FieldDraft;
  /** null: no address yet. */
  readonly address: Address | null;
};

export type CustomerErrors = Partial<Record<keyof CustomerDraft | `fields.${string}`, string>>;

/** Starts with what was searched for: a name, or an e-mail address. */
export function newCustomerDraft(searched = ''): CustomerDraft {
  const isEmail = searched.includes('@');
  return {
    name: isEmail ? '' : searched,
    email: isEmail ? searched : '',
    company: '',
    phone: '',
    title: '',
    number: '',
    active: true,
    openAccount: true,
    taxExemption: '',
    notes: '',
    fields: {},
    address: null,
  };
}

/** Whether it looks like one; the server decides. */
export function isEmailAddress(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);
}

/** `definitions` and `stored`: the account's own fields, and what the customer holds of them now. */
export function customerErrors(
  draft: CustomerDraft,
  definitions: readonly FieldDefinition[] = [],
  stored: Readonly<Record<string, unknown>> = {},
): CustomerErrors {
  const email = draft.email.trim();
  return {
    ...(draft.name.trim() === '' && { name: t.nameNeeded() }),
    ...(email !== '' && !isEmailAddress(email) && { email: t.emailWrong() }),
    ...(draft.address !== null && Object.keys(missingIn(draft.address)).length > 0 && { address: '' }),
    ...Object.fromEntries(Object.entries(fieldErrors({ definitions, draft: draft.fields, stored })).map(([code, message]) => [`fields.${code}`, message])),
  };
}

export function customerRequest(draft: CustomerDraft): CreateCustomer {
  const orNull = (text: string) => (text.trim() === '' ? null : text.trim());
  return {
    name: draft.name,
    email: orNull(draft.email),
    company: orNull(draft.company),
    phone: draft.phone,
    title: draft.title,
    number: orNull(draft.number),
    active: draft.active,
    openAccount: draft.openAccount,
    taxExemption: orNull(draft.taxExemption),
    notes: draft.notes,
    ...(Object.keys(draft.fields).length > 0 && { fields: { ...draft.fields } }),
    ...(draft.address !== null && {
      addresses: [
        {
          address: { ...draft.address, name: draft.address.name || draft.name, company: draft.address.company || draft.company },
          defaultShipping: true,
          defaultBilling: true,
        },
      ],
    }),
  };
}
