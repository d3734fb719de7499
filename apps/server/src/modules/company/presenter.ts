import type { Company, CompanyHistoryEntry, CompanyRow } from '@backdesk/contract/company/schema.ts';
import type { SavedAddress } from '@backdesk/contract/customer/schema.ts';
import { describeCompanyEvent } from '@backdesk/domain/customer/describe-company-event.ts';
import { moneyInWords } from '../money-in-words.ts';
import type { CompanyAddressRow, CompanyEventRow, CompanyListRow, LoadedCompany } from './row-types.ts';

/** `currency`: the account's, in which credit limits are agreed. */
export function presentCompany(company: LoadedCompany, currency: string): Company {
  const { fieldVersions: _, creditLimitAmount: amount, addresses, createdAt, updatedAt, ...same } = company;
  return {
    ...same,
    creditLimit: amount === null ? null : { amount, currency },
    addresses: addresses.map(presentCompanyAddress),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

export const presentCompanyAddress = (address: CompanyAddressRow): SavedAddress => ({ ...address, of: 'company' });

export function presentCompanyRow({ updatedAt, deletedAt, ...same }: CompanyListRow): CompanyRow {
  return { ...same, updatedAt: updatedAt.toISOString(), deletedAt: deletedAt?.toISOString() ?? null };
}

/** `locale`: the account's, in which amounts are written. */
export function presentCompanyEvent({ version, at, by, type, data }: CompanyEventRow, locale: string): CompanyHistoryEntry {
  const inWords = (money: { readonly amount: number; readonly currency: string }) => moneyInWords(money.amount, money.currency, locale);
  return { version, at: at.toISOString(), by, text: describeCompanyEvent(type, data, inWords) };
}
