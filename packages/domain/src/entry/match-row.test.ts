import { describe, expect, test } from 'vitest';
import { matchRow, type RowHit } from './match-row.ts';
import type { RowReading } from './read-rows.ts';

const hit = (id: string, match: RowHit['match'], asks = false): RowHit => ({ id, match, asks });
const reading = (words: string, quantity: number | null, isMarked = false): RowReading => ({ words, quantity, isMarked });

describe('which product a pasted row is', () => {
  test('a SKU decides, its figure marked or not', () => {
    expect(matchRow([{ reading: reading('TEE', 24), hits: [hit('tee', 'exact'), hit('tee-l', 'prefix')] }])).toEqual({
      status: 'certain',
      hitId: 'tee',
      quantity: 24,
    });
  });
  test('a SKU in a later reading wins over a name in an earlier one', () => {
    const read = [
      { reading: reading('24', 501), hits: [hit('a4', 'words')] },
      { reading: reading('501', 24), hits: [hit('501', 'exact')] },
    ];
    expect(matchRow(read)).toEqual({ status: 'certain', hitId: '501', quantity: 24 });
  });
  test('a SKU at both ends is for a person to read', () => {
    const read = [
      { reading: reading('24', 501), hits: [hit('sku24', 'exact')] },
      { reading: reading('501', 24), hits: [hit('sku501', 'exact')] },
    ];
    expect(matchRow(read)).toMatchObject({ status: 'choose', why: 'several', hitIds: ['sku24', 'sku501'] });
  });
  test('a SKU and a name beside one quantity are not in doubt: the SKU decides', () => {
    const read = [
      { reading: reading('MUG', 24, true), hits: [hit('mug', 'exact')] },
      { reading: reading('Mug 11 oz', 24, true), hits: [hit('mug', 'exact'), hit('mug-blue', 'exact')] },
    ];
    expect(matchRow(read)).toEqual({ status: 'certain', hitId: 'mug', quantity: 24 });
  });
  test('a SKU beside two figures that may both be the quantity asks how many', () => {
    const read = [
      { reading: reading('CAP', 24), hits: [hit('cap', 'exact')] },
      { reading: reading('CAP', 10), hits: [hit('cap', 'exact')] },
      { reading: reading('10', 24), hits: [] },
    ];
    expect(matchRow(read)).toEqual({ status: 'choose', why: 'quantity', hitIds: ['cap'], quantity: null });
  });
  test('so does a name; which of several it is comes first', () => {
    const read = (...hits: readonly RowHit[]) => [24, 10].map((quantity) => ({ reading: reading('cap', quantity), hits }));
    expect(matchRow(read(hit('cap', 'words')))).toEqual({ status: 'choose', why: 'quantity', hitIds: ['cap'], quantity: null });
    expect(matchRow(read(hit('cap', 'words'), hit('hat', 'words')))).toEqual({ status: 'choose', why: 'several', hitIds: ['cap', 'hat'], quantity: null });
    expect(matchRow(read())).toEqual({ status: 'none', quantity: null });
  });
  test('the figure that is a SKU leaves the other as the quantity', () => {
    const read = [
      { reading: reading('Heavy tee', 10_042), hits: [hit('tee', 'words')] },
      { reading: reading('Heavy tee', 24), hits: [hit('tee', 'words')] },
      { reading: reading('24', 10_042), hits: [] },
      { reading: reading('10042', 24), hits: [hit('tee', 'exact')] },
    ];
    expect(matchRow(read)).toEqual({ status: 'certain', hitId: 'tee', quantity: 24 });
  });
  test('the code of a product with several variants asks which', () => {
    expect(matchRow([{ reading: reading('tee', 24, true), hits: [hit('s', 'exact'), hit('m', 'exact')] }])).toMatchObject({
      status: 'choose',
      why: 'several',
      hitIds: ['s', 'm'],
      quantity: 24,
    });
  });
  test.each([
    ['marked: 24 x oz mug', true, 'certain'],
    ['not marked: 11 oz mug', false, 'choose'],
  ])('a name that fits one product, %s', (_, isMarked, status) => {
    expect(matchRow([{ reading: reading('oz mug', 11, isMarked), hits: [hit('mug', 'words')] }]).status).toBe(status);
  });
  test('a near miss is never taken by itself', () => {
    expect(matchRow([{ reading: reading('hevy tee', 24, true), hits: [hit('tee', 'near')] }])).toMatchObject({ status: 'choose', why: 'similar' });
  });
  test.each([null, 0, 10_000_000, 1e9])('a SKU with the quantity %s asks how many', (quantity) => {
    expect(matchRow([{ reading: reading('TEE', quantity), hits: [hit('tee', 'exact')] }])).toEqual({
      status: 'choose',
      why: 'quantity',
      hitIds: ['tee'],
      quantity: null,
    });
  });
  test('what must be configured is not added by itself', () => {
    expect(matchRow([{ reading: reading('BTL', 24), hits: [hit('bottle', 'exact', true)] }])).toEqual({
      status: 'choose',
      why: 'options',
      hitIds: ['bottle'],
      quantity: 24,
    });
  });
  test('what nothing fits is kept with its quantity', () => {
    expect(matchRow([{ reading: reading('zzz', 24), hits: [] }])).toEqual({ status: 'none', quantity: 24 });
    expect(matchRow([])).toEqual({ status: 'none', quantity: null });
  });
});
