import { expect, test } from 'vitest';
import { type Compared, compareEstimates, countChanges } from './compare-estimates.ts';
import { type ChangeFormat, describeChange, describeSum } from './describe-change.ts';
import type { ComparedLine } from './estimate-change.ts';

const mug: ComparedLine = {
  ...{ id: 'mug', kind: 'catalog', name: 'Mug', options: [{ name: 'Colour', value: 'Navy' }], quantity: 450, unitPrice: '3.96', total: 178_200 },
  ...{ optional: false, chosen: true, note: '' },
};
const tee: ComparedLine = { ...mug, id: 'tee', name: 'Tee', options: [], quantity: 1, unitPrice: '10', total: 1000 };

const estimate = (
  lines: readonly ComparedLine[],
  more: Partial<Omit<Compared, 'totals'>> & { readonly totals?: Partial<Compared['totals']> } = {},
): Compared => ({
  name: '',
  validUntil: '2026-12-16',
  poNumber: '',
  dueOn: null,
  texts: { note: '' },
  lines,
  discounts: [],
  shipments: [{ address: null, method: { name: 'Flat' } }],
  billing: { sameAsShipping: true, address: null },
  tax: { exemption: null },
  ...more,
  totals: { discount: 0, shipping: 1000, tax: 100, total: lines.reduce((sum, line) => sum + line.total, 1100), ...more.totals },
});

const plain: ChangeFormat = {
  quantity: (pieces) => pieces,
  unitPrice: (decimal) => `$${decimal}`,
  amount: (minor) => (minor / 100).toFixed(2),
  day: (day) => day,
  percent: (ppm) => `${ppm / 10_000} %`,
};

const told = (before: Compared, after: Compared) => {
  const { changes, sums } = compareEstimates(before, after);
  return [...changes.map((each) => [describeChange(each, plain), each.difference]), ...sums.map((each) => [describeSum(each, plain), null])];
};

test('two that say the same: nothing', () => {
  expect(told(estimate([mug, tee]), estimate([mug, tee]))).toEqual([]);
});

test('450 mugs at 3.96 become 500 at 3.80, a week longer: 1,900.00 − 1,782.00 = 118.00 more', () => {
  const more = { ...mug, quantity: 500, unitPrice: '3.8', total: 190_000 };
  const [before, after] = [estimate([mug]), estimate([more], { validUntil: '2026-12-23' })];
  expect(told(before, after)).toEqual([
    ['Mug · Navy: 500, was 450', 11_800],
    ['Valid until: 2026-12-23, was 2026-12-16', null],
    ['Total: 1911.00, was 1793.00', null],
  ]);
  expect(countChanges(compareEstimates(before, after))).toBe(2);
});

test('a line that came, one that went, one that is only offered now: each with what it makes', () => {
  const pen = { ...tee, id: 'pen', name: 'Pen', unitPrice: '2', total: 200 };
  const after = estimate([{ ...mug, optional: true, chosen: false }, pen], { totals: { total: 1300 } });
  expect(told(estimate([mug, tee]), after)).toEqual([
    ['Tee: no longer in it, was 1', -1000],
    ['Mug · Navy: optional, not in the total, was part of the estimate', -178_200],
    ['Pen: new, 1', 200],
    ['Total: 13.00, was 1803.00', null],
  ]);
});

const inGroup = (line: ComparedLine, choiceGroup: string | null): ComparedLine => ({ ...line, optional: true, chosen: false, choiceGroup });

test('a choice group under another name is one change; a line that went to another group is told at the line', () => {
  const [first, second] = [inGroup(mug, 'Cups'), inGroup(tee, 'Cups')];
  const same = { totals: { total: 1100 } };
  expect(told(estimate([first, second], same), estimate([inGroup(mug, 'Gifts'), inGroup(tee, 'Gifts')], same))).toEqual([
    ['“Cups”, of which one is chosen, is now called “Gifts”', null],
  ]);
  expect(told(estimate([first, second], same), estimate([first, inGroup(tee, 'Gifts')], same))).toEqual([['Tee, one to choose of: Gifts, was Cups', null]]);
  expect(told(estimate([first, second], same), estimate([first, inGroup(tee, null)], same))).toEqual([['Tee, one to choose of: none, was Cups', null]]);
  // Two groups that became one were not renamed.
  expect(told(estimate([first, inGroup(tee, 'Shirts')], same), estimate([first, second], same))).toEqual([['Tee, one to choose of: Cups, was Shirts', null]]);
});

test('a price, a colour, a print, bounds and a note; the difference of the line is told once', () => {
  const other: ComparedLine = {
    ...mug,
    options: [{ name: 'Colour', value: 'Red' }],
    answers: [{ name: 'Print', value: 'Back' }],
    ...{ unitPrice: '3.9', total: 175_500, quantityBounds: { minimum: 100, maximum: 500 }, note: 'Two boxes' },
  };
  expect(told(estimate([mug]), estimate([other]))).toEqual([
    ['Mug · Red, each: $3.9, was $3.96', -2700],
    ['Mug · Red: Print: Back, was none', null],
    ['Mug · Navy is now called Mug · Red', null],
    ['Mug · Red, quantities to choose from: 100 to 500, was none', null],
    ['Mug · Red, note: Two boxes, was none', null],
    ['Total: 1766.00, was 1793.00', null],
  ]);
});

test('a line discount shows as another amount of the line, an upcharge with the print', () => {
  expect(told(estimate([mug]), estimate([{ ...mug, total: 170_000 }]))[0]).toEqual(['Mug · Navy: another amount', -8200]);
  const printed = { ...mug, answers: [{ name: 'Print', value: 'Back' }], total: 180_000 };
  expect(told(estimate([mug]), estimate([printed]))[0]).toEqual(['Mug · Navy: Print: Back, was none', 1800]);
});

test('the same ten per cent of more is no change, twelve are', () => {
  const ten = { id: 'd', label: 'Loyalty', value: { kind: 'percentage', ppm: 100_000 }, amount: 100 } as const;
  const more = { ...tee, quantity: 2, total: 2000 };
  const before = estimate([tee], { discounts: [ten], totals: { discount: 100, total: 2000 } });
  const same = estimate([more], { discounts: [{ ...ten, amount: 200 }], totals: { discount: 200, total: 2900 } });
  expect(told(before, same)).toEqual([
    ['Tee: 2, was 1', 1000],
    ['Discount: -2.00, was -1.00', null],
    ['Total: 29.00, was 20.00', null],
  ]);
  const twelve = estimate([tee], { discounts: [{ ...ten, value: { kind: 'percentage', ppm: 120_000 }, amount: 120 }], totals: { discount: 120, total: 1980 } });
  expect(told(before, twelve)[0]).toEqual(['Loyalty: -1.20, was -1.00', null]);
  expect(told(before, estimate([tee]))[0]).toEqual(['Loyalty: none, was -1.00', null]);
});

test('where it goes and how, whom it is billed to, fields and texts; what is not known yet is said', () => {
  const place = { name: 'Dana', company: '', line1: '1 Pier', line2: '', city: 'Brooklyn', region: 'NY', postcode: '11231', country: 'US' };
  const after = estimate([tee], {
    shipments: [{ address: place, method: { name: 'Express' } }],
    billing: { sameAsShipping: false, address: place },
    tax: { exemption: 'Resale' },
    ...{ name: 'Kit', poNumber: 'PO-1', dueOn: '2026-12-01', texts: { note: 'Soon' } },
    fields: [{ code: 'rush', label: 'Rush', value: true }],
    totals: { tax: null, total: 2000 },
  });
  expect(told(estimate([tee]), after).map(([says]) => says)).toEqual([
    'Ships to: Dana, 1 Pier, Brooklyn, NY, 11231, US, was none',
    'Shipping method: Express, was Flat',
    'Billing address: Dana, 1 Pier, Brooklyn, NY, 11231, US, was where it ships to',
    'Tax exemption: Resale, was none',
    'Due: 2026-12-01, was none',
    'PO number: PO-1, was none',
    'Rush: yes, was none',
    'Name: Kit, was none',
    'Note: Soon, was none',
    'Tax: to be added, was 1.00',
    'Total: 20.00, was 21.00',
  ]);
});

test('payment terms and the deposit are named with both; a revision of before they were kept had none', () => {
  const half = { term: { kind: 'percentage', ppm: 500_000 } } as const;
  const [before, after] = [estimate([mug]), estimate([mug], { paymentTerms: 'Net 30', deposit: half })];
  expect(told(before, after)).toEqual([
    ['Payment terms: Net 30, was none', null],
    ['Deposit: 50 %, was none', null],
  ]);
  const fixed = estimate([mug], { paymentTerms: '', deposit: { term: { kind: 'fixed', amount: 25_000 } } });
  expect(told(after, fixed)).toEqual([
    ['Payment terms: none, was Net 30', null],
    ['Deposit: 250.00, was 50 %', null],
  ]);
  expect(told(before, estimate([mug], { paymentTerms: '', deposit: null }))).toEqual([]);
});

test('terms are named and not written out: whoever agreed to others is told', () => {
  const withTerms = (terms?: string) => estimate([mug], { texts: { note: '', terms } });
  const said = (from?: string, to?: string) => told(withTerms(from), withTerms(to)).map(([sentence]) => sentence);
  expect([said('Net 30', 'Net 10'), said(undefined, 'Net 10'), said('Net 30'), said('Net 30', 'Net 30')]).toEqual([
    ['Terms: changed'],
    ['Terms: new'],
    ['Terms: removed'],
    [],
  ]);
});

test('where nothing was changed and a rate moved, the sums are the changes', () => {
  const comparison = compareEstimates(estimate([tee]), estimate([tee], { totals: { tax: 120, total: 2120 } }));
  expect([comparison.changes.length, countChanges(comparison)]).toEqual([0, 1]);
});
