import type { Address } from '@backdesk/contract/core/primitives.ts';

type Named = { readonly id: string; readonly name: string };

/** A company as commands hold it. */
export type CompanyRecord = {
  readonly id: string;
  readonly version: number;
  readonly fieldVersions: Readonly<Record<string, number>>;
  readonly name: string;
  readonly number: string | null;
  readonly notes: string;
  readonly terms: string;
  readonly role: Named | null;
  readonly taxExemption: string | null;
  /** Minor units of the account's currency. */
  readonly creditLimitAmount: number | null;
};

export type CompanyAddressRow = {
  readonly id: string;
  readonly version: number;
  readonly label: string;
  readonly address: Address;
  readonly defaultShipping: boolean;
  readonly defaultBilling: boolean;
};

export type LoadedCompany = CompanyRecord & {
  readonly contactCount: number;
  readonly addresses: readonly CompanyAddressRow[];
  readonly createdAt: Date;
  readonly updatedAt: Date;
};

export type CompanyListRow = Pick<CompanyRecord, 'id' | 'name' | 'number' | 'terms' | 'role' | 'taxExemption'> & {
  readonly contactCount: number;
  readonly updatedAt: Date;
  readonly deletedAt: Date | null;
};

export type ContactRow = {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string;
  readonly title: string;
  readonly active: boolean;
  readonly role: Named | null;
};

export type CompanyEventRow = {
  readonly version: number;
  readonly index: number;
  readonly at: Date;
  readonly by: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
};
