import type { Customer, CustomerRow, company, SavedAddress } from '@backdesk/contract/customer/schema.ts';
import type { z } from 'zod';
import type { AddressRow, CompanyRow, CustomerListRow, LoadedCustomer } from './row-types.ts';

export function presentCustomer(customer: LoadedCustomer): Customer {
  const { fieldVersions: _, createdAt, updatedAt, addresses, fields, ...same } = customer;
  return { ...same, fields: { ...fields }, addresses: addresses.map(presentAddress), createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
}

export function presentAddress(row: AddressRow): SavedAddress {
  const { id, version, label, address, default_shipping, default_billing, of } = row;
  return { id, version, label, address, defaultShipping: default_shipping, defaultBilling: default_billing, of };
}

export function presentCustomerRow({ id, name, email, phone, company, number, active, updated_at }: CustomerListRow): CustomerRow {
  return { id, name, email, phone, company, number, active, updatedAt: updated_at.toISOString() };
}

export function presentCompany({ id, version, name, number, terms, tax_exemption }: CompanyRow): z.infer<typeof company> {
  return { id, version, name, number, terms, taxExemption: tax_exemption };
}
