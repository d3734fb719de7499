import type { Order } from '@backdesk/contract/order/order.ts';
import { applyOp } from '@backdesk/ordering/editing/apply-op.ts';
import { previewLine, reachOf } from '@backdesk/ordering/editing/preview-line.ts';
import { repriced } from '@backdesk/ordering/editing/repriced.ts';
import { expect, test } from 'vitest';
import { aHit, anOrder } from './fake-desk.ts';

const discountId = '01900000-0000-7000-8000-0000000000b1';
/** A tenth off one category: of what is on the order nothing is in it. */
const code: Order['discounts'][number] = {
  ...{ id: discountId, source: 'code', label: 'Drinks', code: 'DRINK', reach: 'items', productIds: [], refused: null, blocker: null },
  value: { kind: 'percentage', ppm: 100_000 },
  amount: { amount: 0, currency: 'USD' },
};
const [tee, mug, mat] = ['TEE', 'MUG', 'MAT'].map((sku, at) =>
  aHit(sku, sku, [[1, '10.00']], {
    productId: `01900000-0000-7000-8000-0000000000f${at}`,
    discountReach: sku === 'TEE' ? [] : [{ discountId, productIds: [`01900000-0000-7000-8000-0000000000f${at}`] }],
  }),
);
if (tee === undefined || mug === undefined || mat === undefined) throw new Error('There are three.');
const line = (hit: typeof tee, at: number) => previewLine(hit, 2, `01900000-0000-7000-8000-0000000000d${at}`);
const order = anOrder([line(tee, 0)], { discounts: [code] });
const discountAfter = (op: Parameters<typeof applyOp>[1]) => repriced(applyOp(order, op), order).totals.discount.amount;

test('a line that a limited discount reaches has it at the key, one that it does not has not', () => {
  const add = (hit: typeof tee) =>
    discountAfter({ kind: 'add_line', request: { variantId: hit.id, quantity: 2 }, preview: line(hit, 1), asNewLine: false, ...reachOf(hit) });
  expect([add(mug), add(tee)]).toEqual([200, 0]);
});

test('so have many at once; what the discount reached before stays', () => {
  const added = [mug, mat, tee].map((hit, at) => ({ request: { variantId: hit.id, quantity: 2 }, preview: line(hit, at + 1), ...reachOf(hit) }));
  expect(discountAfter({ kind: 'add_lines', added })).toBe(400);
  const [discount] = applyOp({ ...order, discounts: [{ ...code, productIds: [tee.productId] }] }, { kind: 'add_lines', added }).discounts;
  expect(discount?.productIds).toEqual([tee.productId, mug.productId, mat.productId]);
  const [everywhere] = applyOp({ ...order, discounts: [{ ...code, productIds: null }] }, { kind: 'add_lines', added }).discounts;
  expect(everywhere?.productIds).toBeNull();
});
