import { expect, test } from 'vitest';
import { changedParts, rebased } from './changed-parts.ts';
import { newCustomerDraft } from './customer-draft.ts';

const opened = { ...newCustomerDraft(), name: 'Dana', phone: '1', notes: 'old', fields: { vip: true, segment: 'Retail' } };

test('only what was typed is sent', () => {
  expect(changedParts(opened, opened)).toEqual({});
  expect(changedParts({ ...opened, phone: '2' }, opened)).toEqual({ phone: '2' });
  expect(changedParts({ ...opened, fields: { ...opened.fields, segment: 'School' } }, opened)).toEqual({ fields: { segment: 'School' } });
  expect(changedParts({ ...opened, active: false }, opened)).toEqual({ active: false });
});

test('what another changed meanwhile comes in, and what was typed stays', () => {
  const draft = { ...opened, phone: 'mine', fields: { ...opened.fields, segment: 'mine' } };
  const theirs = { ...opened, phone: 'theirs', notes: 'theirs', fields: { vip: false, segment: 'theirs' } };
  expect(rebased(draft, opened, theirs)).toEqual({ ...opened, phone: 'mine', notes: 'theirs', fields: { vip: false, segment: 'mine' } });
});
