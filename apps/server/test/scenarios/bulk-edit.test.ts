// Many products changed at once: previewed, done by a job with progress, told in their history, followed by open drafts.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aShop, type Shop } from '../support/a-shop.ts';
import type { TestApp } from '../support/create-test-app.ts';
import { createTestApp } from '../support/create-test-app.ts';
import { problemOf } from '../support/problem-of.ts';

let app: TestApp;
let shop: Shop;
const lamps: string[] = [];
beforeAll(async () => {
  app = await createTestApp();
  shop = await aShop(app);
  for (let at = 1; at <= 105; at += 1) {
    const variants = [
      {
        sku: `LAMP-${at}`,
        prices:
          at === 105
            ? []
            : [
                { quantity: 1, extendedPrice: '9.50' },
                { quantity: 10, extendedPrice: '80' },
              ],
      },
    ];
    lamps.push((await client().createProduct({ body: { code: `LAMP-${at}`, name: `Lamp ${at}`, variants } })).id);
  }
}, 60_000);
afterAll(() => app.close());

const client = () => app.owner.client;
const ofLamps = { matching: { q: 'lamp' } };
const edit = async (body: Parameters<ReturnType<typeof client>['startBulkEdit']>[0]['body']) => {
  const { id } = await client().startBulkEdit({ body });
  await app.runJobs();
  return client().getBulkEdit({ params: { id } });
};
const product = (at: number) => client().getProduct({ params: { id: lamps[at - 1] ?? '' } });

test('prices of all that is found rise by 3.5 %: the preview says so, the job does it batch by batch, and an open draft follows', async () => {
  const draft = await client().createOrder({ body: { customerId: shop.customerId, lines: [{ sku: 'LAMP-7', quantity: 10 }] } });
  const change = { kind: 'list_prices', ppm: 35_000 } as const;
  const preview = await client().previewBulkEdit({ body: { products: ofLamps, change } });
  expect(preview.count).toBe(105);
  expect(preview.items).toHaveLength(8);
  expect(preview.items[0]).toMatchObject({ isChanged: true, price: { from: '9.5', to: '9.83' } });
  expect((await product(7)).variants[0]?.priceTable?.breaks[0]?.extendedPrice).toBe('9.50');
  const started = await client().startBulkEdit({ body: { products: ofLamps, change } });
  expect(started).toMatchObject({ state: 'running', count: 105, done: 0 });
  await app.runJobs();
  expect(await client().getBulkEdit({ params: { id: started.id } })).toMatchObject({ state: 'done', done: 105, changed: 104 });
  expect((await product(7)).variants[0]?.priceTable?.breaks).toEqual([
    { quantity: 1, extendedPrice: '9.83' },
    { quantity: 10, extendedPrice: '82.80' },
  ]);
  await app.runJobs();
  expect((await client().getOrder({ params: { id: draft.id } })).totals.items.amount).toBe(8_280);
  // Two more percent are of the price of now.
  await edit({ products: { ids: [lamps[6] ?? ''] }, change: { kind: 'list_prices', ppm: 20_000 } });
  expect((await product(7)).variants[0]?.priceTable?.breaks[0]?.extendedPrice).toBe('10.03');
  expect((await product(8)).variants[0]?.priceTable?.breaks[0]?.extendedPrice).toBe('9.83');
});

test('some are hidden: what was hidden before is no change, and the history names who did it', async () => {
  const ids = lamps.slice(0, 3);
  await client().changeProduct({ params: { id: ids[0] ?? '' }, body: { published: false } });
  const change = { kind: 'publication', published: false } as const;
  const preview = await client().previewBulkEdit({ body: { products: { ids }, change } });
  expect(preview.items.map(({ isChanged, price }) => [isChanged, price])).toEqual([
    [false, null],
    [true, null],
    [true, null],
  ]);
  expect(await edit({ products: { ids: [...ids, ...ids] }, change })).toMatchObject({ count: 3, changed: 2 });
  expect((await Promise.all([1, 2, 3, 4].map(product))).map(({ published }) => published)).toEqual([false, false, false, true]);
  const told = await app.db
    .selectFrom('events')
    .select(['actor', 'actor_name', 'type'])
    .where('subject_id', '=', ids[1] ?? '')
    .orderBy('version', 'desc')
    .executeTakeFirst();
  expect(told).toMatchObject({ type: 'product.changed', actor_name: (await client().getSession({})).staff.name });
  expect(told?.actor).toMatch(/^staff:/);
});

test('a category takes in what is found, once, and lets go of some', async () => {
  const { id: categoryId } = await client().createCategory({ body: { name: 'Lighting' } });
  expect(await edit({ products: ofLamps, change: { kind: 'category', categoryId, isIn: true } })).toMatchObject({ changed: 105 });
  expect(await edit({ products: ofLamps, change: { kind: 'category', categoryId, isIn: true } })).toMatchObject({ done: 105, changed: 0 });
  const out = { kind: 'category', categoryId, isIn: false } as const;
  const products = { ids: lamps.slice(0, 2) };
  expect((await client().previewBulkEdit({ body: { products, change: out } })).items.map(({ isChanged }) => isChanged)).toEqual([true, true]);
  expect(await edit({ products, change: out })).toMatchObject({ changed: 2 });
  expect((await product(1)).categoryIds).toEqual([]);
  expect((await product(3)).categoryIds).toEqual([categoryId]);
  // All that is in it, found by the category alone.
  expect((await client().previewBulkEdit({ body: { products: { matching: { categoryId } }, change: out } })).count).toBe(103);
});

test('what is not there, finds nothing or is no change is refused; what is deleted meanwhile is passed over', async () => {
  const publish = { kind: 'publication', published: true } as const;
  const missing = '0199aaaa-0000-7000-8000-00000000dead';
  const refused = async (body: Parameters<typeof edit>[0]) => (await problemOf(client().startBulkEdit({ body }))).errors?.map(({ pointer }) => pointer);
  expect(await refused({ products: { ids: [lamps[0] ?? '', missing] }, change: publish })).toEqual(['/products/ids/1']);
  expect(await refused({ products: { matching: { q: 'zzzzzzzz' } }, change: publish })).toEqual(['/products/matching']);
  expect(await refused({ products: ofLamps, change: { kind: 'category', categoryId: missing, isIn: true } })).toEqual(['/change/categoryId']);
  expect(await refused({ products: ofLamps, change: { kind: 'list_prices', ppm: 0 } })).toEqual(['/change/ppm']);
  const { id } = await client().startBulkEdit({ body: { products: { ids: lamps.slice(100, 103) }, change: { kind: 'publication', published: false } } });
  await client().deleteProduct({ params: { id: lamps[101] ?? '' } });
  await app.runJobs();
  expect(await client().getBulkEdit({ params: { id } })).toMatchObject({ state: 'done', count: 3, done: 3, changed: 2 });
});
