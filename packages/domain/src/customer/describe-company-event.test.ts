import { expect, test } from 'vitest';
import { describeCompanyEvent } from './describe-company-event.ts';

test.each([
  ['company.created', {}, 'Made the company'],
  [
    'company.changed',
    {
      changes: [
        { field: 'terms', from: '', to: 'Net 30' },
        { field: 'role', from: 'Gold', to: null },
      ],
    },
    'Changed payment terms from none to Net 30, price role from Gold to none',
  ],
  ['company.changed', { changes: [{ field: 'notes', from: 'long', to: 'longer' }] }, 'Changed notes'],
  ['company.contacts_added', { names: ['Ann', 'Ben'] }, 'Took in Ann, Ben'],
  ['company.contacts_removed', { names: ['Ann', 'Ben', 'Cy', 'Di', 'Ed'] }, 'Took out Ann, Ben, Cy and 2 more'],
  [
    'company.changed',
    { changes: [{ field: 'creditLimit', from: null, to: { amount: 1500000, currency: 'USD' } }] },
    'Changed credit limit from none to 1500000 of USD',
  ],
  ['company.address_added', { line1: '12 Pier' }, 'Added the address 12 Pier'],
  ['company.address_removed', { label: 'Dock', address: { line1: '12 Pier', city: 'Boston' } }, 'Removed the address Dock, 12 Pier, Boston'],
  ['company.of_tomorrow', {}, 'company.of_tomorrow'],
])('%s %j', (type, data, text) => {
  expect(describeCompanyEvent(type, data, ({ amount, currency }) => `${amount} of ${currency}`)).toBe(text);
});
