import { expect, test } from 'vitest';
import { describeCustomerEvent } from './describe-customer-event.ts';

const names = { labels: new Map([['vip', 'VIP']]), roles: new Map([['r1', 'Gold']]) };
const change = (field: string, from: unknown, to: unknown) => ({ type: 'customer.changed', data: { changes: [{ field, from, to }] } });

test.each([
  [change('phone', '555 1', '555 2'), 'Phone from 555 1 to 555 2'],
  [change('phone', '', '555 2'), 'Phone set to 555 2'],
  [change('email', 'a@b.example', null), 'Email emptied (was a@b.example)'],
  [change('active', true, false), 'May order from yes to no'],
  [change('roleId', null, 'r1'), 'Price role set to Gold'],
  [change('roleId', 'r1', 'r9'), 'Price role from Gold to one that is gone'],
  [change('fields/vip', false, true), 'VIP from no to yes'],
  [change('fields/gone', 'a', 'b'), 'gone from a to b'],
  [change('notes', 'a long text', 'another'), 'Notes changed'],
  [change('fields', { a: 1 }, { a: 2 }), 'Fields changed'],
  [{ type: 'customer.import_changed', data: { changes: [{ field: 'title', from: '', to: 'Buyer' }] } }, 'Import: Job title set to Buyer'],
  [{ type: 'customer.created', data: { name: 'Dana' } }, 'Made'],
  [{ type: 'customer.address_changed', data: {} }, 'Address changed'],
])('%j reads %j', (event, sentence) => {
  expect(describeCustomerEvent(event, names)).toBe(sentence);
});

test('several changes of one save are one sentence', () => {
  const both = {
    changes: [
      { field: 'name', from: 'A', to: 'B' },
      { field: 'phone', from: '1', to: '2' },
    ],
  };
  expect(describeCustomerEvent({ type: 'customer.changed', data: both }, names)).toBe('Name from A to B; Phone from 1 to 2');
});
