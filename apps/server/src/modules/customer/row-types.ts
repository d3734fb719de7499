import type { Address } from '@backdesk/contract/core/primitives.ts';

type Named = { readonly id: string; readonly name: string };

export type CustomerListRow = {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string;
  readonly number: string | null;
  readonly active: boolean;
  /** Their own, as `role`: what is in force is for the domain to say. */
  readonly tax_exemption: string | null;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly last_order_at: Date | null;
  readonly deleted_at: Date | null;
  readonly role: Named | null;
  readonly default_role: Named | null;
  readonly company: (Named & { readonly role: Named | null; readonly taxExemption: string | null }) | null;
};

/** What an export has beyond the listing. */
export type CustomerExportRow = CustomerListRow & {
  readonly title: string;
  readonly open_account: boolean;
  readonly notes: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly address: Address | null;
};

export type CustomerHistoryRow = {
  readonly version: number;
  readonly index: number;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly actor_name: string;
  readonly at: Date;
};

export type AddressRow = {
  readonly id: string;
  readonly version: number;
  readonly label: string;
  readonly address: Address;
  readonly default_shipping: boolean;
  readonly default_billing: boolean;
  readonly of: 'customer' | 'company';
};

/** A customer as commands hold it: the fields of the form, with the company by id and name. */
export type CustomerRecord = {
  readonly id: string;
  readonly version: number;
  readonly fieldVersions: Readonly<Record<string, number>>;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string;
  readonly title: string;
  readonly company: { readonly id: string; readonly name: string } | null;
  readonly number: string | null;
  readonly active: boolean;
  readonly openAccount: boolean;
  readonly taxExemption: string | null;
  readonly notes: string;
  readonly fields: Readonly<Record<string, unknown>>;
};

export type LoadedCustomer = CustomerRecord & {
  /** Their own, the company's and the account's: which of them is in force is for the domain to say. */
  readonly role: Named | null;
  readonly company: (Named & { readonly role: Named | null; readonly taxExemption: string | null; readonly terms: string }) | null;
  readonly defaultRole: Named | null;
  /** Payment terms of the account; '' for none. */
  readonly defaultTerms: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly addresses: readonly AddressRow[];
};
