import { expect, test } from 'vitest';
import { keepAnOwner } from './keep-an-owner.ts';

const owner = { roles: ['owner'], active: true };
const away = { roles: ['owner'], active: false };
const sales = { roles: ['sales'], active: true };

test.each([
  ['the only owner leaves', { before: owner, after: null, others: [sales] }, 'staff.last_owner'],
  ['the only owner is demoted', { before: owner, after: sales, others: [] }, 'staff.last_owner'],
  ['the only owner is deactivated', { before: owner, after: away, others: [sales] }, 'staff.last_owner'],
  ['the other owner is away', { before: owner, after: null, others: [away] }, 'staff.last_owner'],
  ['another owner stays', { before: owner, after: null, others: [owner] }, undefined],
  ['the owner gets a second role', { before: owner, after: { roles: ['owner', 'sales'], active: true }, others: [] }, undefined],
  ['a salesperson leaves', { before: sales, after: null, others: [owner] }, undefined],
  ['an owner who was away already leaves', { before: away, after: null, others: [owner] }, undefined],
])('%s', (_, change, code) => expect(keepAnOwner(change)?.code).toBe(code));
