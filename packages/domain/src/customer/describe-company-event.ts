// The history of a company in plain words, without its subject: who and when stand beside it.

import { amountInWords } from '../money/amount-in-words.ts';

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

function shown(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'none';
  return isMoney(value) ? amountInWords(value.amount, value.currency) : String(value);
}

function isMoney(value: unknown): value is { readonly amount: number; readonly currency: string } {
  return typeof value === 'object' && value !== null && 'amount' in value && 'currency' in value;
}

const changed = ({ field, from, to }: Change): string => (field === 'notes' ? 'notes' : `${labels[field] ?? field} from ${shown(from)} to ${shown(to)}`);

const list = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

const people = (value: unknown): string => {
  const names = list(value);
  return names.length > 3 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ');
};

/** One sentence for an event of a company; an event of a later version is named by its type. */
export function describeCompanyEvent(type: string, data: Readonly<Record<string, unknown>>): string {
  switch (type) {
    case 'company.created':
      return 'Made the company';
    case 'company.changed':
      return `Changed ${((data.changes ?? []) as readonly Change[]).map(changed).join(', ')}`;
    case 'company.deleted':
      return 'Deleted the company';
    case 'company.restored':
      return 'Restored the company';
    case 'company.contacts_added':
      return `Took in ${people(data.names)}`;
    case 'company.contacts_removed':
      return `Took out ${people(data.names)}`;
    case 'company.address_added':
      return `Added the address ${shown(data.line1)}`;
    case 'company.address_changed':
      return `Changed the address ${shown(data.line1)}`;
    case 'company.address_removed':
      return `Removed the address ${shown(data.line1)}`;
    default:
      return type;
  }
}
