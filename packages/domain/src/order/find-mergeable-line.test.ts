// Adding what is there already raises its quantity, unless somebody has made the line their own (cases, policy 10).
import { describe, expect, test } from 'vitest';
import { findMergeableLine, type MergeCandidate } from './find-mergeable-line.ts';

const plain: MergeCandidate = {
  id: 'a',
  variantId: 'mug',
  configuration: '{}',
  hasOverride: false,
  hasDiscount: false,
  hasNote: false,
  hasChoiceGroup: false,
  hasCharges: false,
  optional: false,
};
const found = (...lines: readonly MergeCandidate[]) => findMergeableLine(lines, 'mug', '{}')?.id ?? null;

describe('findMergeableLine', () => {
  test('the same variant with the same configuration', () => {
    expect(found(plain)).toBe('a');
    expect(found({ ...plain, variantId: 'tee' })).toBeNull();
    expect(found({ ...plain, configuration: '{"colour":"red"}' })).toBeNull();
    expect(found({ ...plain, variantId: null })).toBeNull();
    expect(found()).toBeNull();
  });

  test.each(['hasOverride', 'hasDiscount', 'hasNote', 'hasChoiceGroup', 'hasCharges', 'optional'] as const)('never a line where %s', (property) => {
    expect(found({ ...plain, [property]: true })).toBeNull();
  });

  test('the first in the document that may be raised', () => {
    expect(found({ ...plain, id: 'own', hasOverride: true }, { ...plain, id: 'first' }, { ...plain, id: 'second' })).toBe('first');
  });
});
