import type { Customer, CustomerRow, SavedAddress } from '@backdesk/contract/customer/schema.ts';
import { customerTerms } from '@backdesk/domain/customer/customer-terms.ts';
import type { AddressRow, CustomerListRow, LoadedCustomer } from './row-types.ts';

export function presentCustomer(customer: LoadedCustomer): Customer {
  const { fieldVersions: _, createdAt, updatedAt, addresses, fields, company: theirs, defaultRole, role: ownRole, ...same } = customer;
  const company = theirs === null ? null : { id: theirs.id, name: theirs.name };
  const terms = customerTerms({ customer, company: theirs, defaultRole });
  const role = terms.role === null ? null : { id: terms.role.id, name: terms.role.name };
  return {
    ...same,
    company,
    ownRole,
    role,
    terms,
    fields: { ...fields },
    addresses: addresses.map(presentAddress),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

export function presentAddress(row: AddressRow): SavedAddress {
  const { id, version, label, address, default_shipping, default_billing, of } = row;
  return { id, version, label, address, defaultShipping: default_shipping, defaultBilling: default_billing, of };
}

export function presentCustomerRow({ id, name, email, phone, company, number, active, updated_at }: CustomerListRow): CustomerRow {
  return { id, name, email, phone, company, number, active, updatedAt: updated_at.toISOString() };
}
