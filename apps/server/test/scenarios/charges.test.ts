// Setup and run charges: they come with the lines of a product, once for a break group or for each piece, and leave with them.
import { ApiProblem } from '@backdesk/contract/client.ts';
import { priceChoices } from '@backdesk/domain/estimate/price-choices.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aPriceList, readyToSubmit } from '../support/a-ready-order.ts';
import { aShop, type Shop } from '../support/a-shop.ts';
import { answer, inTheirHands } from '../support/an-estimate.ts';
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
const sizes = ['S', 'M', 'L', 'XL', 'XXL'];
const each = (extendedPrice: string, quantity = 1) => ({ quantity, extendedPrice });
const screen = { kind: 'setup' as const, code: 'SETUP', name: 'Screen setup', breaks: [each('45')] };
const print = { kind: 'run' as const, code: 'RUN', name: 'Screen print', breaks: [each('0.50'), each('20', 50)] };

let made = 0;
/** A shirt of five sizes at 10.00 with these charges. */
async function aShirt(charges: readonly object[] = [screen, print]) {
  made += 1;
  const code = `POLO-${made}`;
  const variants = sizes.map((value) => ({ sku: `${code}-${value}`, options: [{ name: 'Size', value }], prices: [each('10')] }));
  const { id } = await client().createProduct({ body: { code, name: 'Polo', variants } });
  const product = await client().setCharges({ params: { id }, body: { charges: charges as never } });
  return { id, code, product, line: (size: string, quantity: number) => ({ sku: `${code}-${size}`, quantity }) };
}

const draft = (lines: readonly object[]) => client().createOrder({ body: { customerId: shop.customerId, lines: lines as never } });
const read = (id: string) => client().getOrder({ params: { id } });
const undo = (id: string, version: number) => client().undoChange({ params: { id }, body: { version } });
const refusalOf = (write: Promise<unknown>) =>
  write.then(
    () => 'done',
    (error: unknown) => (error instanceof ApiProblem ? error.problem.code : String(error)),
  );
type Line = Awaited<ReturnType<typeof read>>['lines'][number];
const shown = (lines: readonly Line[]) => lines.map(({ sku, quantity, total }) => [sku.replace(/^POLO-\d+-/, ''), quantity, total.amount]);

test('the setup is charged once for five sizes of one shirt, the run for each piece at the break of them all', async () => {
  const shirt = await aShirt();
  const order = await draft(sizes.map((size) => shirt.line(size, 12)));
  // 60 pieces: a run costs 20.00 ÷ 50 = 0.40 each, 4.80 for twelve.
  expect(shown(order.lines)).toEqual([
    ['S', 12, 12_000],
    ['SETUP', 1, 4_500],
    ['RUN', 12, 480],
    ['M', 12, 12_000],
    ['RUN', 12, 480],
    ['L', 12, 12_000],
    ['RUN', 12, 480],
    ['XL', 12, 12_000],
    ['RUN', 12, 480],
    ['XXL', 12, 12_000],
    ['RUN', 12, 480],
  ]);
  expect(order.totals.items.amount).toBe(60_000 + 4_500 + 5 * 480);
  expect(order.itemCount).toBe(60);
  expect(order.lines[1]).toMatchObject({ kind: 'charge', parentLineId: order.lines[0]?.id, hint: null, chargeId: shirt.product.charges[0]?.id });
  const again = await read(order.id);
  expect(again.lines.map(({ id }) => id)).toEqual(order.lines.map(({ id }) => id));
});

test('quantity follows, the setup passes on to the next size, and all of it comes back by undo', async () => {
  const shirt = await aShirt();
  const { id, lines } = await draft([shirt.line('S', 12), shirt.line('M', 6)]);
  const [s, setup, , m] = lines;
  const more = await client().changeLine({ params: { id, lineId: m?.id ?? '' }, body: { quantity: 20 } });
  // 32 pieces still cost 0.50 each to print; the run of the other size says of how many it is now.
  expect(shown(more.changedLines)).toEqual([
    ['S', 12, 12_000],
    ['RUN', 12, 600],
    ['M', 20, 20_000],
    ['RUN', 20, 1_000],
  ]);
  await client().changeLine({ params: { id, lineId: setup?.id ?? '' }, body: { override: { unitPrice: '30', reason: 'agreed' } } });
  const removed = await client().removeLine({ params: { id, lineId: s?.id ?? '' }, query: {} });
  expect(removed.removedLineIds).toHaveLength(2);
  const left = await read(id);
  expect(shown(left.lines)).toEqual([
    ['M', 20, 20_000],
    ['SETUP', 1, 3_000],
    ['RUN', 20, 1_000],
  ]);
  const gone = await client().removeLine({ params: { id, lineId: m?.id ?? '' }, query: {} });
  expect((await read(id)).lines).toEqual([]);
  await undo(id, gone.version);
  expect(shown((await read(id)).lines)).toEqual(shown(left.lines));
  await undo(id, removed.version);
  expect(shown((await read(id)).lines)).toEqual([
    ['S', 12, 12_000],
    ['SETUP', 1, 3_000],
    ['RUN', 12, 600],
    ['M', 20, 20_000],
    ['RUN', 20, 1_000],
  ]);
});

test('adding the same again merges, unless the charge was given a price of its own', async () => {
  const shirt = await aShirt([screen]);
  const { id } = await draft([shirt.line('S', 12)]);
  await client().addLines({ params: { id }, body: shirt.line('S', 3) });
  const { lines } = await read(id);
  expect(shown(lines)).toEqual([
    ['S', 15, 15_000],
    ['SETUP', 1, 4_500],
  ]);
  await client().changeLine({ params: { id, lineId: lines[1]?.id ?? '' }, body: { discount: { kind: 'percentage', ppm: 500_000 } } });
  await client().addLines({ params: { id }, body: shirt.line('S', 1) });
  expect(shown((await read(id)).lines)).toEqual([
    ['S', 15, 15_000],
    ['SETUP', 1, 2_250],
    ['S', 1, 1_000],
  ]);
});

test('a charge that may be left away is taken off and stays off; one that must stay is refused; what follows its line is not set', async () => {
  const shirt = await aShirt([screen, { ...print, removable: false }]);
  const { id, lines } = await draft([shirt.line('S', 12)]);
  const [line, setup, run] = lines;
  const off = await client().removeLine({ params: { id, lineId: setup?.id ?? '' }, query: {} });
  await client().addLines({ params: { id }, body: shirt.line('M', 12) });
  expect((await read(id)).lines.map(({ sku }) => sku.replace(/^POLO-\d+-/, ''))).toEqual(['S', 'RUN', 'M', 'RUN']);
  await undo(id, off.version);
  expect((await read(id)).lines.map(({ sku }) => sku.replace(/^POLO-\d+-/, ''))).toEqual(['S', 'SETUP', 'RUN', 'M', 'RUN']);
  expect(await refusalOf(client().removeLine({ params: { id, lineId: run?.id ?? '' }, query: {} }))).toBe('line.charge_stays');
  for (const body of [{ quantity: 3 }, { optional: true }, { chosen: false }, { choiceGroup: 'A' }, { after: line?.id ?? '' }, { unitPrice: '1' }])
    expect(await refusalOf(client().changeLine({ params: { id, lineId: run?.id ?? '' }, body }))).toBe('request.invalid');
  for (const unitPrice of ['0', '0.000001']) {
    const set = await client().changeLine({ params: { id, lineId: run?.id ?? '' }, body: { override: { unitPrice, reason: 'test' } } });
    expect(set.changedLines[0]?.total.amount).toBe(0);
  }
  for (const unitPrice of ['-1', '0.0000001'])
    expect(await refusalOf(client().changeLine({ params: { id, lineId: run?.id ?? '' }, body: { override: { unitPrice, reason: '' } } }))).toBe(
      'request.invalid',
    );
});

test('a line is moved, left out and chosen with what hangs on it', async () => {
  const shirt = await aShirt();
  const { id, lines, totals } = await draft([shirt.line('S', 12), { sku: 'MUG', quantity: 1 }]);
  const [line, , , mug] = lines;
  await client().changeLine({ params: { id, lineId: line?.id ?? '' }, body: { after: mug?.id ?? '' } });
  expect((await read(id)).lines.map(({ sku }) => sku)).toEqual(['MUG', `${shirt.code}-S`, 'SETUP', 'RUN']);
  const left = await client().changeLine({ params: { id, lineId: line?.id ?? '' }, body: { optional: true } });
  expect(left.totals.items.amount).toBe(totals.items.amount - 12_000 - 4_500 - 600);
  const moved = await client().changeLine({ params: { id, lineId: line?.id ?? '' }, body: { after: null } });
  expect(moved.lineOrder).toHaveLength(4);
  await undo(id, moved.version);
  expect((await read(id)).lines.map(({ sku }) => sku)).toEqual(['MUG', `${shirt.code}-S`, 'SETUP', 'RUN']);
});

test('a setup that passes to another size on acceptance is no difference, wherever it is put when the order is next changed', async () => {
  await client().changeSettings({ body: { acceptsInPart: true } });
  // The run stands before the setup, as the product lists them.
  const shirt = await aShirt([print, screen]);
  const { id } = await draft([shirt.line('S', 24), shirt.line('M', 24)]);
  await readyToSubmit(app, id);
  const estimate = await inTheirHands(app, id);
  const small = estimate.page.lines.find(
    ({ name, parentLineId, options }) => name === 'Polo' && parentLineId === null && options.some(({ value }) => value === 'S'),
  );
  // M 240.00, its runs 12.00, the setup 45.00; shipping 12.00; tax of each 21.30, 1.07 and 3.99.
  const amount = 33_536;
  const yes = await answer(app, estimate, 'accept', { leftOut: [small?.id], total: { amount, currency: 'USD' } });
  expect([yes.status, yes.body.detail]).toEqual([200, undefined]);
  await client().changeOrder({ params: { id }, body: { noteInternal: 'Called.' } });
  const submitted = await client().submitOrder({ params: { id }, body: {} });
  expect([submitted.stage, submitted.totals.total.amount]).toEqual(['submitted', amount]);
});

test('estimate, order and charges name them; the tax of a setup is that of the place where the shirts go', async () => {
  const shirt = await aShirt([screen]);
  const { id } = await draft([shirt.line('S', 12)]);
  await readyToSubmit(app, id);
  const elsewhere = { line1: '1 Main Street', city: 'Portland', region: 'OR', postcode: '97201', country: 'US' };
  await client().setBilling({ params: { id }, body: { sameAsShipping: false, address: elsewhere } });
  const priced = await read(id);
  // 8.875 % of 45.00 = 3.99.
  expect(priced.lines[1]?.tax).toEqual({ amount: 399, currency: 'USD' });
  const { revision } = await client().issueEstimate({ params: { id }, body: {} });
  const { url } = await client().copyEstimateLink({ params: { id, revision } });
  const page = (await (await app.fetch(`/api/estimates/v1/${url.split('/').at(-1)}`)).json()) as { lines: unknown[] };
  expect(page.lines).toMatchObject([{ name: 'Polo' }, { name: 'Screen setup', kind: 'charge', quantity: 1, total: { amount: 4_500 } }]);
  // Promised is promised: what the catalogue charges now does not reach it.
  await client().setCharges({ params: { id: shirt.id }, body: { charges: [{ ...screen, breaks: [each('99')] }] } });
  await app.runJobs();
  const submitted = await client().submitOrder({ params: { id }, body: {} });
  expect(submitted.totals.total.amount).toBe(priced.totals.total.amount);
  expect(submitted.lines[1]).toMatchObject({ name: 'Screen setup', total: { amount: 4_500 } });
});

test('a charge that changes or goes away while it is in a draft', async () => {
  const shirt = await aShirt([screen, { ...print, removable: false }]);
  const { id, lines } = await draft([shirt.line('S', 12)]);
  const [setup] = shirt.product.charges;
  await client().setCharges({ params: { id: shirt.id }, body: { charges: [{ ...screen, id: setup?.id, breaks: [each('60')] }] } });
  await app.runJobs();
  const moved = await read(id);
  expect(shown(moved.lines)).toEqual([
    ['S', 12, 12_000],
    ['SETUP', 1, 6_000],
    ['RUN', 12, 600],
  ]);
  expect(moved.lines[0]?.charges).toMatchObject([{ code: 'SETUP' }, { code: 'RUN', gone: true, removable: true }]);
  await client().removeLine({ params: { id, lineId: lines[2]?.id ?? '' }, query: {} });
  expect((await read(id)).lines.map(({ sku }) => sku)).toEqual([`${shirt.code}-S`, 'SETUP']);
  await client().addLines({ params: { id }, body: shirt.line('M', 1) });
  expect((await read(id)).lines.map(({ sku }) => sku)).toEqual([`${shirt.code}-S`, 'SETUP', `${shirt.code}-M`]);
});

test('a repeat has the charges of today, or those of then', async () => {
  const shirt = await aShirt([screen]);
  const source = await draft([shirt.line('S', 12), shirt.line('M', 12)]);
  const [setup] = shirt.product.charges;
  await client().setCharges({ params: { id: shirt.id }, body: { charges: [{ ...screen, id: setup?.id, breaks: [each('60')] }] } });
  const { order, changes } = await client().duplicateOrder({ params: { id: source.id }, body: {} });
  expect(shown(order.lines)).toEqual([
    ['S', 12, 12_000],
    ['SETUP', 1, 6_000],
    ['M', 12, 12_000],
  ]);
  expect(changes).toMatchObject([{ code: 'price_moved', label: 'SETUP', from: '45', to: '60' }]);
  const { order: kept } = await client().duplicateOrder({ params: { id: source.id }, body: { prices: 'kept' } });
  expect(kept.lines[1]).toMatchObject({ override: { unitPrice: '45' }, total: { amount: 4_500 } });
  const second = source.lines[2]?.id ?? '';
  const { order: part } = await client().duplicateOrder({ params: { id: source.id }, body: { lineIds: [second] } });
  expect(shown(part.lines)).toEqual([
    ['M', 12, 12_000],
    ['SETUP', 1, 6_000],
  ]);
});

test('what cannot be a charge is refused with where it stands', async () => {
  const shirt = await aShirt([]);
  const set = (charges: readonly object[]) => app.owner.request('PUT', `/api/v1/products/${shirt.id}/charges`, { charges });
  const pointer = async (charges: readonly object[]) => {
    const response = await set(charges);
    const { errors } = (await response.json()) as { errors?: { pointer: string }[] };
    return [response.status, errors?.[0]?.pointer];
  };
  expect(await pointer([{ ...screen, breaks: [each('45'), each('80', 2)] }])).toEqual([422, '/charges/0/breaks']);
  expect(await pointer([{ ...screen, breaks: [] }])).toEqual([422, '/charges/0/breaks']);
  expect(await pointer([{ ...screen, breaks: [each('-1')] }])).toEqual([422, '/charges/0/breaks/0/extendedPrice']);
  expect(await pointer([{ ...print, breaks: [each('1'), each('2')] }])).toEqual([422, '/charges/0/breaks/1/quantity']);
  expect(await pointer([screen, { ...screen, code: 'setup' }])).toEqual([422, '/charges/1/code']);
  expect(await pointer([{ ...screen, variantId: shop.variants.MUG }])).toEqual([422, '/charges/0/variantId']);
  expect(await pointer([{ ...screen, id: shop.variants.MUG }])).toEqual([422, '/charges/0/id']);
});

test.each([
  // Which sizes are left out of S, M and L, and what order and rest come to: 12 shirts of a size are 120.00, the setup is 45.00.
  [['S'], 28_500, 12_000],
  [['M', 'L'], 16_500, 24_000],
] as const)('accepted without %j, the setup that the sizes share is charged once: order %i, rest %i', async (without, accepted, rest) => {
  await client().changeSettings({ body: { acceptsInPart: true } });
  const shirt = await aShirt([screen]);
  const order = await draft(['S', 'M', 'L'].map((size) => shirt.line(size, 12)));
  expect(order.totals.items.amount).toBe(40_500);
  await readyToSubmit(app, order.id);
  const estimate = await inTheirHands(app, order.id);
  const leftOut = order.lines.filter(({ sku }) => without.some((size) => sku.endsWith(`-${size}`))).map(({ id }) => id);
  const content = priceChoices(estimate.page.offer ?? fail(), { lines: [], leftOut });
  const total = { amount: content.pricing.totals.total, currency: 'USD' };
  expect((await answer(app, estimate, 'accept', { leftOut, total })).status).toBe(200);
  expect((await read(order.id)).totals.items.amount).toBe(accepted);
  const split = (await client().listOrders({ query: { customerId: shop.customerId, sort: '-number' } })).items[0]?.id ?? '';
  expect((await read(split)).totals.items.amount).toBe(rest);
  // Priced anew it is not owed again, nor when its quantity changes.
  await client().withdrawEstimate({ params: { id: split, revision: 1 } });
  const [first] = (await read(split)).lines;
  await client().changeLine({ params: { id: split, lineId: first?.id ?? '' }, body: { quantity: 13 } });
  expect((await read(split)).totals.items.amount).toBe(rest + 1000);
});

function fail(): never {
  throw new Error('There is something to choose.');
}
