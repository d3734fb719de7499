// Many products changed at once: previewed, done by a job with progress, told in their history, followed by open drafts.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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

describe('undo', () => {
  const undo = async (id: string) => {
    const started = await client().undoBulkEdit({ params: { id } });
    await app.runJobs();
    return client().getBulkEdit({ params: { id: started.id } });
  };
  const priceOf = async (at: number) => (await product(at)).variants[0]?.priceTable?.breaks[0]?.extendedPrice;

  test('prices are as before; what was changed since stays and is told with who did it; again, it makes the change once more', async () => {
    const ids = lamps.slice(20, 24);
    const raised = await edit({ products: { ids }, change: { kind: 'list_prices', ppm: 100_000 } });
    expect(raised).toMatchObject({ undo: 'possible', undoes: null, isUndo: false, left: 0, startedBy: (await client().getSession({})).staff.name });
    const before = await priceOf(23);
    const [changedId, goneId] = [lamps[20] ?? '', lamps[21] ?? ''];
    const variantId = (await product(21)).variants[0]?.id ?? '';
    await (await app.as('owner')).client.changeVariant({ params: { id: variantId }, body: { prices: [{ quantity: 1, extendedPrice: '77' }] } });
    await client().deleteProduct({ params: { id: goneId } });
    // Another field is no reason to leave the price.
    await client().changeProduct({ params: { id: lamps[22] ?? '' }, body: { name: 'Lamp by another name' } });
    const undone = await undo(raised.id);
    expect(undone).toMatchObject({ undoes: raised.id, isUndo: true, count: 4, done: 4, changed: 2, left: 2, change: { kind: 'list_prices', ppm: 100_000 } });
    expect(undone.leftProducts.map(({ productId, isDeleted }) => [productId, isDeleted])).toEqual([
      [changedId, false],
      [goneId, true],
    ]);
    expect(undone.leftProducts[0]?.changedBy).not.toBeNull();
    expect([await priceOf(21), await priceOf(23), await priceOf(24)]).toEqual(['77.00', '9.83', '9.83']);
    expect(before).toBe('10.81');
    expect(await client().getBulkEdit({ params: { id: raised.id } })).toMatchObject({ undo: 'undone' });
    // The undo itself is taken back: the two that it changed rise again.
    expect(await undo(undone.id)).toMatchObject({ undoes: undone.id, isUndo: false, changed: 2, left: 0 });
    expect([await priceOf(21), await priceOf(23)]).toEqual(['77.00', '10.81']);
    const { items } = await client().listBulkEdits({});
    expect(items.slice(0, 3).map(({ undo: can, isUndo }) => [can, isUndo])).toEqual([
      ['possible', false],
      ['undone', true],
      ['undone', false],
    ]);
  });

  test('of a product with several variants those that nobody changed are put back, and the product is named all the same', async () => {
    const variants = ['S', 'M'].map((value) => ({ sku: `SHADE-${value}`, options: [{ name: 'Size', value }], prices: [{ quantity: 1, extendedPrice: '10' }] }));
    const shade = await client().createProduct({ body: { code: 'SHADE', name: 'Shade', variants } });
    const raised = await edit({ products: { ids: [shade.id] }, change: { kind: 'list_prices', ppm: 100_000 } });
    await client().changeVariant({ params: { id: shade.variants[0]?.id ?? '' }, body: { prices: [{ quantity: 1, extendedPrice: '15' }] } });
    const undone = await undo(raised.id);
    expect(undone).toMatchObject({ changed: 1, left: 1, leftProducts: [{ code: 'SHADE', isDeleted: false }] });
    const now = await client().getProduct({ params: { id: shade.id } });
    expect(now.variants.map(({ priceTable }) => priceTable?.breaks[0]?.extendedPrice)).toEqual(['15.00', '10.00']);
  });

  test('what was hidden is published again, but for what somebody published and hid since', async () => {
    const ids = lamps.slice(30, 33);
    const hidden = await edit({ products: { ids }, change: { kind: 'publication', published: false } });
    for (const published of [true, false]) await client().changeProduct({ params: { id: ids[0] ?? '' }, body: { published } });
    expect(await undo(hidden.id)).toMatchObject({ changed: 2, left: 1 });
    expect((await Promise.all([31, 32, 33].map(product))).map(({ published }) => published)).toEqual([false, true, true]);
  });

  test('a category lets go of what was put in, and of nothing that was in it before', async () => {
    const { id: categoryId } = await client().createCategory({ body: { name: 'Desk lamps' } });
    const ids = lamps.slice(40, 43);
    await client().setProductCategories({ params: { id: ids[0] ?? '' }, body: { categoryIds: [categoryId] } });
    const moved = await edit({ products: { ids }, change: { kind: 'category', categoryId, isIn: true } });
    expect(await undo(moved.id)).toMatchObject({ count: 2, changed: 2, left: 0 });
    expect((await Promise.all([41, 42].map(product))).map(({ categoryIds }) => categoryIds.includes(categoryId))).toEqual([true, false]);
    const out = await edit({ products: { ids }, change: { kind: 'category', categoryId, isIn: false } });
    await client().deleteCategory({ params: { id: categoryId } });
    expect(await undo(out.id)).toMatchObject({ changed: 0, left: 1 });
  });

  test('a price that an import may set is again one that it may set', async () => {
    const head = 'Handle,Title,Published,Option1 Name,Option1 Value,Variant SKU,Variant Price';
    const take = async (price: string) => {
      const file = `${head}\noil-lamp,Oil lamp,true,Title,Default Title,OIL,${price}\n`;
      await app.owner.request('POST', '/api/v1/imports?kind=products', file, { 'content-type': 'text/csv' });
      await app.runJobs();
    };
    await take('20.00');
    const [oil] = (await client().listProducts({ query: { q: 'oil lamp' } })).items;
    const raised = await edit({ products: { ids: [oil?.id ?? ''] }, change: { kind: 'list_prices', ppm: 500_000 } });
    await undo(raised.id);
    await take('22.00');
    expect((await client().getProduct({ params: { id: oil?.id ?? '' } })).variants[0]?.priceTable?.breaks[0]?.extendedPrice).toBe('22.00');
  });

  test('is refused while it runs, the second time, and for what changed nothing', async () => {
    const change = { kind: 'publication', published: false } as const;
    const { id } = await client().startBulkEdit({ body: { products: { ids: [lamps[50] ?? ''] }, change } });
    const code = async (of: string) => (await problemOf(client().undoBulkEdit({ params: { id: of } }))).code;
    expect(await code(id)).toBe('product_edit.running');
    await app.runJobs();
    const nothing = await edit({ products: { ids: [lamps[50] ?? ''] }, change });
    expect(nothing).toMatchObject({ changed: 0, undo: 'none' });
    expect(await code(nothing.id)).toBe('product_edit.nothing_to_undo');
    const twice = await Promise.allSettled([1, 2].map(() => client().undoBulkEdit({ params: { id } })));
    expect(twice.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await code(id)).toBe('product_edit.undone');
  });
});
