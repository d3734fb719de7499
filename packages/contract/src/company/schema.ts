import { z } from 'zod';
import { basedOn, filledLine, id, line, money, text, time } from '../core/primitives.ts';
import { newAddress, savedAddress } from '../customer/schema.ts';

const named = z.strictObject({ id, name: z.string() });

const companyFields = {
  name: filledLine(200).describe('unique in the account, upper and lower case alike'),
  number: line(60).nullable().optional().describe('company number in your own systems, unique in the account'),
  notes: text(5000).optional(),
};

export const createCompany = z.strictObject({ ...companyFields, addresses: z.array(newAddress).max(50).optional() });

export const changeCompany = z.strictObject({ ...companyFields, name: companyFields.name.optional(), basedOn });

/** What the company's customers have when they have none of their own. */
export const changeCompanyTerms = z.strictObject({
  terms: line(100).optional().describe('payment terms as agreed, such as "Net 30"'),
  roleId: id.nullable().optional().describe('price role'),
  taxExemption: line(200).nullable().optional().describe('why no tax is charged, with the certificate; null: taxed'),
  creditLimit: money.nullable().optional().describe('in the currency of the account; null: none agreed'),
  basedOn,
});

export const company = z
  .strictObject({
    id,
    version: z.int(),
    name: z.string(),
    number: z.string().nullable(),
    notes: z.string(),
    terms: z.string(),
    role: named.nullable(),
    taxExemption: z.string().nullable(),
    creditLimit: money.nullable(),
    contactCount: z.int(),
    addresses: z.array(savedAddress),
    createdAt: time,
    updatedAt: time,
  })
  .meta({ id: 'Company' });

export const companyRow = z
  .strictObject({
    id,
    name: z.string(),
    number: z.string().nullable(),
    terms: z.string(),
    role: named.nullable(),
    taxExemption: z.string().nullable(),
    contactCount: z.int(),
    updatedAt: time,
    deletedAt: time.nullable().describe('can be restored for 30 days'),
  })
  .meta({ id: 'CompanyRow' });

export const companySort = z.enum(['name', '-name', 'number', '-number', 'updated', '-updated']);

export const companyContact = z
  .strictObject({ id, name: z.string(), email: z.string().nullable(), phone: z.string(), title: z.string(), active: z.boolean(), role: named.nullable() })
  .meta({ id: 'CompanyContact' });

export const addContacts = z.strictObject({
  customerIds: z.array(id).min(1).max(200).describe('customers to take in; those of another company move here'),
});

/** A new address of the company. */
export const companyAddress = newAddress;

export const companyHistoryEntry = z.strictObject({ version: z.int(), at: time, by: z.string(), text: z.string() }).meta({ id: 'CompanyHistoryEntry' });

export type Company = z.infer<typeof company>;
export type CompanyRow = z.infer<typeof companyRow>;
export type CompanyContact = z.infer<typeof companyContact>;
export type CompanyHistoryEntry = z.infer<typeof companyHistoryEntry>;
