import type { Order } from '@backdesk/contract/order/order.ts';
import { type PlannedChange, toldBefore } from '@backdesk/ordering/checkout/told-before.ts';
import { previewLine } from '@backdesk/ordering/editing/preview-line.ts';
import { describe, expect, test } from 'vitest';
import { aHit, aShippedOrder } from './fake-desk.ts';

const lineId = '01900000-0000-7000-8000-0000000000e1';
const byWeight = aShippedOrder([previewLine(aHit('MUG', 'Mug', [[1, '4.50']]), 10, lineId)]);

function chosenBy(method: Order['shipping']['shipments'][number]['method']): Order {
  return { ...byWeight, shipping: { shipments: byWeight.shipping.shipments.map((shipment) => ({ ...shipment, method })) } };
}
const [shipment] = byWeight.shipping.shipments;
const flat = { kind: 'flat' as const, amount: 980, freeOverAmount: null };
const method = shipment?.method ?? null;
const freeOver = method && chosenBy({ ...method, terms: { ...flat, freeOverAmount: 9_000 }, termsNow: { ...flat, freeOverAmount: 9_000 } });
const typed = method && chosenBy({ ...method, rateId: null, typed: { reason: 'Agreed', by: 'Ana' }, terms: null, termsNow: null });

const asked = 'After this change Shipping method needs another look.';
const artwork = { kind: 'add', ships: false, weightGrams: null } as const;

describe.each<[string, PlannedChange, string, string]>([
  ['more of a line that ships', { kind: 'quantity', lineId, quantity: 11 }, asked, asked],
  ['the quantity there is', { kind: 'quantity', lineId, quantity: 10 }, '', ''],
  ['another price', { kind: 'price', lineId }, '', asked],
  ['a line that does not ship', artwork, '', asked],
  ['a line that ships', { kind: 'add', ships: true, weightGrams: 200 }, asked, asked],
])('%s', (_, change, saidByWeight, saidFreeOver) => {
  test('by weight it asks only where the weight or what ships moves', () => expect(toldBefore(byWeight, change)).toBe(saidByWeight));
  test('free over a total it asks wherever the items total moves', () => expect(freeOver && toldBefore(freeOver, change)).toBe(saidFreeOver));
  test('a typed price asks for nothing', () => expect(typed && toldBefore(typed, change)).toBe(''));
});
