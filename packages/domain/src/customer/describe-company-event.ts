// The history of a company in plain words, without its subject: who and when stand beside it.

import { addressInWords } from './address-in-words.ts';

type Money = { readonly amount: number; readonly currency: string };
/** Writes an amount (minor units) as its readers do. */
type InWords = (money: Money) => string;

type Change = { readonly field: string; readonly from: unknown; readonly to: unknown };

const labels: Readonly<Record<string, string>> = {
  name: 'name',
  number: 'number',
  notes: 'notes',
  terms: 'payment terms',
  role: 'price role',
  taxExemption: 'tax exemption',
  creditLimit: 'credit limit',
};

function shown(value: unknown, inWords: InWords): string {
  if (value === null || value === undefined || value === '') return 'none';
  return isMoney(value) ? inWords(value) : String(value);
}

function isMoney(value: unknown): value is Money {
  return typeof value === 'object' && value !== null && 'amount' in value && 'currency' in value;
}

const changed = ({ field, from, to }: Change, inWords: InWords): string =>
  field === 'notes' ? 'notes' : `${labels[field] ?? field} from ${shown(from, inWords)} to ${shown(to, inWords)}`;

/** Older events hold the first line alone. */
const placeOf = (data: Readonly<Record<string, unknown>>): string => addressInWords(data) || String(data.line1 ?? '');

const list = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

const people = (value: unknown): string => {
  const names = list(value);
  return names.length > 3 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ');
};

/** One sentence for an event of a company; an event of a later version is named by its type. */
export function describeCompanyEvent(type: string, data: Readonly<Record<string, unknown>>, inWords: InWords): string {
  switch (type) {
    case 'company.created':
      return 'Made the company';
    case 'company.changed':
      return `Changed ${((data.changes ?? []) as readonly Change[]).map((change) => changed(change, inWords)).join(', ')}`;
    case 'company.deleted':
      return 'Deleted the company';
    case 'company.restored':
      return 'Restored the company';
    case 'company.contacts_added':
      return `Took in ${people(data.names)}`;
    case 'company.contacts_removed':
      return `Took out ${people(data.names)}`;
    case 'company.address_added':
      return `Added the address ${placeOf(data)}`;
    case 'company.address_changed':
      return `Changed the address ${placeOf(data)}`;
    case 'company.address_removed':
      return `Removed the address ${placeOf(data)}`;
    default:
      return type;
  }
}
