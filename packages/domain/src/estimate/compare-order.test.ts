import { expect, test } from 'vitest';
import { orderChanges } from './compare-order.ts';
import { type ChangeFormat, describeChange } from './describe-change.ts';
import type { ComparedLine } from './estimate-change.ts';

const line = (name: string, more: Partial<ComparedLine> = {}): ComparedLine => ({
  ...{ id: name, kind: 'catalog', name, options: [], quantity: 1, unitPrice: '1', total: 100, optional: false, chosen: true, note: '' },
  ...more,
});
/** "#" begins a heading, ">" what hangs on the line before. */
const document = (names: string): ComparedLine[] =>
  names.split(' ').map((word, at, all) => {
    if (word.startsWith('#')) return line(word.slice(1), { kind: 'section', unitPrice: null, total: 0 });
    return word.startsWith('>') ? line(word.slice(1), { kind: 'charge', parentLineId: all[at - 1] ?? null }) : line(word);
  });

const plain: ChangeFormat = { quantity: (pieces) => pieces, unitPrice: (price) => price, amount: String, day: (day) => day, percent: String };
const told = (before: string, after: string) => orderChanges(document(before), document(after)).map((change) => describeChange(change, plain));

test.each([
  ['nothing moved', 'Tee Mug Cap', 'Tee Mug Cap', []],
  ['what came and what went shifts others, and moves none', 'Tee Mug Cap', 'New Tee Cap Last', []],
  ['one to the top is one change, not one for each that it passed', 'Tee Mug Cap Pen', 'Pen Tee Mug Cap', ['Pen: moved, now first, was after Cap']],
  ['one down', 'Tee Mug Cap Pen', 'Mug Cap Tee Pen', ['Tee: moved, now after Cap, was first']],
  ['two that changed places', 'Tee Mug', 'Mug Tee', ['Tee: moved, now after Mug, was first']],
  ['lines that moved together are one change', 'Tee Mug Cap Pen Bag', 'Pen Bag Tee Mug Cap', ['Pen and 1 more: moved, now first, was after Cap']],
  ['what hangs on a line moves along', 'Tee >Setup Mug Cap', 'Mug Cap Tee >Setup', ['Tee: moved, now after Cap, was first']],
  ['a new heading takes no line from where it is', 'Tee Mug Cap', 'Tee #Extras Mug Cap', ['“Extras”: new heading']],
  ['nor does one that went', '#Extras Tee Mug', 'Tee Mug', ['“Extras”: heading no longer in it']],
  [
    'a section moves with its lines',
    '#Wear Tee Cap #Drink Mug Cup Jug',
    '#Drink Mug Cup Jug #Wear Tee Cap',
    ['“Wear” and 2 more: moved, now after Jug, was first'],
  ],
  ['a line into another section', '#Wear Tee Mug #Drink Cup', '#Wear Tee #Drink Mug Cup', ['Mug: moved, now after “Drink”, was after Tee']],
  ['all turned round: told once', 'A B C D E F', 'F E D C B A', ['Lines in another order: 5 moved']],
  ['one moved while another came', 'A B C', 'C New A B', ['C: moved, now first, was after B']],
])('%s', (_, before, after, says) => {
  expect(told(before, after)).toEqual(says);
});

test('a heading that is called something else', () => {
  const [was, now] = ['Wear', 'To wear'].map((name) => [line(name, { id: 'heading', kind: 'section' }), line('Tee')]) as [ComparedLine[], ComparedLine[]];
  expect(orderChanges(was, now).map((change) => describeChange(change, plain))).toEqual(['“Wear” is now the heading “To wear”']);
});

test('5,000 lines in turned order are compared in no time that grows with their square', () => {
  const lines = Array.from({ length: 5000 }, (_, at) => line(`L${at}`));
  expect(orderChanges(lines, lines.toReversed())).toEqual([{ kind: 'lines_reordered', label: '', from: null, to: '4999', difference: null }]);
});
