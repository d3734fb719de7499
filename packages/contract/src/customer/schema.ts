import { z } from 'zod';
import { address, basedOn, email, filledLine, id, line, text, time } from '../core/primitives.ts';
import { givenFields } from '../field/values.ts';

export const savedAddress = z
  .strictObject({
    id,
    label: z.string(),
    address,
    defaultShipping: z.boolean(),
    defaultBilling: z.boolean(),
    of: z.enum(['customer', 'company']),
  })
  .meta({ id: 'SavedAddress' });

export const newAddress = z.strictObject({
  label: line(100).default(''),
  address,
  defaultShipping: z.boolean().default(false),
  defaultBilling: z.boolean().default(false),
});

const customerFields = {
  name: filledLine(200).describe('first and last name'),
  email: email.nullable().optional().describe('unique in the account; may be missing for someone who only phones'),
  phone: line(60).optional(),
  title: line(120).optional(),
  company: line(200).nullable().optional().describe('by name; made when there is none of this name'),
  number: line(60).nullable().optional().describe('customer number in your own systems, unique in the account'),
  active: z.boolean().optional(),
  openAccount: z.boolean().optional().describe('may submit on open account'),
  taxExemption: line(200).nullable().optional().describe('why no tax is charged; null: taxed'),
  notes: text(5000).optional(),
  fields: givenFields.optional(),
};

/** The one form for a customer: Customers / Contacts and the new draft both use it. */
export const createCustomer = z.strictObject({ ...customerFields, addresses: z.array(newAddress).max(50).optional() });

export const changeCustomer = z.strictObject({ ...customerFields, name: customerFields.name.optional(), basedOn });

export const customer = z
  .strictObject({
    id,
    version: z.int(),
    name: z.string(),
    email: z.string().nullable(),
    phone: z.string(),
    title: z.string(),
    company: z.strictObject({ id, name: z.string() }).nullable(),
    number: z.string().nullable(),
    active: z.boolean(),
    openAccount: z.boolean(),
    taxExemption: z.string().nullable(),
    role: z.strictObject({ id, name: z.string() }).nullable(),
    notes: z.string(),
    fields: z.record(z.string(), z.unknown()),
    addresses: z.array(savedAddress),
    createdAt: time,
    updatedAt: time,
  })
  .meta({ id: 'Customer' });

/** A row of the listing and of the search. */
export const customerRow = z
  .strictObject({
    id,
    name: z.string(),
    email: z.string().nullable(),
    phone: z.string(),
    company: z.strictObject({ id, name: z.string() }).nullable(),
    number: z.string().nullable(),
    active: z.boolean(),
    updatedAt: time,
  })
  .meta({ id: 'CustomerRow' });

export const company = z.strictObject({
  id,
  version: z.int(),
  name: z.string(),
  number: z.string().nullable(),
  terms: z.string(),
  taxExemption: z.string().nullable(),
});

export type Customer = z.infer<typeof customer>;
export type CustomerRow = z.infer<typeof customerRow>;
export type CreateCustomer = z.input<typeof createCustomer>;
export type SavedAddress = z.infer<typeof savedAddress>;
