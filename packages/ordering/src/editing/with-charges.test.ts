// What the desk shows before the server has answered: the charges of a line come, follow and go with it.

import type { OrderLine } from '@backdesk/contract/order/lines.ts';
import type { Order } from '@backdesk/contract/order/order.ts';
import type { LineCharge } from '@backdesk/domain/catalog/charges.ts';
import { derivedId } from '@backdesk/domain/core/derived-id.ts';
import { expect, test } from 'vitest';
import { applyOp } from './apply-op.ts';
import { previewLine } from './preview-line.ts';
import { mayTakeOff } from './with-charges.ts';

const setup: LineCharge = {
  id: '01900000-0000-7000-8000-0000000000c1',
  kind: 'setup',
  code: 'SETUP',
  name: 'Screen setup',
  breaks: [{ quantity: 1, extendedPrice: '45' }],
  removable: true,
  waived: false,
  gone: false,
};
const run: LineCharge = { ...setup, id: '01900000-0000-7000-8000-0000000000c2', kind: 'run', code: 'RUN', name: 'Print', removable: false };
const ids = ['1', '2'].map((at) => `01900000-0000-7000-8000-0000000000e${at}`);

function aShirt(at: 0 | 1, quantity: number): OrderLine {
  const sold = {
    id: `01900000-0000-7000-8000-0000000000d${at}`,
    productId: '01900000-0000-7000-8000-0000000000f0',
    sku: `TEE-${at}`,
    name: 'Tee',
    productCode: 'TEE',
    options: [],
    imageUrl: null,
    priceTable: { source: 'list' as const, label: 'List', breaks: [{ quantity: 1, extendedPrice: '10' }] },
    currency: 'USD',
    quantityRule: { increment: null, maximum: null },
    unit: null,
    breakGroup: 'tee',
    configurationOptions: [],
    charges: [setup, run].map((charge) => ({ ...charge, breaks: charge.breaks.map((each) => ({ ...each })) })),
    parts: [],
    taxCategory: 'standard',
    ships: true,
    weightGrams: 200,
  };
  return previewLine(sold, quantity, ids[at] ?? '');
}

const empty = { version: 1, lines: [] as OrderLine[] } as unknown as Order;
const add = (order: Order, line: OrderLine) =>
  applyOp(order, { kind: 'add_line', request: { sku: line.sku, quantity: line.quantity }, preview: line, asNewLine: false });
const shown = ({ lines }: Order) => lines.map(({ sku, quantity }) => `${quantity} ${sku}`);

test('two sizes share a setup; the quantity of a line is that of its run', () => {
  const order = add(add(empty, aShirt(0, 12)), aShirt(1, 6));
  expect(shown(order)).toEqual(['12 TEE-0', '1 SETUP', '12 RUN', '6 TEE-1', '6 RUN']);
  const more = applyOp(order, { kind: 'change_line', lineId: ids[1] ?? '', patch: { quantity: 30 }, by: 'Ana' });
  expect(shown(more)).toEqual(['12 TEE-0', '1 SETUP', '12 RUN', '30 TEE-1', '30 RUN']);
  expect(shown(add(more, { ...aShirt(1, 1), id: 'another' }))).toEqual(['12 TEE-0', '1 SETUP', '12 RUN', '31 TEE-1', '31 RUN']);
  const left = applyOp(more, { kind: 'remove_line', lineId: ids[0] ?? '' });
  expect(shown(left)).toEqual(['30 TEE-1', '1 SETUP', '30 RUN']);
  // It hangs on the first of them, whichever that is.
  const moved = applyOp(more, { kind: 'change_line', lineId: ids[0] ?? '', patch: { after: ids[1] ?? '' }, by: 'Ana' });
  expect(shown(moved)).toEqual(['30 TEE-1', '1 SETUP', '30 RUN', '12 TEE-0', '12 RUN']);
});

test('a charge is taken off for good where it may be', () => {
  const order = add(empty, aShirt(0, 12));
  const [, screen, print] = order.lines;
  if (screen === undefined || print === undefined) throw new Error('The charges are missing.');
  expect([mayTakeOff(order.lines, screen), mayTakeOff(order.lines, print)]).toEqual([true, false]);
  const off = applyOp(order, { kind: 'remove_line', lineId: screen.id });
  expect(shown(add(off, aShirt(1, 6)))).toEqual(['12 TEE-0', '12 RUN', '6 TEE-1', '6 RUN']);
});

test('a bundle entered once more shows at once what was said at its parts, and keeps the others as they begin', () => {
  const part = (at: number, quantity: number) => {
    const { id: _, kind: __, ...sold } = aShirt(0, 1);
    return {
      ...sold,
      id: `01900000-0000-7000-8000-0000000000b${at}`,
      variantId: `v${at}`,
      name: `Part ${at}`,
      quantity,
      pricing: 'fixed' as const,
      unavailable: null,
    };
  };
  const kit = { ...aShirt(0, 2), kind: 'bundle' as const, charges: [], parts: [part(1, 1), part(2, 3)] } as unknown as OrderLine;
  const first = applyOp(empty, { kind: 'add_line', request: { sku: 'KIT', quantity: 2 }, preview: kit, asNewLine: true });
  expect(first.lines.map(({ name, quantity }) => [name, quantity])).toEqual([
    ['Tee', 2],
    ['Part 1', 2],
    ['Part 2', 6],
  ]);
  const [, , pens] = first.lines;
  const id = '01900000-0000-7000-8000-0000000000ee';
  const below = pens === undefined ? [] : [{ ...pens, id: derivedId(id, pens.partId ?? ''), parentLineId: id, noteCustomer: 'engraved' }];
  const again = applyOp(first, { kind: 'add_line', request: { sku: 'KIT', quantity: 2 }, preview: { ...kit, id }, asNewLine: true, below });
  expect(again.lines.slice(3).map(({ name, parentLineId, noteCustomer }) => [name, parentLineId, noteCustomer])).toEqual([
    ['Tee', null, ''],
    ['Part 1', id, ''],
    ['Part 2', id, 'engraved'],
  ]);
});
