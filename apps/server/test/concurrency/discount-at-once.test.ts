// A code that may be used three times, sent by many at once: three get it, the others are told why, and none of them is lost.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aPriceList, readyToSubmit } from '../support/a-ready-order.ts';
import { aShop, type Shop } from '../support/a-shop.ts';
import type { TestApp } from '../support/create-test-app.ts';
import { createTestApp } from '../support/create-test-app.ts';

let app: TestApp;
let shop: Shop;
beforeAll(async () => {
  app = await createTestApp();
  shop = await aShop(app);
  await aPriceList(app);
  await app.runJobs();
});
afterAll(() => app.close());

test('100 orders at once use a code three times', async () => {
  const { client } = app.owner;
  const value = { kind: 'percentage', ppm: 100_000 } as const;
  const made = await client.createDiscount({ body: { name: 'First three', code: 'FIRST3', value, maxUses: 3 } });
  const aDraft = async () => {
    const { id } = await client.createOrder({ body: { customerId: shop.customerId, lines: [{ sku: 'MUG', quantity: 2 }] } });
    await readyToSubmit(app, id);
    await client.setDiscounts({ params: { id }, body: { codes: ['FIRST3'] } });
    return id;
  };
  const ids: string[] = [];
  while (ids.length < 100) ids.push(...(await Promise.all(Array.from({ length: 10 }, aDraft))));
  const answers = await Promise.all(ids.map((id) => app.owner.request('POST', `/api/v1/orders/${id}/submit`, {})));
  const bodies = (await Promise.all(answers.map((answer) => answer.json()))) as readonly {
    readonly stage?: string;
    readonly refusals?: readonly { readonly code: string; readonly detail?: { readonly reason?: string } }[];
  }[];
  expect(bodies.filter(({ stage }) => stage === 'submitted')).toHaveLength(3);
  const refused = bodies.filter(({ stage }) => stage !== 'submitted');
  expect(new Set(refused.map(({ refusals }) => refusals?.map(({ detail }) => detail?.reason).join()))).toEqual(new Set(['used_up']));
  expect(await client.getDiscount({ params: { id: made.id } })).toMatchObject({ uses: 3, state: 'used_up' });
  await app.runJobs();
  const left = await client.getOrder({ params: { id: ids[answers.findIndex(({ status }) => status !== 200)] ?? '' } });
  expect(left.discounts).toMatchObject([{ code: 'FIRST3', refused: 'used_up', amount: { amount: 0 } }]);
}, 120_000);
