// Two people in one order: what conflicts is a field someone else changed after the version the write was made on.
import { describe, expect, test } from 'vitest';
import { conflictingFields } from './merge-fields.ts';

const changes = { quantity: { version: 5, actor: 'ben' }, override: { version: 3, actor: 'ben' }, discount: { version: 6, actor: 'ana' } };
const conflicts = (fields: readonly string[], basedOn: number | undefined, actor = 'ana') => conflictingFields(fields, changes, { basedOn, actor });

describe('a write of Ana', () => {
  test('on the version that has Ben’s change merges', () => {
    expect(conflicts(['quantity', 'override'], 5)).toEqual([]);
  });

  test('on an older version conflicts in the field Ben changed since, and in no other', () => {
    expect(conflicts(['quantity', 'override', 'noteInternal'], 4)).toEqual(['quantity']);
    expect(conflicts(['override', 'quantity'], 2)).toEqual(['override', 'quantity']);
  });

  test('merges where the later change is her own, though it is on an older version', () => {
    expect(conflicts(['discount'], 4)).toEqual([]);
    // The same write by Ben conflicts: Ana changed it.
    expect(conflicts(['discount'], 4, 'ben')).toEqual(['discount']);
  });

  test('without a version applies as it comes', () => {
    expect(conflicts(['quantity', 'override', 'discount'], undefined)).toEqual([]);
  });

  test('of a field nobody has changed merges, whatever it is called', () => {
    expect(conflicts(['name', 'constructor', '__proto__'], 1)).toEqual([]);
  });
});
