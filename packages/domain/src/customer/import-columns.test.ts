import { expect, test } from 'vitest';
import { customerTargetOf, mapCustomerColumns, missingCustomerColumns } from './import-columns.ts';

test.each([
  ['E-Mail', 'email'],
  ['Email Address', 'email'],
  [' Customer No. ', 'number'],
  ['First name', 'firstName'],
  ['Company', 'company'],
  ['Firm', 'company'],
  ['Ship to: street', 'shipping.line1'],
  ['Shipping Address 2', 'shipping.line2'],
  ['Zip code', 'shipping.postcode'],
  ['BILLING_STATE', 'billing.region'],
  ['Billing address', 'billing.line1'],
  ['Title', 'title'],
  ['Price role', 'role'],
  ['Price role in force', undefined],
  ['field:rep', 'field:rep'],
  ['shipping.city', 'shipping.city'],
  ['Favourite colour', undefined],
  ['', undefined],
])('the heading %j is taken for %j', (heading, target) => {
  expect(customerTargetOf(heading)).toBe(target);
});

test('what a person mapped goes before what is recognised, and a column can be left out', () => {
  const headings = ['Mail', 'Second mail', 'Who', 'Phone'];
  const columns = mapCustomerColumns(headings, { 'Second mail': 'email', Who: 'name', Phone: '' });
  expect([...columns]).toEqual([
    ['email', 1],
    ['name', 2],
  ]);
});

test.each([
  [['Name'], 'identity'],
  [['E-mail'], 'name'],
  [['E-mail', 'Company'], undefined],
  [['No', 'Number', 'Last name'], undefined],
])('of %j, what is missing is %j', (headings, missing) => {
  expect(missingCustomerColumns(mapCustomerColumns(headings, {}))).toBe(missing);
});
