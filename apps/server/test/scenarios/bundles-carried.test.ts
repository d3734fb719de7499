// A bundle on its way: what was said at its parts comes along when it is entered once more, and the catalogue, the customer and an
// acceptance in part treat it as the one thing it is.
import { ApiProblem } from '@backdesk/contract/client.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aKit, each, shownLines } from '../support/a-kit.ts';
import { aPriceList, readyToSubmit } from '../support/a-ready-order.ts';
import { aShop, type Shop } from '../support/a-shop.ts';
import { aSignedInCustomer, type Visitor } from '../support/a-visitor.ts';
import { answer, inTheirHands } from '../support/an-estimate.ts';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';

let app: TestApp;
let shop: Shop;
let dana: Visitor['client'];
beforeAll(async () => {
  app = await createTestApp();
  shop = await aShop(app);
  await aPriceList(app);
  dana = (await aSignedInCustomer(app, shop.customerId, 'dana@acme.example')).client;
});
afterAll(() => app.close());

const client = () => app.owner.client;
const draft = (lines: readonly object[]) => client().createOrder({ body: { customerId: shop.customerId, lines: lines as never } });
const read = (id: string) => client().getOrder({ params: { id } });
const problemOf = (write: Promise<unknown>) =>
  write.then(
    () => {
      throw new Error('It was done.');
    },
    (error: unknown) => (error instanceof ApiProblem ? error.problem : Promise.reject(error)),
  );

/** A kit whose pens can be engraved for 0.50 each, and a draft of two of them with a name on the pens and a note at the shirts. */
async function engraved(pricing: 'fixed' | 'summed') {
  const kit = await aKit(app, pricing);
  const options = [{ kind: 'text', name: 'Engraving', maxLength: 12, perPiece: '0.50' }];
  const pen = await client().setConfiguration({ params: { id: kit.pen.id }, body: { options: options as never } });
  const optionId = pen.configurationOptions[0]?.id ?? '';
  const parts = [
    { variantId: kit.pen.variantId, configuration: { [optionId]: 'Acme' } },
    { variantId: kit.shirt.variantId, noteCustomer: 'folded', noteInternal: 'from the old stock' },
  ];
  const order = await draft([{ sku: kit.sku, quantity: 2, parts }]);
  return { kit, optionId, order };
}

type Lines = Awaited<ReturnType<typeof read>>['lines'];
const said = (lines: Lines) =>
  lines.map(({ name, configuration, noteCustomer, noteInternal }) => [name, ...Object.values(configuration), noteCustomer, noteInternal]);
const asEngraved = [
  ['Kit', '', ''],
  ['Shirt', 'folded', 'from the old stock'],
  ['Pen', 'Acme', '', ''],
];

test('a bundle is entered with what is answered and written at its parts, priced with it, as a line of its own', async () => {
  const { kit, order } = await engraved('summed');
  expect(said(order.lines)).toEqual(asEngraved);
  // 6 pens at 2.00 and 0.50 each.
  expect(shownLines(order.lines)).toEqual([
    ['Kit', 2, 0],
    ['- Shirt', 2, 2_000],
    ['- Pen', 6, 1_500],
  ]);
  expect(order.lines[2]?.answers.map(({ name, value }) => [name, value])).toEqual([['Engraving', 'Acme']]);
  expect(order.lines.map(({ parentLineId }) => parentLineId)).toEqual([null, order.lines[0]?.id, order.lines[0]?.id]);
  await client().addLines({ params: { id: order.id }, body: { sku: kit.sku, quantity: 1 } });
  expect((await read(order.id)).lines.filter(({ kind }) => kind === 'bundle').map(({ quantity }) => quantity)).toEqual([2, 1]);
  const history = (await client().getHistory({ params: { id: order.id } })).items.map(({ sentence }) => sentence);
  expect(history.filter((sentence) => sentence.includes('Pen'))).toEqual([]);
});

test('what cannot be said at a part is refused where it stands, and nothing is added', async () => {
  const { kit, optionId, order } = await engraved('fixed');
  const add = (parts: readonly object[]) => problemOf(client().addLines({ params: { id: order.id }, body: { sku: kit.sku, parts } as never }));
  const pen = { variantId: kit.pen.variantId };
  expect(await add([{ variantId: kit.variantId }])).toMatchObject({ code: 'request.invalid', errors: [{ pointer: '/parts/0/variantId' }] });
  expect(await add([pen, pen])).toMatchObject({ errors: [{ pointer: '/parts/1/variantId' }] });
  expect(await add([{ ...pen, quantity: 4 }])).toMatchObject({ code: 'request.invalid' });
  const tooLong = await add([{ ...pen, configuration: { [optionId]: 'More than twelve letters' } }]);
  expect(JSON.stringify(tooLong)).toContain(`/parts/0/configuration/${optionId}`);
  expect((await read(order.id)).lines).toHaveLength(3);
});

test('a template keeps what was said at the parts; an answer that is gone by then is left out and told', async () => {
  const { kit, order } = await engraved('fixed');
  const template = await client().saveTemplate({ params: { id: order.id }, body: { name: `Kit ${kit.sku}` } });
  const use = () => client().startFromTemplate({ params: { id: template.id }, body: { customerId: shop.customerId } });
  const first = await use();
  expect([said(first.order.lines), first.changes]).toEqual([asEngraved, []]);
  await client().setConfiguration({ params: { id: kit.pen.id }, body: { options: [] } });
  const second = await use();
  expect(said(second.order.lines)).toEqual([asEngraved[0], asEngraved[1], ['Pen', '', '']]);
  expect(second.changes).toMatchObject([{ code: 'answer_gone', label: 'Kit' }]);
  // The shirt is in the kit no more: its note has no place.
  await client().setParts({ params: { id: kit.id }, body: { pricing: 'fixed', parts: [{ variantId: kit.pen.variantId }] } });
  const third = await use();
  expect([said(third.order.lines), third.changes.map(({ code }) => code)]).toEqual([
    [
      ['Kit', '', ''],
      ['Pen', '', ''],
    ],
    ['answer_gone'],
  ]);
});

test('an order that is repeated keeps the answers at the parts', async () => {
  const { order } = await engraved('summed');
  const copy = await client().duplicateOrder({ params: { id: order.id }, body: {} as never });
  expect(said((await read(copy.order.id)).lines)).toEqual(asEngraved);
});

test('a saved cart with a bundle is activated whole; its copy has the answers and what the customer reads, never what staff wrote for themselves', async () => {
  const { kit, order } = await engraved('fixed');
  await client().saveAsCart({ params: { id: order.id }, body: { name: 'Kits' } });
  await dana.addCartLines({ body: { lines: [{ variantId: kit.variantId, quantity: 1 }] } });
  const copied = await dana.copySavedCart({ params: { id: order.id } });
  expect(copied.left).toEqual([]);
  expect(copied.cart.lines.map(({ name, quantity, noteCustomer, configuration }) => [name, quantity, noteCustomer, ...Object.values(configuration)])).toEqual([
    ['Kit', 1, ''],
    ['Shirt', 1, ''],
    ['Pen', 3, ''],
    ['Kit', 2, ''],
    ['Shirt', 2, 'folded'],
    ['Pen', 6, '', 'Acme'],
  ]);
  expect((await read(copied.cart.id)).lines.map(({ noteInternal }) => noteInternal)).toEqual(['', '', '', '', '', '']);
  const { cart, replaced } = await dana.activateSavedCart({ params: { id: order.id } });
  expect(replaced).not.toBeNull();
  expect(said((await read(cart.id)).lines)).toEqual(asEngraved);
  await dana.removeCartLine({ params: { lineId: cart.lines[0]?.id ?? '' }, query: {} });
});

test('two carts with the same kit make one line of it when they are merged, its parts with it', async () => {
  const kit = await aKit(app, 'summed');
  const { id } = await draft([{ sku: kit.sku, quantity: 2 }]);
  await client().saveAsCart({ params: { id }, body: {} });
  await dana.addCartLines({ body: { lines: [{ variantId: kit.variantId, quantity: 1 }] } });
  const { cart } = await dana.copySavedCart({ params: { id } });
  const own = cart.lines.filter(({ name, parentLineId }) => name === 'Kit' && parentLineId === null);
  expect(own.map(({ quantity }) => quantity)).toEqual([3]);
  expect(cart.lines.filter(({ parentLineId }) => parentLineId === own[0]?.id).map(({ name, quantity }) => [name, quantity])).toEqual([
    ['Shirt', 3],
    ['Pen', 9],
  ]);
});

test('a part that costs more by now moves the draft by the job, with its history; submitting at the total of before is refused', async () => {
  const kit = await aKit(app, 'summed');
  const { id } = await draft([{ sku: kit.sku, quantity: 2 }]);
  await readyToSubmit(app, id);
  const before = (await read(id)).totals;
  await client().changeVariant({ params: { id: kit.pen.variantId }, body: { prices: [each('3')] } });
  const early = await problemOf(client().submitOrder({ params: { id }, body: { expectedTotal: before.total } }));
  expect(early.code).toBe('order.moved');
  await app.runJobs();
  const moved = await read(id);
  expect(shownLines(moved.lines)).toEqual([
    ['Kit', 2, 0],
    ['- Shirt', 2, 2_000],
    ['- Pen', 6, 1_800],
  ]);
  expect(moved.lines[0]?.subtotal?.amount).toBe(3_800);
  // Dearer by 6 × 1.00 and its tax of 8.875 %: 0.53.
  expect(moved.totals.total.amount - before.total.amount).toBe(653);
  const history = (await client().getHistory({ params: { id } })).items.map(({ sentence }) => sentence);
  expect(history.some((sentence) => sentence.includes(kit.pen.sku) && sentence.includes('2.00') && sentence.includes('3.00'))).toBe(true);
  await client().submitOrder({ params: { id }, body: { expectedTotal: moved.totals.total } });
});

test('a part that weighs otherwise makes the shipping method stale, one that is not sold any more keeps the bundle from being submitted', async () => {
  const kit = await aKit(app, 'summed');
  const { id } = await draft([{ sku: kit.sku, quantity: 2 }]);
  await readyToSubmit(app, id);
  const stateOf = async () => (await read(id)).checkout.steps.find(({ name }) => name === 'shipping-method')?.state;
  expect(await stateOf()).toBe('done');
  await client().changeVariant({ params: { id: kit.pen.variantId }, body: { weightGrams: 40 } });
  await app.runJobs();
  expect(await stateOf()).toBe('stale');
  await client().changeVariant({ params: { id: kit.pen.variantId }, body: { weightGrams: 10 } });
  await app.runJobs();
  expect(await stateOf()).toBe('done');
  await client().changeVariant({ params: { id: kit.pen.variantId }, body: { published: false } });
  const refused = await problemOf(client().submitOrder({ params: { id }, body: {} }));
  const pen = (await read(id)).lines[2]?.id;
  expect(refused).toMatchObject({ code: 'order.not_submittable' });
  expect(refused.refusals).toContainEqual(expect.objectContaining({ code: 'line.product_unavailable', lineId: pen }));
});

test('accepted in part without the bundle: it is split off whole, with its parts and what was said there', async () => {
  await client().changeSettings({ body: { acceptsInPart: true } });
  const { kit, order } = await engraved('summed');
  await client().addLines({ params: { id: order.id }, body: { sku: 'MUG', quantity: 4 } });
  await readyToSubmit(app, order.id);
  const estimate = await inTheirHands(app, order.id);
  const bundle = estimate.page.lines.find(({ name }) => name === 'Kit')?.id ?? '';
  const pen = estimate.page.lines.find(({ name }) => name === 'Pen')?.id ?? '';
  const alone = await answer(app, estimate, 'accept', { leftOut: [pen] });
  expect([alone.status, alone.body.code]).toEqual([422, 'estimate.choice_not_offered']);
  // The mugs: 18.00 + 12.00 shipping + 1.60 tax.
  const yes = await answer(app, estimate, 'accept', { leftOut: [bundle], total: { amount: 3_160, currency: 'USD' } });
  expect([yes.status, yes.body.kind]).toEqual([200, 'accepted_in_part']);
  expect((await read(order.id)).lines.map(({ name }) => name)).toEqual(['Mug 11 oz']);
  const other = (await client().listOrders({ query: { customerId: shop.customerId, sort: '-number' } })).items[0];
  const split = await read(other?.id ?? '');
  expect(said(split.lines)).toEqual(asEngraved);
  expect(shownLines(split.lines)).toEqual([
    ['Kit', 2, 0],
    ['- Shirt', 2, 2_000],
    ['- Pen', 6, 1_500],
  ]);
  expect(split.lines.map(({ partId }) => partId)).toEqual([null, ...(kit.product.bundle?.parts.map((part) => part.id) ?? [])]);
  // It is a bundle still: one more of it has the parts of one more.
  await client().changeLine({ params: { id: split.id, lineId: split.lines[0]?.id ?? '' }, body: { quantity: 3 } });
  expect((await read(split.id)).lines.map(({ quantity }) => quantity)).toEqual([3, 3, 9]);
  await client().changeSettings({ body: { acceptsInPart: false } });
});

test('an acceptance taken up again brings back a part that hangs on its bundle, also after the bundle was made of other things', async () => {
  const { kit, order } = await engraved('fixed');
  await client().issueEstimate({ params: { id: order.id }, body: {} });
  await client().removeLine({ params: { id: order.id, lineId: order.lines[0]?.id ?? '' }, query: {} });
  await client().setParts({ params: { id: kit.id }, body: { pricing: 'fixed', parts: [{ variantId: kit.shirt.variantId, quantity: 5 }] } });
  await client().addLines({ params: { id: order.id }, body: { sku: kit.sku, quantity: 1 } });
  await client().recordAcceptance({ params: { id: order.id, revision: 1 }, body: { channel: 'phone', name: 'Dana Wu' } });
  await client().dropChanges({ params: { id: order.id, revision: 1 } });
  const back = await read(order.id);
  expect(shownLines(back.lines)).toEqual([
    ['Kit', 2, 5_000],
    ['- Shirt', 2, 0],
    ['- Pen', 6, 0],
  ]);
  expect(back.lines.map(({ configuration, noteCustomer }) => [...Object.values(configuration), noteCustomer])).toEqual([[''], ['folded'], ['Acme', '']]);
  expect(back.lines.slice(1).every(({ partId, parentLineId }) => partId !== null && parentLineId === back.lines[0]?.id)).toBe(true);
});
