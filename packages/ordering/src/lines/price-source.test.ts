import type { OrderLine } from '@backdesk/contract/order/lines.ts';
import { expect, test } from 'vitest';
import { priceSource } from './price-source.ts';

const number = (value: number) => value.toLocaleString('en-US');
const step = (label: string, breakQuantity: number) => [{ step: 'break', label, breakQuantity }];
const line = (over: object) =>
  ({ kind: 'catalog', partId: null, typedUnitPrice: null, override: null, explanation: [], priceTable: null, unitPrice: '1', ...over }) as unknown as OrderLine;

test.each<[string, object, string, boolean]>([
  ['a break of the list', { priceTable: { source: 'list', label: 'List' }, explanation: step('List', 1_200) }, 'List, 1,200+', false],
  [
    'the list where the role has no price',
    { priceTable: { source: 'list', label: 'List, no Gold price' }, explanation: step('List, no Gold price', 1) },
    'List',
    false,
  ],
  ['a role', { priceTable: { source: 'role', label: 'Gold' }, explanation: step('Gold', 24) }, 'Gold, 24+', false],
  ['a revision that holds the price', { priceTable: { source: 'revision', label: 'Estimate r1' }, explanation: step('Estimate r1', 1) }, 'Estimate r1', false],
  ['nothing', { unitPrice: null }, 'No price', false],
  ['the bundle it is a part of', { partId: 'p', typedUnitPrice: '0', unitPrice: '0' }, 'In bundle', false],
  ['its parts', { kind: 'bundle', typedUnitPrice: '0', unitPrice: '0' }, 'Its parts', false],
  ['a hand', { override: { by: 'Ana' } }, 'Set by Ana', true],
])('says in two or three words that a price is from %s', (_what, over, text, isByHand) => {
  expect(priceSource(line(over), number)).toEqual({ text, isByHand });
});
