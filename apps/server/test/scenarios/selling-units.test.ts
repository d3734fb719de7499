// A variant that is sold by the case: what the quantity counts stands with its line wherever the line is read, and follows the catalogue.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestApp } from '../support/create-test-app.ts';
import { createTestApp } from '../support/create-test-app.ts';
import { problemOf } from '../support/problem-of.ts';

let app: TestApp;
let customerId: string;
const client = () => app.owner.client;

beforeAll(async () => {
  app = await createTestApp();
  ({ id: customerId } = await client().createCustomer({ body: { name: 'Uma', email: 'uma@units.example' } }));
});
afterAll(() => app.close());

const prices = [
  { quantity: 1, extendedPrice: '24' },
  { quantity: 10, extendedPrice: '200' },
];

async function aCase() {
  const code = app.services.newId().slice(-8);
  const unit = { name: 'case', pieces: 12 };
  return client().createProduct({ body: { code, name: 'Water', variants: [{ sku: code, prices, unit }] } });
}

const printed = (order: { readonly lines: readonly { readonly options: readonly unknown[] }[] }) => order.lines.map(({ options }) => options);

test('is told by search and product page, and stands in draft, estimate and copy', async () => {
  const product = await aCase();
  const [variant] = product.variants;
  expect(variant?.unit).toEqual({ name: 'case', pieces: 12 });
  const [hit] = (await client().searchVariants({ query: { q: product.code } })).items;
  expect(hit?.unit).toEqual({ name: 'case', pieces: 12 });
  const order = await client().createOrder({ body: { customerId, lines: [{ sku: product.code, quantity: 10 }] } });
  const soldBy = [[{ name: 'Sold by', value: 'case of 12' }]];
  expect(printed(order)).toEqual(soldBy);
  // The price is that of a case: ten of them reach the break of ten.
  expect(order.lines[0]).toMatchObject({ quantity: 10, unitPrice: '20', total: { amount: 200_00 } });
  await client().issueEstimate({ params: { id: order.id }, body: {} });
  const revision = await client().readRevision({ params: { id: order.id, revision: 1 } });
  expect(printed(revision)).toEqual(soldBy);
  const copy = await client().duplicateOrder({ params: { id: order.id }, body: {} });
  expect(printed(copy.order)).toEqual(soldBy);
});

test('a draft follows when the unit changes with its price; without one it is the piece again', async () => {
  const product = await aCase();
  const variantId = product.variants[0]?.id ?? '';
  const { id } = await client().createOrder({ body: { customerId, lines: [{ sku: product.code, quantity: 1 }] } });
  const change = async (unit: { name: string; pieces: number } | null) => {
    const { variants } = await client().getProduct({ params: { id: product.id } });
    await client().changeVariant({ params: { id: variantId }, body: { basedOn: variants[0]?.version ?? 0, unit } });
    await app.runJobs();
    return printed(await client().getOrder({ params: { id } }));
  };
  expect(await change({ name: 'case', pieces: 24 })).toEqual([[{ name: 'Sold by', value: 'case of 24' }]]);
  expect(await change({ name: 'metre', pieces: 1 })).toEqual([[{ name: 'Sold by', value: 'metre' }]]);
  expect(await change(null)).toEqual([[]]);
});

test('the units of the account are told in its order, then others in use, those of most variants first, and none of a deleted product', async () => {
  const own = app.stranger.client;
  const sold = async (...units: readonly { name: string; pieces: number }[]) => {
    const code = app.services.newId().slice(-8);
    const options = (at: number) => [{ name: 'Size', value: String(at) }];
    return own.createProduct({
      body: { code, name: 'Water', variants: units.map((unit, at) => ({ sku: `${code}-${at}`, options: options(at), prices, unit })) },
    });
  };
  await sold({ name: 'pallet', pieces: 600 }, { name: 'case', pieces: 12 }, { name: 'case', pieces: 12 });
  const gone = await sold({ name: 'crate', pieces: 6 });
  await own.deleteProduct({ params: { id: gone.id } });
  const common = ['box', 'case', 'dozen', 'pack', 'pair', 'roll', 'set', 'metre', 'kg'];
  const { items } = await own.listUnits({});
  expect(items.map(({ name }) => name)).toEqual([...common, 'pallet']);
  // The list says no pieces of a case: those of most variants are meant.
  expect(items).toEqual(
    expect.arrayContaining([
      { name: 'case', pieces: 12 },
      { name: 'dozen', pieces: 12 },
      { name: 'pallet', pieces: 600 },
    ]),
  );
  const list = await own.getUnitList({});
  const kept = await own.setUnitList({
    body: {
      basedOn: list.version,
      items: [
        { name: 'pallet', pieces: 500 },
        { name: 'Case', active: false },
      ],
    },
  });
  expect(kept.items).toEqual([
    { name: 'pallet', pieces: 500, active: true },
    { name: 'Case', pieces: null, active: false },
  ]);
  expect((await own.listUnits({})).items).toEqual([{ name: 'pallet', pieces: 500 }]);
  await own.setUnitList({ body: { items: [] } });
  expect((await own.listUnits({})).items).toEqual([
    { name: 'case', pieces: 12 },
    { name: 'pallet', pieces: 600 },
  ]);
  expect((await client().listUnits({})).items).not.toContainEqual({ name: 'pallet', pieces: 600 });
});

test('the list of units is kept by who may, holds each once, and is not written over what somebody else changed since', async () => {
  const { version, items } = await client().getUnitList({});
  const put = (given: readonly { name: string }[], basedOn = version) => problemOf(client().setUnitList({ body: { basedOn, items: [...given] } }));
  const errors = [{ pointer: '/items/1/name', message: 'is in the list already' }];
  expect(await put([{ name: 'case' }, { name: ' Case ' }])).toMatchObject({ status: 422, code: 'request.invalid', errors });
  expect(await put([{ name: '' }])).toMatchObject({ status: 422, code: 'request.invalid' });
  await client().setUnitList({ body: { basedOn: version, items: [{ name: 'sleeve', pieces: 30 }] } });
  expect(await put([{ name: 'crate' }])).toMatchObject({ status: 409, code: 'conflict', errors: [{ pointer: '/units' }] });
  // The same again changes nothing, and what is already so is no conflict.
  const now = await client().getUnitList({});
  expect(await client().setUnitList({ body: { basedOn: version, items: [{ name: 'sleeve', pieces: 30 }] } })).toEqual(now);
  await client().setUnitList({ body: { items } });
});

test.each([
  ['no name', { name: ' ', pieces: 12 }],
  ['no piece', { name: 'case', pieces: 0 }],
  ['half a piece', { name: 'case', pieces: 1.5 }],
  ['more than anybody packs', { name: 'case', pieces: 1_000_001 }],
  ['a name of two lines', { name: 'ca\nse', pieces: 1 }],
])('a unit of %s is refused', async (_, unit) => {
  const product = await aCase();
  const refused = await problemOf(
    client().changeVariant({ params: { id: product.variants[0]?.id ?? '' }, body: { basedOn: product.variants[0]?.version ?? 0, unit } }),
  );
  expect(refused).toMatchObject({ status: 422, code: 'request.invalid' });
});
