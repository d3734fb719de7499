import { expect, test } from 'vitest';
import { describeCustomerEvent } from './describe-customer-event.ts';

const names = { labels: new Map([['vip', 'VIP']]), roles: new Map([['r1', 'Gold']]) };
const change = (field: string, from: unknown, to: unknown) => ({ type: 'customer.changed', data: { changes: [{ field, from, to }] } });
const pier = { line1: '12 Pier', city: 'Boston', postcode: '' };
const moved = (change: object) => ({ type: 'customer.address_changed', data: { label: 'Warehouse', address: pier, changes: [change] } });

test.each([
  [change('phone', '555 1', '555 2'), 'Phone from 555 1 to 555 2'],
  [change('phone', '', '555 2'), 'Phone set to 555 2'],
  [change('email', 'a@b.example', null), 'Email emptied (was a@b.example)'],
  [change('active', true, false), 'May order from yes to no'],
  [change('roleId', null, 'r1'), 'Price role set to Gold'],
  [change('role', 'Gold', 'Silver'), 'Price role from Gold to Silver'],
  [change('roleId', 'r1', 'r9'), 'Price role from Gold to one that is gone'],
  [change('fields/vip', false, true), 'VIP from no to yes'],
  [change('fields/gone', 'a', 'b'), 'gone from a to b'],
  [change('notes', 'a long text', 'another'), 'Notes changed'],
  [change('fields', { a: 1 }, { a: 2 }), 'Fields changed'],
  [{ type: 'customer.import_changed', data: { changes: [{ field: 'title', from: '', to: 'Buyer' }] } }, 'Import: Job title set to Buyer'],
  [{ type: 'customer.created', data: { name: 'Dana' } }, 'Made'],
  [{ type: 'customer.address_changed', data: {} }, 'Address changed'],
  [{ type: 'customer.address_added', data: { label: '', address: pier } }, 'Address added: 12 Pier, Boston'],
  [{ type: 'customer.address_deleted', data: { label: 'Warehouse', address: pier } }, 'Address deleted: Warehouse, 12 Pier, Boston'],
  [moved({ field: 'defaultShipping', from: false, to: true }), 'Ships to Warehouse, 12 Pier, Boston by default'],
  [moved({ field: 'defaultBilling', from: true, to: false }), 'No longer billed at Warehouse, 12 Pier, Boston by default'],
  [moved({ field: 'address', from: pier, to: { ...pier, line1: '14 Pier' } }), 'Address from 12 Pier, Boston to 14 Pier, Boston'],
  [moved({ field: 'address', from: pier, to: { ...pier, postcode: '02101' } }), 'Address changed: 12 Pier, Boston'],
  [moved({ field: 'label', from: 'Depot', to: 'Warehouse' }), 'Address Depot labelled Warehouse'],
  [moved({ field: 'label', from: 'Depot', to: '' }), 'Address label Depot taken off'],
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
