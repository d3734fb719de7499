// Bundles: a product made of other variants. Its parts stand beneath its line, follow it, are what is counted and reserved, and leave with it.
import { ApiProblem } from '@backdesk/contract/client.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aKit as aKitOf, aProduct as aProductOf, each, shownLines as shown } from '../support/a-kit.ts';
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
});
afterAll(() => app.close());

const client = () => app.owner.client;
const aProduct = (name: string, prices: readonly object[], more: object = {}) => aProductOf(app, name, prices, more);
const aKit = (pricing: 'fixed' | 'summed', pens: object = {}) => aKitOf(app, pricing, pens);

const draft = (lines: readonly object[]) => client().createOrder({ body: { customerId: shop.customerId, lines: lines as never } });
const read = (id: string) => client().getOrder({ params: { id } });
const undo = (id: string, version: number) => client().undoChange({ params: { id }, body: { version } });
const problemOf = (write: Promise<unknown>) =>
  write.then(
    () => {
      throw new Error('It was done.');
    },
    (error: unknown) => (error instanceof ApiProblem ? error.problem : Promise.reject(error)),
  );

test('a bundle of a fixed price carries price and weight, its parts stand beneath it and cost nothing', async () => {
  const kit = await aKit('fixed');
  expect(kit.product.bundle).toMatchObject({
    pricing: 'fixed',
    parts: [
      { sku: kit.shirt.sku, quantity: 1 },
      { sku: kit.pen.sku, quantity: 3 },
    ],
  });
  const { id, lines, itemCount } = await draft([{ sku: kit.sku, quantity: 4 }]);
  expect(shown(lines)).toEqual([
    ['Kit', 4, 10_000],
    ['- Shirt', 4, 0],
    ['- Pen', 12, 0],
  ]);
  expect(itemCount).toBe(4);
  // It is read with its own amount: its parts add nothing.
  expect(lines.map(({ subtotal }) => subtotal?.amount ?? null)).toEqual([10_000, null, null]);
  expect(lines[0]).toMatchObject({ kind: 'bundle', ships: true, weightGrams: 180 + 3 * 10, partId: null });
  expect(lines[1]).toMatchObject({ kind: 'catalog', ships: false, weightGrams: null, parentLineId: lines[0]?.id, partId: kit.product.bundle?.parts[0]?.id });
  // Ten and more cost 20.00 each.
  const more = await client().changeLine({ params: { id, lineId: lines[0]?.id ?? '' }, body: { quantity: 12 } });
  expect(shown(more.changedLines)).toEqual([
    ['Kit', 12, 24_000],
    ['- Shirt', 12, 0],
    ['- Pen', 36, 0],
  ]);
});

test('a bundle that is summed costs what its parts cost, each with its weight, and the same goods beside it choose the break with them', async () => {
  const kit = await aKit('summed', { prices: [each('2'), each('15', 15)] });
  const { id, lines } = await draft([{ sku: kit.sku, quantity: 4 }]);
  expect(shown(lines)).toEqual([
    ['Kit', 4, 0],
    ['- Shirt', 4, 4_000],
    ['- Pen', 12, 2_400],
  ]);
  expect(lines[0]?.subtotal).toEqual({ amount: 6_400, currency: 'USD' });
  expect(lines.map(({ ships, weightGrams }) => [ships, weightGrams])).toEqual([
    [false, null],
    [true, 180],
    [true, 10],
  ]);
  const added = await client().addLines({ params: { id }, body: { sku: kit.pen.sku, quantity: 3 } });
  // 15 pens cost 1.00 each, in the kit too.
  expect(shown((await read(id)).lines)).toEqual([
    ['Kit', 4, 0],
    ['- Shirt', 4, 4_000],
    ['- Pen', 12, 1_200],
    ['Pen', 3, 300],
  ]);
  expect(added.changedLines.map(({ name, quantity }) => [name, quantity])).toContainEqual(['Pen', 3]);
  // The kit has not changed, what it comes to has.
  expect(added.changedLines.find(({ kind }) => kind === 'bundle')?.subtotal?.amount).toBe(5_200);
  const bundleLine = lines[0]?.id ?? '';
  const refused = await problemOf(client().changeLine({ params: { id, lineId: bundleLine }, body: { override: { unitPrice: '9', reason: 'x' } } }));
  expect(refused).toMatchObject({ errors: [{ pointer: '/override' }] });
});

test('the same kit again raises it; it leaves with its parts and comes back whole by undo', async () => {
  const kit = await aKit('fixed');
  const { id, lines } = await draft([{ sku: kit.sku, quantity: 1 }]);
  await client().addLines({ params: { id }, body: { sku: kit.sku, quantity: 2 } });
  const merged = await read(id);
  expect(shown(merged.lines)).toEqual([
    ['Kit', 3, 7_500],
    ['- Shirt', 3, 0],
    ['- Pen', 9, 0],
  ]);
  const removed = await client().removeLine({ params: { id, lineId: lines[0]?.id ?? '' }, query: {} });
  expect(removed.removedLineIds).toHaveLength(3);
  expect((await read(id)).lines).toEqual([]);
  await undo(id, removed.version);
  const back = await read(id);
  expect(shown(back.lines)).toEqual(shown(merged.lines));
  expect(back.lines.map((line) => line.id)).toEqual(merged.lines.map((line) => line.id));
});

test('a part cannot be changed by itself: not how many, not its price, and it stays in its bundle', async () => {
  const kit = await aKit('summed');
  const { id, lines } = await draft([{ sku: kit.sku, quantity: 1 }]);
  const lineId = lines[1]?.id ?? '';
  const change = (body: object) => problemOf(client().changeLine({ params: { id, lineId }, body: body as never }));
  expect(await change({ quantity: 5 })).toMatchObject({ code: 'request.invalid', errors: [{ pointer: '/quantity' }] });
  expect(await change({ override: { unitPrice: '1', reason: 'x' } })).toMatchObject({ errors: [{ pointer: '/override' }] });
  expect(await change({ discount: { kind: 'percentage', ppm: 1 } })).toMatchObject({ errors: [{ pointer: '/discount' }] });
  expect((await problemOf(client().removeLine({ params: { id, lineId }, query: {} }))).code).toBe('line.part_stays');
  const noted = await client().changeLine({ params: { id, lineId }, body: { noteCustomer: 'in blue paper' } });
  expect(noted.changedLines[0]?.noteCustomer).toBe('in blue paper');
  // What somebody wrote at a part keeps another kit apart.
  await client().addLines({ params: { id }, body: { sku: kit.sku, quantity: 2 } });
  expect((await read(id)).lines.filter(({ kind }) => kind === 'bundle').map(({ quantity }) => quantity)).toEqual([1, 2]);
});

test('the stock of the parts is counted and reserved, and the one that is short says by how many', async () => {
  const kit = await aKit('fixed', { stock: { tracked: true, onHand: 30, backorder: false } });
  const { id, lines } = await draft([
    { sku: kit.sku, quantity: 9 },
    { sku: kit.pen.sku, quantity: 2 },
  ]);
  const { items } = await client().listOrderStock({ params: { id } });
  expect(items).toMatchObject([{ variantId: kit.pen.variantId, available: 30 }]);
  await client().changeLine({ params: { id, lineId: lines[0]?.id ?? '' }, body: { quantity: 14 } });
  await readyToSubmit(app, id);
  const refused = await problemOf(client().submitOrder({ params: { id }, body: {} }));
  expect(refused.code).toBe('order.not_submittable');
  // 42 for the kits and 30 there: 12 are missing at the pens of the kit.
  expect(refused.refusals?.find(({ lineId }) => lineId === lines[2]?.id)).toMatchObject({ code: 'line.short_of_stock', detail: { short: 12 } });
  await client().changeLine({ params: { id, lineId: lines[0]?.id ?? '' }, body: { quantity: 9 } });
  await readyToSubmit(app, id);
  await client().submitOrder({ params: { id }, body: {} });
  const [pen] = (await client().getProduct({ params: { id: kit.pen.id }, query: {} })).variants;
  expect(pen?.stock).toMatchObject({ onHand: 30, reserved: 29 });
});

test('a bundle in a bundle is refused at the part that would be one, whichever way it is tried', async () => {
  const kit = await aKit('fixed');
  const box = await aProduct('Box', [each('5')]);
  const set = (id: string, variantId: string) => problemOf(client().setParts({ params: { id }, body: { parts: [{ variantId }] } }));
  const nested = await set(box.id, kit.variantId);
  expect(nested).toMatchObject({ code: 'request.invalid', errors: [{ pointer: '/parts/0/variantId' }] });
  expect(JSON.stringify(nested)).toContain('A bundle cannot hold a bundle');
  expect(await set(kit.shirt.id, box.variantId)).toMatchObject({ errors: [{ pointer: '/parts' }] });
  expect(await set(kit.id, kit.variantId)).toMatchObject({ errors: [{ pointer: '/parts/0/variantId' }] });
  const none = await client().setParts({ params: { id: kit.id }, body: { parts: [] } });
  expect(none.bundle).toBeNull();
});

test('a part that is no longer sold is told at its line and never dropped', async () => {
  const kit = await aKit('summed');
  const { id } = await draft([{ sku: kit.sku, quantity: 1 }]);
  await client().changeVariant({ params: { id: kit.pen.variantId }, body: { published: false } });
  await app.runJobs();
  const told = (await read(id)).lines[2];
  expect(told).toMatchObject({ name: 'Pen', total: { amount: 600 }, blockers: [{ code: 'line.product_unavailable', detail: { reason: 'unpublished' } }] });
  await client().deleteProduct({ params: { id: kit.shirt.id } });
  const fresh = await draft([{ sku: kit.sku, quantity: 1 }]);
  expect(fresh.lines.map(({ blockers }) => blockers.map(({ code }) => code))).toEqual([
    [],
    ['line.product_unavailable', 'line.no_price'],
    ['line.product_unavailable'],
  ]);
});

test('what a bundle is made of by now does not change what was entered', async () => {
  const kit = await aKit('fixed');
  const { id } = await draft([{ sku: kit.sku, quantity: 2 }]);
  await client().setParts({ params: { id: kit.id }, body: { pricing: 'fixed', parts: [{ variantId: kit.pen.variantId, quantity: 5 }] } });
  await client().changeVariant({ params: { id: kit.variantId }, body: { prices: [each('30')] } });
  await app.runJobs();
  expect(shown((await read(id)).lines)).toEqual([
    ['Kit', 2, 6_000],
    ['- Shirt', 2, 0],
    ['- Pen', 6, 0],
  ]);
  const fresh = await draft([{ sku: kit.sku, quantity: 2 }]);
  expect(shown(fresh.lines)).toEqual([
    ['Kit', 2, 6_000],
    ['- Pen', 10, 0],
  ]);
});

test('an estimate freezes the parts, a copy of it has them, and an order says each in its rows', async () => {
  const kit = await aKit('summed');
  const { id } = await draft([{ sku: kit.sku, quantity: 4 }]);
  await client().issueEstimate({ params: { id }, body: {} as never });
  await client().changeVariant({ params: { id: kit.pen.variantId }, body: { prices: [each('9')] } });
  await app.runJobs();
  const held = await read(id);
  expect(held.estimate?.revision).toBe(1);
  const want = [
    ['Kit', 4, 0],
    ['- Shirt', 4, 4_000],
    ['- Pen', 12, 2_400],
  ];
  expect(shown(held.lines)).toEqual(want);
  const copy = await client().duplicateOrder({ params: { id }, body: {} as never });
  const again = await read((copy as { order?: { id: string } }).order?.id ?? (copy as unknown as { id: string }).id);
  expect(again.lines.map(({ name, quantity, partId }) => [name, quantity, partId === null])).toEqual([
    ['Kit', 4, true],
    ['Shirt', 4, false],
    ['Pen', 12, false],
  ]);
  expect(again.lines[2]?.parentLineId).toBe(again.lines[0]?.id);
});

test('of a bundle of a fixed price whole bundles ship, and its parts leave the stock', async () => {
  const kit = await aKit('fixed', { stock: { tracked: true, onHand: 30 } });
  const { id, lines } = await draft([{ sku: kit.sku, quantity: 4 }]);
  await readyToSubmit(app, id);
  await client().submitOrder({ params: { id }, body: {} });
  const penStock = async () => (await client().getProduct({ params: { id: kit.pen.id } })).variants[0]?.stock;
  expect(await penStock()).toMatchObject({ onHand: 30, reserved: 12 });
  const part = await client().shipOrder({ params: { id }, body: { lines: [{ lineId: lines[0]?.id ?? '', quantity: 1 }] } });
  expect(part.fulfilmentStatus).toBe('part_shipped');
  expect(await penStock()).toMatchObject({ onHand: 27, reserved: 9 });
  expect((await client().shipOrder({ params: { id }, body: {} })).fulfilmentStatus).toBe('shipped');
  expect(await penStock()).toMatchObject({ onHand: 18, reserved: 0 });
});

test('of a summed bundle each part ships by itself', async () => {
  const kit = await aKit('summed', { stock: { tracked: true, onHand: 30 } });
  const { id } = await draft([{ sku: kit.sku, quantity: 2 }]);
  await readyToSubmit(app, id);
  await client().submitOrder({ params: { id }, body: {} });
  const shipped = await client().shipOrder({ params: { id }, body: {} });
  expect(shipped.fulfilmentStatus).toBe('shipped');
  expect(shipped.fulfilments[0]?.lines.map(({ quantity }) => quantity)).toEqual([2, 6]);
  expect((await client().getProduct({ params: { id: kit.pen.id } })).variants[0]?.stock).toMatchObject({ onHand: 24, reserved: 0 });
});

const stocked = (onHand: number, backorder = false) => ({ stock: { tracked: true, onHand, backorder } });

test('a product is made a bundle at once, and a part that cannot be in it is told where it stands', async () => {
  const pen = await aProduct('Pen', [each('2')]);
  const code = `SET-${pen.sku}`;
  const body = { code, name: 'Set', variants: [{ sku: code }], bundle: { pricing: 'summed' as const, parts: [{ variantId: pen.variantId, quantity: 5 }] } };
  const set = await client().createProduct({ body });
  expect(set.bundle).toMatchObject({
    pricing: 'summed',
    parts: [{ sku: pen.sku, quantity: 5, unavailable: null, priceTable: { breaks: [{ extendedPrice: '2.00' }] } }],
  });
  const inSet = { ...body, code: `${code}-2`, variants: [{ sku: `${code}-2` }], bundle: { parts: [{ variantId: set.variants[0]?.id ?? '' }] } };
  const refused = await problemOf(client().createProduct({ body: inSet }));
  expect(refused).toMatchObject({ code: 'request.invalid', errors: [{ pointer: '/bundle/parts/0/variantId' }] });
  const listed = await client().listProducts({ query: { q: code } });
  expect(listed.items.map((row) => row.code)).toEqual([code]);
});

test('a bundle is there as its parts are, wherever its stock is told, and costs from what they do', async () => {
  const pen = await aProduct('Pen', [each('2')], stocked(31));
  const shirt = await aProduct('Shirt', [each('10')], stocked(12));
  // A stock of its own is not looked at.
  const kit = await aProduct('Crate', [], stocked(500));
  const parts = [{ variantId: shirt.variantId }, { variantId: pen.variantId, quantity: 3 }];
  const product = await client().setParts({ params: { id: kit.id }, body: { pricing: 'summed', parts } });
  expect(product.variants[0]?.stock).toMatchObject({ tracked: true, available: 10, backorder: false });
  expect(product.bundle?.parts.map(({ stock }) => stock?.available)).toEqual([12, 31]);
  const [hit] = (await client().searchVariants({ query: { q: kit.sku } })).items;
  expect(hit?.stock.available).toBe(10);
  const [row] = (await client().listProducts({ query: { q: kit.sku } })).items;
  expect(row).toMatchObject({ isBundle: true, available: 10, priceFrom: '16.00' });
  // Pens may be back-ordered: then it is for the shirts to say how many.
  await client().changeVariant({ params: { id: pen.variantId }, body: stocked(0, true) });
  expect((await client().getProduct({ params: { id: kit.id } })).variants[0]?.stock).toMatchObject({ available: 0, backorder: true });
  await client().changeVariant({ params: { id: shirt.variantId }, body: { published: false } });
  const off = await client().getProduct({ params: { id: kit.id } });
  expect(off.variants[0]?.stock).toMatchObject({ available: 0, backorder: false });
  expect(off.bundle?.parts[0]).toMatchObject({ sku: shirt.sku, unavailable: 'unpublished' });
});

test('an accepted estimate is ordered with the parts it was issued with, also when the bundle was taken out of the draft meanwhile', async () => {
  const kit = await aKit('summed');
  const { id, lines } = await draft([
    { sku: kit.sku, quantity: 4 },
    { sku: kit.pen.sku, quantity: 1 },
  ]);
  await client().issueEstimate({ params: { id }, body: {} as never });
  await client().removeLine({ params: { id, lineId: lines[0]?.id ?? '' }, query: {} });
  await client().recordAcceptance({ params: { id, revision: 1 }, body: { channel: 'phone', name: 'Dana Wu' } });
  await client().dropChanges({ params: { id, revision: 1 } });
  const accepted = await read(id);
  expect(shown(accepted.lines)).toEqual([
    ['Kit', 4, 0],
    ['- Shirt', 4, 4_000],
    ['- Pen', 12, 2_400],
    ['Pen', 1, 200],
  ]);
  expect(accepted.lines.slice(1, 3).map(({ partId }) => partId)).toEqual(kit.product.bundle?.parts.map((part) => part.id));
  expect(accepted.lines[0]?.parts.map(({ sku, quantity }) => [sku, quantity])).toEqual([
    [kit.shirt.sku, 1],
    [kit.pen.sku, 3],
  ]);
});

test('a pasted SKU of a bundle is one line with its parts, and an order that is copied or repeated has what was said at them', async () => {
  const kit = await aKit('fixed');
  const rows = [{ readings: [{ words: kit.sku, quantity: 3 }] }];
  const { items } = await client().matchRows({ body: { rows } as never });
  expect(items[0]).toMatchObject({ status: 'certain', quantity: 3, hits: [{ sku: kit.sku, parts: [{ sku: kit.shirt.sku }, { sku: kit.pen.sku }] }] });
  const { id, lines } = await draft([{ sku: kit.sku, quantity: 3 }]);
  await client().changeLine({ params: { id, lineId: lines[2]?.id ?? '' }, body: { noteCustomer: 'engraved' } });
  const copy = (await client().duplicateOrder({ params: { id }, body: {} as never })) as unknown as { id?: string; order?: { id: string } };
  const again = await read(copy.order?.id ?? copy.id ?? '');
  expect(again.lines.map(({ name, noteCustomer }) => [name, noteCustomer])).toEqual([
    ['Kit', ''],
    ['Shirt', ''],
    ['Pen', 'engraved'],
  ]);
});

test('what a bundle of a fixed price earns is said at the bundle, with what its parts cost', async () => {
  const kit = await aKit('fixed');
  for (const [part, unitCost] of [
    [kit.shirt, '4'],
    [kit.pen, '0.5'],
  ] as const)
    await client().setCosts({ params: { id: part.id }, body: { costs: [{ variantId: part.variantId, unitCost }] } });
  const { id, lines } = await draft([{ sku: kit.sku, quantity: 2 }]);
  const margin = await client().getOrderMargin({ params: { id } });
  // 50.00 less 2 × (4.00 + 3 × 0.50).
  expect(margin.lines).toMatchObject([{ lineId: lines[0]?.id, unitCost: '5.5', margin: { amount: 3_900 }, below: null }]);
});
