// Who a row is about, and what it changes. Known again by the customer number, else by the e-mail address.
import type { FieldRule } from '@backdesk/domain/field/types.ts';
import { unfilledFields } from '@backdesk/domain/field/unfilled-fields.ts';
import type { CustomerForImport, CustomerSave } from '../../customer/import-record.ts';
import type { CustomerRecord } from '../../customer/row-types.ts';
import type { Notice } from '../notice.ts';
import { saysSame } from './field-cell.ts';
import type { ParsedCustomer } from './parse-customer.ts';

export type CustomerPlan =
  | { readonly outcome: 'created' | 'updated'; readonly row: number; readonly who: string; readonly save: CustomerSave }
  | { readonly outcome: 'unchanged'; readonly row: number; readonly who: string }
  | { readonly outcome: 'refused'; readonly row: number; readonly notices: readonly Notice[] };

type Known = {
  readonly byNumber: ReadonlyMap<string, CustomerForImport>;
  readonly byEmail: ReadonlyMap<string, CustomerForImport>;
  /** The account's own fields of customers. */
  readonly ownFields: readonly FieldRule[];
  readonly newId: () => string;
};

export const keyOf = (text: string | undefined) => text?.toLowerCase() ?? '';

export function planCustomer(parsed: ParsedCustomer, { byNumber, byEmail, ownFields, newId }: Known): CustomerPlan {
  const { row, part } = parsed;
  const refused = (value: string, reason: string): CustomerPlan => ({
    outcome: 'refused',
    row,
    notices: [{ kind: 'refused', row, column: '', value, reason }],
  });
  if (parsed.notices.length > 0) return { outcome: 'refused', row, notices: parsed.notices };
  const numbered = byNumber.get(keyOf(part.number));
  const mailed = byEmail.get(keyOf(part.email));
  if (numbered !== undefined && mailed !== undefined && numbered.customer.id !== mailed.customer.id) {
    return refused(part.email ?? '', `the email address is that of ${mailed.customer.name} already`);
  }
  if (part.number !== undefined && numbered === undefined && mailed !== undefined && mailed.customer.number !== null) {
    return refused(part.email ?? '', `the email address is that of ${mailed.customer.name} already, who has the number ${mailed.customer.number}`);
  }
  const here = numbered ?? mailed;
  const faults = [...unfitFor(parsed, here), ...unfilledOf(parsed, here, ownFields)];
  if (faults.length > 0) return { outcome: 'refused', row, notices: faults };
  if (here === undefined) return createdOf(parsed, newId(), refused);
  const { changes, customer } = changed(parsed, here);
  const addresses = newAddresses(parsed, here);
  const who = customer.name;
  if (changes.length === 0 && addresses.length === 0) return { outcome: 'unchanged', row, who };
  const version = here.customer.version + 1;
  const fieldVersions = { ...here.customer.fieldVersions, ...Object.fromEntries(changes.map(({ field }) => [field, version])) };
  return { outcome: 'updated', row, who, save: { customer: { ...customer, version, fieldVersions }, isNew: false, role: part.role, changes, addresses } };
}

function unfitFor({ unfit }: ParsedCustomer, here: CustomerForImport | undefined): readonly Notice[] {
  return unfit.filter(({ code, text }) => !saysSame(here?.customer.fields[code], text)).map(({ notice }) => notice);
}

/** Somebody new has a value in every field that is required; of somebody known only what the row fills is judged. */
function unfilledOf({ row, part, fields, unfit }: ParsedCustomer, here: CustomerForImport | undefined, ownFields: readonly FieldRule[]): readonly Notice[] {
  const said = new Set(unfit.map(({ code }) => code));
  const judged = ownFields.filter(({ code }) => !said.has(code) && (here === undefined || Object.hasOwn(fields, code)));
  const labels = unfilledFields(judged, fields).map(({ label }) => label);
  if (labels.length === 0) return [];
  const reason = `has no ${labels.join(', ')}: required${here === undefined ? ' of a new customer' : ''}`;
  return [{ kind: 'refused', row, column: '', value: part.email ?? part.number ?? '', reason }];
}

function createdOf(parsed: ParsedCustomer, id: string, refused: (value: string, reason: string) => CustomerPlan): CustomerPlan {
  const { part, row, fields } = parsed;
  const name = part.name ?? part.company;
  if (name === undefined) return refused('', 'has no name');
  const customer = {
    id,
    version: 1,
    fieldVersions: {},
    name,
    email: part.email ?? null,
    phone: part.phone ?? '',
    title: part.title ?? '',
    company: part.company === undefined ? null : { id: '', name: part.company },
    number: part.number ?? null,
    active: part.active ?? true,
    openAccount: part.openAccount ?? true,
    taxExemption: part.taxExemption ?? null,
    notes: part.notes ?? '',
    fields,
  };
  return { outcome: 'created', row, who: name, save: { customer, isNew: true, role: part.role, changes: [], addresses: newAddresses(parsed, undefined) } };
}

function changed({ part, fields }: ParsedCustomer, { customer: here, role: roleHere }: CustomerForImport) {
  const { company, role, ...plain } = part;
  const wanted: Record<string, unknown> = { ...plain, fields: { ...here.fields, ...fields } };
  const now = here as unknown as Readonly<Record<string, unknown>>;
  const changes = Object.entries(wanted).flatMap(([field, to]) => (isSame(to, now[field], field) ? [] : [{ field, from: now[field] ?? null, to }]));
  const movesCompany = company !== undefined && keyOf(company) !== keyOf(here.company?.name);
  const given = Object.fromEntries(changes.map(({ field, to }) => [field, to]));
  const movesRole = role !== undefined && role.id !== roleHere?.id;
  return {
    changes: [
      ...changes,
      ...(movesCompany ? [{ field: 'company', from: here.company?.name ?? null, to: company }] : []),
      ...(movesRole ? [{ field: 'role', from: roleHere?.name ?? null, to: role.name }] : []),
    ],
    customer: { ...here, ...given, company: movesCompany ? { id: '', name: company } : here.company } as CustomerRecord,
  };
}

/** A number in another case is the same number, whoever wrote it first. */
function isSame(to: unknown, from: unknown, field: string): boolean {
  if (field === 'number' || field === 'email') return keyOf(String(to)) === keyOf(String(from ?? ''));
  if (field === 'fields') return JSON.stringify(sorted(to)) === JSON.stringify(sorted(from));
  return JSON.stringify(to) === JSON.stringify(from);
}

const sorted = (value: unknown) => Object.entries(value ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1));

/** Addresses that the book does not have yet; what it has stays, and the new one becomes the default. */
function newAddresses({ addresses }: ParsedCustomer, here: CustomerForImport | undefined) {
  const { shipping, billing } = addresses;
  const isKnown = (address: unknown) => here?.addresses.some((known) => JSON.stringify(sorted(known)) === JSON.stringify(sorted(address))) === true;
  const isOne = shipping !== undefined && billing !== undefined && JSON.stringify(sorted(shipping)) === JSON.stringify(sorted(billing));
  const all = [
    ...(shipping === undefined ? [] : [{ label: '', address: shipping, defaultShipping: true, defaultBilling: isOne }]),
    ...(billing === undefined || isOne ? [] : [{ label: '', address: billing, defaultShipping: false, defaultBilling: true }]),
  ];
  return all.filter(({ address }) => !isKnown(address));
}
