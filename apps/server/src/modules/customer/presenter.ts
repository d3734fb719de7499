import type { Customer, CustomerHistoryEntry, CustomerRow, company, EmailHolder, SavedAddress } from '@backdesk/contract/customer/schema.ts';
import type { CustomerEventNames } from '@backdesk/domain/customer/describe-customer-event.ts';
import { describeCustomerEvent } from '@backdesk/domain/customer/describe-customer-event.ts';
import type { z } from 'zod';
import type { FoundHolder } from './queries/find-email-holder.ts';
import type { AddressRow, CompanyRow, CustomerHistoryRow, CustomerListRow, LoadedCustomer } from './row-types.ts';

export function presentCustomer(customer: LoadedCustomer): Customer {
  const { fieldVersions: _, createdAt, updatedAt, addresses, fields, ...same } = customer;
  return { ...same, fields: { ...fields }, addresses: addresses.map(presentAddress), createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
}

export function presentAddress(row: AddressRow): SavedAddress {
  return { id: row.id, label: row.label, address: row.address, defaultShipping: row.default_shipping, defaultBilling: row.default_billing, of: row.of };
}

export function presentCustomerRow({ id, name, email, phone, company, role, number, active, ...row }: CustomerListRow): CustomerRow {
  return {
    ...{ id, name, email, phone, company, role, number, active },
    taxExempt: row.tax_exempt,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    lastOrderAt: row.last_order_at?.toISOString() ?? null,
    deletedAt: row.deleted_at?.toISOString() ?? null,
  };
}

/** `labels`: of the custom fields, by code; `roles`: names of the price roles, by id. */
export function presentCustomerEvent(row: CustomerHistoryRow, names: CustomerEventNames): CustomerHistoryEntry {
  const { version, index, type, at } = row;
  return { version, index, type, at: at.toISOString(), by: row.actor_name, sentence: describeCustomerEvent({ type, data: row.data }, names) };
}

export function presentHolder(holder: FoundHolder | null): { holder: EmailHolder } {
  return { holder: holder === null ? null : { ...holder, deletedAt: holder.deletedAt?.toISOString() ?? null } };
}

export function presentCompany({ id, version, name, number, terms, tax_exemption }: CompanyRow): z.infer<typeof company> {
  return { id, version, name, number, terms, taxExemption: tax_exemption };
}
