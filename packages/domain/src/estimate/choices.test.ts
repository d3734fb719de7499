// What may be chosen in an estimate, and what it then comes to: worked examples with the arithmetic written out.
import { describe, expect, test } from 'vitest';
import { checkChoices, type EstimateChoices, hasChoices, noChoices, restOf, setupsTaken } from './choices.ts';
import { consentText } from './consent-text.ts';
import { discountsLeft } from './discounts-left.ts';
import { hasExpired } from './expiry.ts';
import { priceChoices } from './price-choices.ts';
import type { PromisedEstimate, PromisedLine } from './promise.ts';

const line = (id: string, more: Partial<PromisedLine> = {}): PromisedLine => ({
  id,
  kind: 'catalog',
  parentLineId: null,
  name: id,
  sku: id,
  quantity: 10,
  typedUnitPrice: null,
  priceTable: {
    source: 'list',
    label: 'List',
    breaks: [
      { quantity: 1, extendedPrice: '5' },
      { quantity: 100, extendedPrice: '400' },
    ],
  },
  breakGroup: null,
  quantityRule: { increment: null, maximum: null },
  upcharges: [],
  overrideUnitPrice: null,
  discount: null,
  optional: false,
  chosen: true,
  choiceGroup: null,
  taxCategory: 'standard',
  ships: true,
  weightGrams: 100,
  ...more,
});
const ny = {
  place: { country: 'US', region: 'NY', postcode: '10001' },
  rates: [{ code: 'NY', name: 'Sales tax', ratePpm: 100_000, category: null, onShipping: false }],
};
const byWeight = {
  kind: 'by_weight',
  tiers: [
    { upToGrams: 3000, amount: 1000 },
    { upToGrams: 20_000, amount: 3000 },
  ],
} as const;
const estimate = (lines: readonly PromisedLine[], more: Partial<PromisedEstimate> = {}): PromisedEstimate => ({
  currency: 'USD',
  policies: { priceMode: 'tax_excluded', taxRounding: 'line', includedElsewhere: 'keep_gross' },
  lines,
  discounts: [],
  shipments: [{ id: 's', kind: 'ship', amount: 1000, method: { name: 'Ground', amount: 1000, terms: byWeight }, taxPlace: ny, lines: null }],
  tax: { billing: ny, home: ny, exemption: null },
  ...more,
});
const tee = line('tee');
const mug = line('mug', { optional: true, chosen: false });
const red = line('red', { optional: true, chosen: true, choiceGroup: 'Colour' });
const blue = line('blue', { optional: true, chosen: false, choiceGroup: 'Colour' });
const sticker = line('sticker', { quantityBounds: { minimum: 5, maximum: 200 } });
const whole = estimate([tee, mug, red, blue, sticker]);
const choose = (...lines: EstimateChoices['lines']): EstimateChoices => ({ lines, leftOut: [] });
const totalOf = (choices: EstimateChoices, promise = whole) => priceChoices(promise, choices).pricing.totals;

describe('what it comes to', () => {
  test('without a choice: 3 × 10 × 5.00 = 150.00, shipping 10.00 as frozen, tax 10 % of 150.00 = 15.00: 175.00', () => {
    expect(totalOf(noChoices)).toMatchObject({ items: 15_000, shipping: 1000, tax: 1500, total: 17_500, open: [] });
  });
  test('with the mugs: 200.00, 4.0 kg cost 30.00, tax 20.00: 250.00', () => {
    expect(totalOf(choose({ lineId: 'mug', chosen: true }))).toMatchObject({ items: 20_000, shipping: 3000, tax: 2000, total: 25_000 });
  });
  test('blue instead of red costs the same', () => {
    expect(totalOf(choose({ lineId: 'red', chosen: false }, { lineId: 'blue', chosen: true }))).toMatchObject({ total: 17_500 });
  });
  test('100 stickers reach the frozen break: 100.00 + 400.00, 12 kg cost 30.00, tax 50.00: 580.00', () => {
    expect(totalOf(choose({ lineId: 'sticker', quantity: 100 }))).toMatchObject({ items: 50_000, shipping: 3000, tax: 5000, total: 58_000 });
  });
  test('beyond the heaviest tier the shipping is open, not free', () => {
    expect(totalOf(choose({ lineId: 'sticker', quantity: 200 }))).toMatchObject({ shipping: null, open: ['shipping'] });
  });
  test('a price for shipping that staff typed stands whatever is chosen', () => {
    const typed = estimate(whole.lines, {
      shipments: [{ id: 's', kind: 'ship', amount: 700, method: { name: 'Own van', amount: 700 }, taxPlace: ny, lines: null }],
    });
    expect(totalOf(choose({ lineId: 'sticker', quantity: 200 }), typed)).toMatchObject({ shipping: 700 });
  });
  test('what is left out goes with what hangs on it', () => {
    const withSetup = estimate([
      tee,
      line('setup', { kind: 'charge', parentLineId: 'tee', typedUnitPrice: '35', priceTable: null, quantity: 1, ships: false }),
      sticker,
    ]);
    expect(totalOf(noChoices, withSetup)).toMatchObject({ items: 13_500 });
    expect(totalOf({ lines: [], leftOut: ['tee'] }, withSetup)).toMatchObject({ items: 5000 });
  });

  const setup = line('setup', {
    kind: 'charge',
    parentLineId: 'S',
    typedUnitPrice: '35',
    priceTable: null,
    quantity: 1,
    ships: false,
    breakGroup: 'setup c tee',
  });
  const size = (id: string, more: Partial<PromisedLine> = {}) => line(id, { breakGroup: 'tee', ...more });
  test('a setup that sizes share stays for those that are taken, and goes with the last', () => {
    const sizes = estimate([size('S'), setup, size('M'), sticker]);
    // 10 × 5 + 35 + 10 × 5 + 10 × 5
    expect(totalOf(noChoices, sizes)).toMatchObject({ items: 18_500 });
    const left = priceChoices(sizes, { lines: [], leftOut: ['S'] });
    expect(left.pricing.totals).toMatchObject({ items: 13_500 });
    expect(left.lines.map(({ id, parentLineId }) => [id, parentLineId])).toEqual([
      ['M', null],
      ['setup', 'M'],
      ['sticker', null],
    ]);
    expect(totalOf({ lines: [], leftOut: ['S', 'M'] }, sizes)).toMatchObject({ items: 5000 });
  });
  test.each([
    // What is left out: the setup hangs on S, and M and L owe it too.
    [['S'], ['S'], true],
    [['M'], ['M'], true],
    [['S', 'M'], ['S', 'M'], true],
    [['S', 'M', 'L'], ['S', 'setup', 'M', 'L'], false],
  ] as const)('of S, M and L without %j the rest is %j: the setup is charged once', (leftOut, rest, isPaid) => {
    const sizes = estimate([size('S'), setup, size('M'), size('L'), sticker]);
    const choices = { lines: [], leftOut };
    expect(restOf(sizes.lines, choices).map(({ id }) => id)).toEqual(rest);
    expect(setupsTaken(sizes.lines, choices).has('setup c tee')).toBe(isPaid);
    expect(priceChoices(sizes, choices).lines.filter(({ id }) => id === 'setup')).toHaveLength(isPaid ? 1 : 0);
  });
  test('it stays too when the size it hangs on was optional and is not taken', () => {
    const extra = { optional: true, chosen: true };
    const sizes = estimate([size('S', extra), { ...setup, ...extra }, size('M')]);
    expect(totalOf(choose({ lineId: 'S', chosen: false }), sizes)).toMatchObject({ items: 8500 });
  });
  test('a line of the group that owes no setup does not take it over', () => {
    const sizes = estimate([size('S', { setups: ['setup c tee'] }), setup, size('M', { setups: [] })]);
    expect(totalOf({ lines: [], leftOut: ['S'] }, sizes)).toMatchObject({ items: 5000 });
  });
});

describe('what may be chosen', () => {
  const codes = (choices: EstimateChoices, mayLeaveOut = false, promise = whole) =>
    checkChoices(promise, choices, mayLeaveOut).map(({ code, detail }) => [code, detail?.why ?? detail?.group ?? detail?.quantity]);
  test.each<[string, EstimateChoices, readonly (readonly [string, unknown])[]]>([
    ['nothing', noChoices, []],
    ['an optional line', choose({ lineId: 'mug', chosen: true }), []],
    ['the smallest and the largest quantity', choose({ lineId: 'sticker', quantity: 5 }), []],
    ['a line nobody promised', choose({ lineId: 'x', chosen: true }), [['estimate.choice_not_offered', 'no_such_line']]],
    ['not to take what is not optional', choose({ lineId: 'tee', chosen: false }), [['estimate.choice_not_offered', 'not_optional']]],
    ['another quantity where it is fixed', choose({ lineId: 'tee', quantity: 11 }), [['estimate.choice_not_offered', 'quantity_fixed']]],
    ['fewer than the bounds', choose({ lineId: 'sticker', quantity: 4 }), [['estimate.quantity_out_of_bounds', 4]]],
    ['more than the bounds', choose({ lineId: 'sticker', quantity: 201 }), [['estimate.quantity_out_of_bounds', 201]]],
    ['two of a group', choose({ lineId: 'blue', chosen: true }), [['estimate.choice_not_offered', 'two_of_one']]],
    ['none of a group', choose({ lineId: 'red', chosen: false }), [['line.choice_open', 'Colour']]],
    ['one line twice', choose({ lineId: 'mug', chosen: true }, { lineId: 'mug', chosen: false }), [['estimate.choice_not_offered', 'named_twice']]],
    ['some of the lines, where the whole is offered', { lines: [], leftOut: ['tee'] }, [['estimate.choice_not_offered', 'whole_only']]],
  ])('%s', (_, choices, expected) => expect(codes(choices)).toEqual(expected));

  test('lines may be left out where the account allows it, but not all of them', () => {
    expect(codes({ lines: [], leftOut: ['tee'] }, true)).toEqual([]);
    expect(codes({ lines: [], leftOut: ['tee', 'sticker'] }, true, estimate([tee, sticker]))).toEqual([['estimate.no_lines', undefined]]);
  });
  test('a plain estimate asks for nothing but an answer', () => {
    expect([hasChoices(estimate([tee])), hasChoices(whole)]).toEqual([false, true]);
  });
});

test('the sentence names what is open', () => {
  const consent = { shop: 'Harbor Print', title: 'Estimate 1042 r2', customer: 'Harbor Coffee Co.' };
  expect(consentText({ ...consent, open: ['tax', 'shipping'] })).toBe(
    'I accept Estimate 1042 r2 of Harbor Print with the choices and the total shown, plus shipping and tax as charged. I may order for Harbor Coffee Co., and typing my name stands for my signature.',
  );
  expect(consentText({ ...consent, open: [] })).not.toContain('plus');
});

test('the last second counts to its end', () => {
  const expiresAt = '2026-12-24T04:59:59.000Z';
  expect(hasExpired(expiresAt, new Date('2026-12-24T04:59:59.999Z'))).toBe(false);
  expect(hasExpired(expiresAt, new Date('2026-12-24T05:00:00.000Z'))).toBe(true);
});

describe('what is left of discounts when a part is accepted', () => {
  const off = (id: string, value: PromisedEstimate['discounts'][number]['value']) => ({ id, source: 'code', label: id, value, reach: 'items' }) as const;
  const promise = estimate([tee, line('cap'), line('pen')], {
    discounts: [off('tenth', { kind: 'percentage', ppm: 100_000 }), off('amount', { kind: 'fixed', amount: 6000 })],
  });
  const leftOf = (...leftOut: readonly string[]) => {
    const choices = { lines: [], leftOut };
    return Object.fromEntries(discountsLeft(promise, choices, priceChoices(promise, choices)));
  };
  const tenth = { kind: 'percentage', ppm: 100_000 };
  test('150.00 less a tenth and 60.00; with 50.00 accepted 45.00 of it are used up, 15.00 are left for the rest', () => {
    expect(leftOf('cap', 'pen')).toEqual({ tenth, amount: { kind: 'fixed', amount: 1500 } });
  });
  test('with 100.00 accepted all of it is used up', () => {
    expect(leftOf('pen')).toEqual({ tenth });
  });
});
