// The history of a customer in plain words. The sentence goes without its subject: the reader sees who did it and when beside it.

import { addressInWords } from './address-in-words.ts';

export type CustomerEvent = { readonly type: string; readonly data: Readonly<Record<string, unknown>> };

/** What events name by code or id, and people by a word. */
export type CustomerEventNames = {
  /** Labels of the custom fields, by code. */
  readonly labels: ReadonlyMap<string, string>;
  /** Names of the price roles, by id. */
  readonly roles: ReadonlyMap<string, string>;
};

const fieldNames: Readonly<Record<string, string>> = {
  name: 'Name',
  email: 'Email',
  phone: 'Phone',
  title: 'Job title',
  company: 'Company',
  number: 'Customer number',
  active: 'May order',
  openAccount: 'Open account',
  taxExemption: 'Tax exemption',
  role: 'Price role',
  roleId: 'Price role',
  notes: 'Notes',
};

const sentences: Readonly<Record<string, string>> = {
  'customer.created': 'Made',
  'customer.imported': 'Made by an import',
  'customer.deleted': 'Deleted',
  'customer.restored': 'Restored',
};

/**
 * One sentence for an event of a customer.
 *
 * @example describeCustomerEvent({ type: 'customer.changed', data: { changes: [{ field: 'phone', from: '1', to: '2' }] } }, names)
 * // 'Phone from 1 to 2'
 */
export function describeCustomerEvent({ type, data }: CustomerEvent, names: CustomerEventNames): string {
  const changes = Array.isArray(data.changes) ? data.changes.filter(isChange) : [];
  if (type.startsWith('customer.address_')) return addressSentence(wordsOf(type), addressInWords(data), changes);
  if (changes.length > 0) return `${type === 'customer.import_changed' ? 'Import: ' : ''}${changes.map((change) => sentenceOf(change, names)).join('; ')}`;
  return sentences[type] ?? wordsOf(type);
}

type Change = { readonly field: string; readonly from: unknown; readonly to: unknown };

function isChange(value: unknown): value is Change {
  return typeof value === 'object' && value !== null && 'field' in value && typeof value.field === 'string' && 'from' in value && 'to' in value;
}

function sentenceOf({ field, from, to }: Change, names: CustomerEventNames): string {
  const code = field.startsWith('fields/') ? field.slice('fields/'.length) : undefined;
  const name = code === undefined ? (fieldNames[field] ?? wordsOf(field)) : (names.labels.get(code) ?? code);
  // Notes are pages, and an older event holds all custom fields in one value.
  if (field === 'notes' || typeof from === 'object' || typeof to === 'object') {
    if (from !== null && to !== null) return `${name} changed`;
  }
  const shown = (value: unknown) => (field === 'roleId' && typeof value === 'string' ? (names.roles.get(value) ?? 'one that is gone') : wordOf(value));
  if (isEmpty(from)) return `${name} set to ${shown(to)}`;
  if (isEmpty(to)) return `${name} emptied (was ${shown(from)})`;
  return `${name} from ${shown(from)} to ${shown(to)}`;
}

/** What happened to an address of the book. One that only became the default says so. */
function addressSentence(happened: string, place: string, changes: readonly Change[]): string {
  const parts = changes.map((change) => addressPart(change, place)).filter((part) => part !== '');
  if (parts.length === 0) return place === '' ? happened : `${happened}: ${place}`;
  const sentence = parts.join('; ');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;
}

function addressPart({ field, from, to }: Change, place: string): string {
  const here = place === '' ? 'an address' : place;
  if (field === 'defaultShipping') return to === true ? `ships to ${here} by default` : `no longer ships to ${here} by default`;
  if (field === 'defaultBilling') return to === true ? `billed at ${here} by default` : `no longer billed at ${here} by default`;
  if (field === 'label')
    return isEmpty(to) ? `address label ${wordOf(from)} taken off` : `address ${isEmpty(from) ? here : wordOf(from)} labelled ${wordOf(to)}`;
  const [before, after] = [addressInWords({ address: from }), addressInWords({ address: to })];
  return before === after || before === '' || after === '' ? `address changed: ${after || here}` : `address from ${before} to ${after}`;
}

const isEmpty = (value: unknown) => value === null || value === undefined || value === '';

function wordOf(value: unknown): string {
  if (isEmpty(value)) return 'empty';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return String(value);
}

/** "customer.address_changed" is "Address changed": an event that came later than this file still reads. */
function wordsOf(code: string): string {
  const words = code.split('.').at(-1)?.replaceAll('_', ' ') ?? code;
  return words.charAt(0).toUpperCase() + words.slice(1);
}
