// Which charge lines there are after a change: a setup once for a group, a run for each line, and both go with what they hang on.
import { describe, expect, test } from 'vitest';
import { type LineCharge, lineCharges, type ProductCharge } from '../catalog/charges.ts';
import { type ChargedLine, isChargeTouched, type MakeCharge, settleCharges, withWaiver } from './settle-charges.ts';

const setup: LineCharge = {
  id: 'screen',
  kind: 'setup',
  code: 'SETUP',
  name: 'Screen',
  breaks: [{ quantity: 1, extendedPrice: '45' }],
  removable: true,
  waived: false,
  gone: false,
};
const run: LineCharge = { ...setup, id: 'print', kind: 'run', code: 'RUN', name: 'Print', breaks: [{ quantity: 1, extendedPrice: '0.5' }] };

const shirt = (id: string, quantity: number, more: Partial<ChargedLine> = {}): ChargedLine => ({
  id,
  kind: 'catalog',
  parentLineId: null,
  quantity,
  optional: false,
  chosen: true,
  breakGroup: 'shirts',
  priceTable: null,
  charges: [setup],
  chargeId: null,
  ...more,
});
const make: MakeCharge<ChargedLine> = (id, charge, _, settled) => ({ ...shirt(id, 1), kind: 'charge', charges: [], chargeId: charge.id, ...settled });
const settle = (lines: readonly ChargedLine[]) => settleCharges(lines, make);
const shown = (lines: readonly ChargedLine[]) =>
  lines.map((line) => (line.chargeId === null ? line.id : `${line.chargeId} ${line.quantity} at ${line.parentLineId}`));
const without = (lines: readonly ChargedLine[], id: string) => lines.filter((line) => line.id !== id);

describe('a setup', () => {
  test('is charged once for five sizes of one shirt, beneath the first', () => {
    const sizes = ['s', 'm', 'l', 'xl', 'xxl'].map((id) => shirt(id, 12));
    expect(shown(settle(sizes))).toEqual(['s', 'screen 1 at s', 'm', 'l', 'xl', 'xxl']);
  });

  test('is charged for each group and for each line that stands alone', () => {
    const lines = [shirt('a', 1), shirt('b', 1, { breakGroup: 'caps' }), shirt('c', 1, { breakGroup: null }), shirt('d', 1, { breakGroup: null })];
    expect(shown(settle(lines))).toEqual(['a', 'screen 1 at a', 'b', 'screen 1 at b', 'c', 'screen 1 at c', 'd', 'screen 1 at d']);
  });

  test('passes on to the next line of its group, the same line with what a person set on it, and goes with the last', () => {
    const lines = settle([shirt('s', 12), shirt('m', 12)]);
    const [, charge] = lines;
    const left = settle(without(lines, 's'));
    expect(shown(left)).toEqual(['m', 'screen 1 at m']);
    expect(left[1]?.id).toBe(charge?.id);
    expect(settle(without(left, 'm'))).toEqual([]);
    // Back again: it stays where it is, once.
    expect(shown(settle([shirt('s', 12), ...left]))).toEqual(['s', 'screen 1 at s', 'm']);
  });

  test('moves along when its line changes into another group, and the group it left has one of its own', () => {
    const lines = settle([shirt('s', 12)]);
    const alone = settle(lines.map((line) => (line.id === 's' ? { ...line, breakGroup: 'back print' } : line)));
    expect(alone.map(({ id }) => id)).toEqual(lines.map(({ id }) => id));
    const both = settle([shirt('s', 12), shirt('m', 12)]);
    const split = settle(both.map((line) => (line.id === 's' ? { ...line, breakGroup: 'back print' } : line)));
    expect(shown(split)).toEqual(['s', 'screen 1 at s', 'm', 'screen 1 at m']);
    expect(new Set(split.map(({ id }) => id)).size).toBe(4);
  });

  test('hangs on the first line that counts, and is left out with a line that is', () => {
    const left = { optional: true, chosen: false };
    expect(shown(settle([shirt('s', 12, left), shirt('m', 12)]))).toEqual(['s', 'm', 'screen 1 at m']);
    expect(settle([shirt('s', 12, left)])[1]).toMatchObject({ optional: true, chosen: false });
  });

  test('taken off stays off for the whole group, also for a line that comes later', () => {
    const lines = settle([shirt('s', 12), shirt('m', 12)]);
    const charge = lines[1] ?? shirt('none', 1);
    const off = withWaiver(without(lines, charge.id), charge, true);
    expect(shown(settle([...off, shirt('l', 12)]))).toEqual(['s', 'm', 'l']);
    expect(shown(settle(withWaiver(off, charge, false)))).toEqual(['s', 'screen 1 at s', 'm']);
  });
});

describe('a run', () => {
  const printed = (id: string, quantity: number, more: Partial<ChargedLine> = {}) => shirt(id, quantity, { charges: [setup, run], ...more });

  test('follows the quantity of its line, after the setup', () => {
    const lines = settle([printed('s', 12), printed('m', 6)]);
    expect(shown(lines)).toEqual(['s', 'screen 1 at s', 'print 12 at s', 'm', 'print 6 at m']);
    const more = settle(lines.map((line) => (line.id === 'm' ? { ...line, quantity: 30 } : line)));
    expect(shown(more)).toEqual(['s', 'screen 1 at s', 'print 12 at s', 'm', 'print 30 at m']);
    // Only the run of that line is another object.
    expect(more.map((line, at) => line === lines[at])).toEqual([true, true, true, false, false]);
  });

  test('of lines that share a break, shares one too', () => {
    const groups = settle([printed('s', 12), printed('m', 6)]).flatMap((line) => (line.chargeId === 'print' ? line.breakGroup : []));
    expect(groups).toHaveLength(2);
    expect(new Set(groups).size).toBe(1);
  });
});

test('nothing to settle is the same list, and settling twice changes nothing', () => {
  const plain = [shirt('a', 1, { charges: [] })];
  expect(settle(plain)).toBe(plain);
  const lines = settle([shirt('s', 12, { charges: [setup, run] }), shirt('m', 3)]);
  expect(settle(lines)).toBe(lines);
});

test('a charge of the catalogue that costs another price moves, one without a price in the currency has none, one an estimate froze stays', () => {
  const lines = settle([shirt('s', 12)]);
  const dearer = { ...setup, breaks: [{ quantity: 1, extendedPrice: '60' }] };
  const with60 = settle(lines.map((line) => (line.id === 's' ? { ...line, charges: [dearer] } : line)));
  expect(with60[1]?.priceTable?.breaks).toEqual([{ quantity: 1, extendedPrice: '60' }]);
  expect(settle(lines.map((line) => (line.id === 's' ? { ...line, charges: [{ ...setup, breaks: [] }] } : line)))[1]?.priceTable).toBeNull();
  const frozen = { source: 'revision' as const, label: 'Estimate r1' };
  const locked = lines.map((line) => ({ ...line, priceTable: { breaks: [], ...line.priceTable, ...frozen } }));
  expect(settle(locked)).toBe(locked);
});

describe('what a line is charged', () => {
  const ofProduct: ProductCharge = { ...setup, variantId: null, currency: 'USD' };
  const sold = { variantId: 'm', currency: 'USD' };

  test('is what the product charges on this variant, in this currency', () => {
    expect(lineCharges([ofProduct, { ...ofProduct, id: 'other', variantId: 'xl' }], sold).map(({ id }) => id)).toEqual(['screen']);
    expect(lineCharges([ofProduct], { ...sold, currency: 'EUR' })[0]?.breaks).toEqual([]);
  });

  test('keeps what was taken off, and what the product charges no more, as gone and free to be taken off', () => {
    expect(lineCharges([ofProduct], sold, [{ ...setup, waived: true }])).toMatchObject([{ id: 'screen', waived: true, gone: false }]);
    const [gone] = lineCharges([], sold, [{ ...setup, removable: false }]);
    expect(gone).toMatchObject({ id: 'screen', gone: true, removable: true });
    const lines = settle([shirt('s', 12)]);
    const kept = settle(lines.map((line) => (line.id === 's' && gone !== undefined ? { ...line, charges: [gone] } : line)));
    expect(shown(kept)).toEqual(['s', 'screen 1 at s']);
    // It is never made anew.
    expect(shown(settle([shirt('s', 12, { charges: gone === undefined ? [] : [gone] })]))).toEqual(['s']);
  });
});

test('a charge that a person gave something keeps the line from merging', () => {
  const plain = { override: null, discount: null, noteCustomer: '', noteInternal: '' };
  expect(isChargeTouched(plain)).toBe(false);
  expect(isChargeTouched({ ...plain, override: { unitPrice: '0' } })).toBe(true);
  expect(isChargeTouched({ ...plain, noteInternal: 'agreed' })).toBe(true);
});
