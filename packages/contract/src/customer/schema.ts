import { z } from 'zod';
import { address, basedOn, email, filledLine, givenAddress, id, line, text, time } from '../core/primitives.ts';
import { givenFields } from '../field/values.ts';

export const savedAddress = z
  .strictObject({
    id,
    version: z.int().describe('version of the customer or company by which this address last changed: give it as basedOn'),
    label: z.string(),
    address,
    defaultShipping: z.boolean(),
    defaultBilling: z.boolean(),
    of: z.enum(['customer', 'company']),
  })
  .meta({ id: 'SavedAddress' });

export const newAddress = z.strictObject({
  label: line(100).default('').describe('what it is called: "Warehouse"'),
  address: givenAddress,
  defaultShipping: z.boolean().default(false),
  defaultBilling: z.boolean().default(false),
});

export const changeAddress = z.strictObject({
  basedOn,
  label: line(100).optional(),
  address: givenAddress.optional(),
  defaultShipping: z.boolean().optional().describe('true takes over from the one before'),
  defaultBilling: z.boolean().optional(),
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
  taxExemption: line(200).nullable().optional().describe('why no tax is charged; null: taxed, unless the company is exempt'),
  notes: text(5000).optional(),
  fields: givenFields.optional(),
};

/** The one form for a customer: Customers / Contacts and the new draft both use it. */
export const createCustomer = z.strictObject({ ...customerFields, addresses: z.array(newAddress).max(50).optional() });

export const changeCustomer = z.strictObject({ ...customerFields, name: customerFields.name.optional(), basedOn });

const from = z.enum(['customer', 'company', 'account']).describe('who it comes from');

/** What is in force for a customer, and who it comes from: their own before their company's before the account's. */
export const customerTerms = z
  .strictObject({
    role: z.strictObject({ id, name: z.string(), from }).nullable(),
    exemption: z.strictObject({ reason: z.string(), from }).nullable(),
    payment: z.strictObject({ terms: z.string(), from }).nullable(),
  })
  .meta({ id: 'CustomerTerms' });

export const setPriceRole = z.strictObject({ roleId: id.nullable().describe('null: none of their own'), basedOn });

const named = z.strictObject({ id, name: z.string() });

export const customer = z
  .strictObject({
    id,
    version: z.int(),
    name: z.string(),
    email: z.string().nullable(),
    phone: z.string(),
    title: z.string(),
    company: named.nullable(),
    number: z.string().nullable(),
    active: z.boolean(),
    openAccount: z.boolean(),
    taxExemption: z.string().nullable(),
    role: named.nullable().describe('the price role in force, whoever it comes from'),
    ownRole: named.nullable().describe('the price role given to this customer alone'),
    terms: customerTerms,
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
    company: named.nullable(),
    role: named.nullable().describe('price role in effect'),
    number: z.string().nullable(),
    active: z.boolean(),
    taxExempt: z.boolean().describe('by themselves or through the company'),
    createdAt: time,
    updatedAt: time,
    lastOrderAt: time.nullable().describe('when they last submitted an order'),
    deletedAt: time.nullable(),
  })
  .meta({ id: 'CustomerRow' });

/** Who has an e-mail address: someone to use instead, or someone deleted within the last 30 days to bring back. */
export const emailHolder = z.strictObject({ holder: z.strictObject({ id, name: z.string(), deletedAt: time.nullable() }).nullable() });

export const customerHistoryEntry = z
  .strictObject({
    version: z.int(),
    index: z.int(),
    type: z.string(),
    at: time,
    by: z.string().describe('name of the actor as it was then'),
    sentence: z.string().describe('in plain words: "Phone from 555 1234 to 555 9876"'),
  })
  .meta({ id: 'CustomerHistoryEntry' });

export type EmailHolder = z.infer<typeof emailHolder>['holder'];
export type CustomerHistoryEntry = z.infer<typeof customerHistoryEntry>;
export type Customer = z.infer<typeof customer>;
export type CustomerRow = z.infer<typeof customerRow>;
export type CreateCustomer = z.input<typeof createCustomer>;
export type NewAddress = z.input<typeof newAddress>;
export type SavedAddress = z.infer<typeof savedAddress>;
