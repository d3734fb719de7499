import { afterAll, beforeAll, expect, test } from 'vitest';
import { aShop, type Shop } from '../support/a-shop.ts';
import type { Caller, TestApp } from '../support/create-test-app.ts';
import { createTestApp } from '../support/create-test-app.ts';

let app: TestApp;
let shop: Shop;
let ana: Caller;
beforeAll(async () => {
  app = await createTestApp();
  shop = await aShop(app);
  ana = await app.as('sales');
});
afterAll(() => app.close());

const aDraftOfTwo = () =>
  app.owner.client.createOrder({
    body: {
      customerId: shop.customerId,
      lines: [
        { sku: 'MUG', quantity: 12 },
        { sku: 'TEE-M', quantity: 6 },
      ],
    },
  });
const patch = (who: Caller, path: string, body: unknown) => who.request('PATCH', `/api/v1/orders/${path}`, body);

test('two people change different fields of one line at one version: both stay', async () => {
  const { id, version, lines } = await aDraftOfTwo();
  const line = `${id}/lines/${lines[0]?.id}`;
  const answers = await Promise.all([
    patch(app.owner, line, { basedOn: version, quantity: 24 }),
    patch(ana, line, { basedOn: version, noteCustomer: 'Blue handles' }),
  ]);
  expect(answers.map((answer) => answer.status)).toEqual([200, 200]);
  const order = await ana.client.getOrder({ params: { id } });
  expect(order).toMatchObject({ version: 3, lines: [{ quantity: 24, noteCustomer: 'Blue handles' }, { quantity: 6 }] });
});

test('the same field to another value is a conflict with the value, who set it and when; nothing is written', async () => {
  const { id, version, lines } = await aDraftOfTwo();
  const line = `${id}/lines/${lines[0]?.id}`;
  await patch(app.owner, line, { basedOn: version, quantity: 24 });
  const refused = await patch(ana, line, { basedOn: version, quantity: 36, noteInternal: 'mine' });
  expect(refused.status).toBe(409);
  expect(await refused.json()).toMatchObject({
    code: 'order.conflict',
    conflicts: [{ pointer: '/quantity', value: 24, version: 2, by: 'Owner of main', at: '2026-11-23T09:00:00.000Z' }],
  });
  expect((await ana.client.getOrder({ params: { id } })).lines[0]).toMatchObject({ quantity: 24, noteInternal: '' });
  expect((await patch(ana, line, { basedOn: version, quantity: 24 })).status).toBe(200);
  expect((await patch(ana, line, { quantity: 48 })).status).toBe(200);
});

test('one’s own later change is no conflict', async () => {
  const { id, version, lines } = await aDraftOfTwo();
  const line = `${id}/lines/${lines[0]?.id}`;
  await patch(ana, line, { basedOn: version, quantity: 24 });
  expect((await patch(ana, line, { basedOn: version, quantity: 36 })).status).toBe(200);
});

test('removing against an edit is a conflict, and the other line can go', async () => {
  const { id, version, lines } = await aDraftOfTwo();
  await patch(app.owner, `${id}/lines/${lines[0]?.id}`, { basedOn: version, quantity: 13 });
  const remove = (lineId: string | undefined) => ana.request('DELETE', `/api/v1/orders/${id}/lines/${lineId}?basedOn=${version}`);
  expect((await remove(lines[0]?.id)).status).toBe(409);
  const removed = await remove(lines[1]?.id);
  expect(await removed.json()).toMatchObject({ version: 3, removedLineIds: [lines[1]?.id], totals: { items: { amount: 5850 } } });
});

test('header fields merge alike: name against PO number, name against name', async () => {
  const { id, version } = await aDraftOfTwo();
  await patch(app.owner, id, { basedOn: version, name: 'Fair in May' });
  expect((await patch(ana, id, { basedOn: version, poNumber: 'PO-7' })).status).toBe(200);
  const refused = await patch(ana, id, { basedOn: version, name: 'Fair in June' });
  expect(await refused.json()).toMatchObject({ code: 'order.conflict', conflicts: [{ pointer: '/name', value: 'Fair in May', by: 'Owner of main' }] });
});

test('forty writes at once on one order: every one is there, and the versions are without a gap', async () => {
  const { id } = await aDraftOfTwo();
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, index) =>
      (index % 2 === 0 ? app.owner : ana).request('POST', `/api/v1/orders/${id}/lines`, { custom: { name: `Line ${index}`, unitPrice: '1' } }),
    ),
  );
  expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]));
  const order = await ana.client.getOrder({ params: { id } });
  expect(order).toMatchObject({ version: 41, totals: { items: { amount: 11_400 + 4_000 } } });
  expect(new Set(order.lines.map((line) => line.name)).size).toBe(42);
});
