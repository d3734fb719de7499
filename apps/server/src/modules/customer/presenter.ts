import type { Customer, CustomerHistoryEntry, CustomerRow, EmailHolder, SavedAddress } from '@backdesk/contract/customer/schema.ts';
import { type CustomerTerms, customerTerms } from '@backdesk/domain/customer/customer-terms.ts';
import type { CustomerEventNames } from '@backdesk/domain/customer/describe-customer-event.ts';
import { describeCustomerEvent } from '@backdesk/domain/customer/describe-customer-event.ts';
import type { FoundHolder } from './queries/find-email-holder.ts';
import type { AddressRow, CustomerHistoryRow, CustomerListRow, LoadedCustomer } from './row-types.ts';

export function presentCustomer(customer: LoadedCustomer): Customer {
  const { fieldVersions: _, createdAt, updatedAt, addresses, fields, company: theirs, defaultRole, defaultTerms, role: ownRole, ...same } = customer;
  const company = theirs === null ? null : { id: theirs.id, name: theirs.name };
  const terms = customerTerms({ customer, company: theirs, defaultRole, defaultTerms });
  return {
    ...same,
    company,
    ownRole,
    role: roleOf(terms),
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

const roleOf = ({ role }: CustomerTerms) => (role === null ? null : { id: role.id, name: role.name });

/** The terms of a row as they are in force: own, of the company, or everybody's. */
export function termsOfRow({ role, tax_exemption: taxExemption, company, default_role: defaultRole }: CustomerListRow): CustomerTerms {
  return customerTerms({ customer: { role, taxExemption }, company, defaultRole });
}

export function presentCustomerRow(row: CustomerListRow): CustomerRow {
  const { id, name, email, phone, company, number, active } = row;
  const terms = termsOfRow(row);
  return {
    ...{ id, name, email, phone, number, active },
    company: company === null ? null : { id: company.id, name: company.name },
    role: roleOf(terms),
    taxExempt: terms.exemption !== null,
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
