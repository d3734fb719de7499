import { describe, expect, test } from 'vitest';
import { isEmptyField } from './is-empty-field.ts';
import { missingFields } from './missing-fields.ts';
import type { FieldRule } from './types.ts';

const rule = (more: Partial<FieldRule>): FieldRule => ({
  code: 'hands',
  label: 'In-hands date',
  type: 'text',
  required: true,
  active: true,
  options: [],
  ...more,
});

describe('isEmptyField', () => {
  test.each([null, undefined, '', '  \n', false])('%j is no value', (value) => expect(isEmptyField(value)).toBe(true));
  test.each([0, true, 'x', -1])('%j is one', (value) => expect(isEmptyField(value)).toBe(false));
});

describe('missingFields', () => {
  test('a required field without a value is missing, named and pointed to, mended in finalize', () => {
    expect(missingFields([rule({})], { hands: ' ' }, '')).toEqual([
      { code: 'fields.missing', pointer: '/fields/hands', step: 'finalize', detail: { label: 'In-hands date' } },
    ]);
  });
  test('the PO number is the order’s own', () => {
    const po = rule({ code: 'po_number', label: 'PO Number' });
    expect(missingFields([po], { po_number: 'not this one' }, '')).toMatchObject([{ pointer: '/poNumber' }]);
    expect(missingFields([po], {}, 'PO-7')).toEqual([]);
  });
  test.each([
    ['filled in', rule({}), { hands: '12 Dec' }],
    ['0 is a number', rule({ type: 'number' }), { hands: 0 }],
    ['not required', rule({ required: false }), {}],
    ['switched off', rule({ active: false }), {}],
  ])('nothing is missing: %s', (_, one, values) => expect(missingFields([one], values, '')).toEqual([]));
  test('a required box has to be ticked', () => expect(missingFields([rule({ type: 'checkbox' })], { hands: false }, '')).toHaveLength(1));
});
