import { expect, test } from 'vitest';
import { type Entry, matching } from './entry.ts';

const entry = (label: string): Entry => ({ id: label, group: '', label, icon: 'box', run: () => undefined });
const entries = ['New draft order', 'Draft Orders / Estimates', 'Settings › Tax rates', 'Customers / Contacts'].map(entry);
const found = (typed: string) => matching(entries, typed).map(({ label }) => label);

test.each([
  ['', ['New draft order', 'Draft Orders / Estimates', 'Settings › Tax rates', 'Customers / Contacts']],
  ['dr', ['New draft order', 'Draft Orders / Estimates']],
  ['est dra', ['Draft Orders / Estimates']],
  ['TAX', ['Settings › Tax rates']],
  ['raft', []],
  [' / ', ['New draft order', 'Draft Orders / Estimates', 'Settings › Tax rates', 'Customers / Contacts']],
])('“%s” finds the entries that have a word beginning with each of its words', (typed, labels) => expect(found(typed)).toEqual(labels));
