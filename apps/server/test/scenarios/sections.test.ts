// Headings between lines, with what their lines come to; and new lines that say at once where they stand and whether they are optional.
import { ApiProblem } from '@backdesk/contract/client.ts';
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
});
afterAll(() => app.close());

const client = () => app.owner.client;
const section = (name: string) => ({ section: { name } });
const draft = (lines: readonly object[]) => client().createOrder({ body: { customerId: shop.customerId, lines: lines as never } });
const read = (id: string) => client().getOrder({ params: { id } });
const undo = (id: string, version: number) => client().undoChange({ params: { id }, body: { version } });
const refusalOf = (write: Promise<unknown>) =>
  write.then(
    () => 'done',
    (error: unknown) => (error instanceof ApiProblem ? error.problem.code : String(error)),
  );
type Line = Awaited<ReturnType<typeof read>>['lines'][number];
const shown = (lines: readonly Line[]) => lines.map(({ name, subtotal, total }) => [name, subtotal?.amount ?? total.amount]);

/** Shirts of 10.00 and mugs of 4.50 under a heading each. */
const aSectioned = () => draft([section('Shirts'), { sku: 'TEE-S', quantity: 2 }, { sku: 'TEE-M', quantity: 1 }, section('Mugs'), { sku: 'MUG', quantity: 2 }]);

test('sections sum their lines and change no total', async () => {
  const order = await aSectioned();
  expect(shown(order.lines)).toEqual([
    ['Shirts', 3_000],
    ['T-shirt', 2_000],
    ['T-shirt', 1_000],
    ['Mugs', 900],
    ['Mug 11 oz', 900],
  ]);
  expect(order.totals.items.amount).toBe(3_900);
  expect(order.itemCount).toBe(5);
  const { items } = await client().listOrders({ query: { limit: 200 } });
  expect(items.find(({ id }) => id === order.id)?.lineCount).toBe(3);
  const more = await client().changeLine({ params: { id: order.id, lineId: order.lines[4]?.id ?? '' }, body: { quantity: 4 } });
  // The heading is told too: what its lines come to is another.
  expect(shown(more.changedLines)).toEqual([
    ['Mugs', 1_800],
    ['Mug 11 oz', 1_800],
  ]);
});

test('a heading is renamed, moved and removed with its lines staying, and each is undone', async () => {
  const order = await aSectioned();
  const { id } = order;
  const [shirts, , , mugs] = order.lines.map((line) => line.id);
  const named = await client().changeLine({ params: { id, lineId: mugs ?? '' }, body: { name: 'Drinkware' } });
  await client().changeLine({ params: { id, lineId: mugs ?? '' }, body: { after: order.lines[1]?.id ?? '' } });
  expect(shown((await read(id)).lines).slice(0, 3)).toEqual([
    ['Shirts', 2_000],
    ['T-shirt', 2_000],
    ['Drinkware', 1_900],
  ]);
  const removed = await client().removeLine({ params: { id, lineId: shirts ?? '' }, query: {} });
  expect(removed.removedLineIds).toEqual([shirts]);
  expect(removed.totals.items.amount).toBe(3_900);
  await undo(id, removed.version);
  await undo(id, named.version + 1);
  await undo(id, named.version);
  expect(shown((await read(id)).lines)).toEqual(shown(order.lines));
  const { items } = await client().getHistory({ params: { id }, query: { limit: 10 } });
  expect(items.map(({ sentence }) => sentence)).toEqual(
    expect.arrayContaining(['Mugs renamed to Drinkware', 'Removed the section “Shirts”', 'Brought back the section “Shirts”']),
  );
});

test('a heading has nothing but a name and a place; an order of headings alone is empty', async () => {
  const { id, lines } = await draft([section('Shirts')]);
  const lineId = lines[0]?.id ?? '';
  for (const body of [{ quantity: 2 }, { optional: true }, { discount: { kind: 'percentage' as const, ppm: 1 } }, { noteCustomer: 'x' }, { unitPrice: '1' }])
    expect(await refusalOf(client().changeLine({ params: { id, lineId }, body }))).toBe('request.invalid');
  expect(await refusalOf(client().issueEstimate({ params: { id }, body: {} }))).toBe('estimate.no_lines');
  expect((await read(id)).blockers.map(({ code }) => code)).toContain('order.no_lines');
  expect(await refusalOf(client().addLines({ params: { id }, body: { section: { name: '' } } }))).toBe('request.invalid');
});

test('estimate and order show them, and charge nothing for them', async () => {
  const { id, totals } = await aSectioned();
  await readyToSubmit(app, id);
  const { revision } = await client().issueEstimate({ params: { id }, body: {} });
  const { url } = await client().copyEstimateLink({ params: { id, revision } });
  const page = (await (await app.fetch(`/api/estimates/v1/${url.split('/').at(-1)}`)).json()) as { lines: unknown[]; totals: unknown };
  expect(page.lines).toMatchObject([
    { kind: 'section', name: 'Shirts', subtotal: { amount: 3_000 } },
    { kind: 'catalog', subtotal: null },
    { kind: 'catalog' },
    { kind: 'section', name: 'Mugs', subtotal: { amount: 900 } },
    { kind: 'catalog' },
  ]);
  const submitted = await client().submitOrder({ params: { id }, body: {} });
  expect(submitted.totals.items).toEqual(totals.items);
  expect(submitted.lines.filter(({ kind }) => kind === 'section').map(({ subtotal }) => subtotal?.amount)).toEqual([3_000, 900]);
  const { order } = await client().duplicateOrder({ params: { id }, body: {} });
  expect(shown(order.lines)).toEqual(shown(submitted.lines));
});

test('a new line says where it stands, that it is optional, or which group it is one of', async () => {
  const order = await draft([
    { sku: 'TEE-S', quantity: 1 },
    { sku: 'MUG', quantity: 1 },
  ]);
  const { id } = order;
  const custom = (name: string, more: object) => ({ custom: { name, unitPrice: '30' }, ...more });
  const added = await client().addLines({
    params: { id },
    body: {
      lines: [
        { ...section('First'), after: null },
        custom('Gift boxes', { optional: true, after: order.lines[0]?.id }),
        custom('One colour', { choiceGroup: 'Print', chosen: true }),
        custom('Full colour', { choiceGroup: 'Print' }),
        // It is optional, so the mug that is there is not raised.
        { sku: 'MUG', quantity: 1, optional: true },
      ] as never,
    },
  });
  const { lines } = await read(id);
  expect(lines.map(({ name, optional, chosen, choiceGroup }) => [name, optional, chosen, choiceGroup])).toEqual([
    ['First', false, true, null],
    ['T-shirt', false, true, null],
    ['Gift boxes', true, false, null],
    ['Mug 11 oz', false, true, null],
    ['One colour', true, true, 'Print'],
    ['Full colour', true, false, 'Print'],
    ['Mug 11 oz', true, false, null],
  ]);
  expect(added.totals.items.amount).toBe(1_000 + 450 + 3_000);
  await undo(id, added.version);
  expect((await read(id)).lines.map(({ id: lineId }) => lineId)).toEqual(order.lines.map(({ id: lineId }) => lineId));
  const wrong = { ...section('Nowhere'), after: shop.variants.MUG };
  expect(await refusalOf(client().addLines({ params: { id }, body: wrong as never }))).toBe('request.invalid');
});
