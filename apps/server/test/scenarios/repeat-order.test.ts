// A past order once more: what comes along is asked, and what changed since is told.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aShop, type Shop } from '../support/a-shop.ts';
import type { TestApp } from '../support/create-test-app.ts';
import { createTestApp } from '../support/create-test-app.ts';

let app: TestApp;
let shop: Shop;
beforeAll(async () => {
  app = await createTestApp();
  shop = await aShop(app);
});
afterAll(() => app.close());

const client = () => app.owner.client;
const address = { name: 'Dana', line1: '214 Van Brunt St', city: 'Brooklyn', region: 'NY', postcode: '11231', country: 'US' };

/** A product of its own, so that its price can move without touching another test. */
async function aProduct(code: string) {
  const product = await client().createProduct({
    body: { code, name: `Product ${code}`, variants: [{ sku: code, prices: [{ quantity: 1, extendedPrice: '10' }] }] },
  });
  const setPrice = (extendedPrice: string) =>
    client().changeVariant({ params: { id: product.variants[0]?.id ?? '' }, body: { prices: [{ quantity: 1, extendedPrice }] } });
  return { id: product.id, variantId: product.variants[0]?.id ?? '', setPrice };
}

async function anOrder(sku: string) {
  const { id } = await client().createOrder({
    body: {
      customerId: shop.customerId,
      name: 'Fair',
      poNumber: 'PO-1',
      lines: [{ sku, quantity: 10, noteCustomer: 'blue' }, { custom: { name: 'Setup', unitPrice: '35' } }],
    },
  });
  await client().setShipping({ params: { id }, body: { address } });
  await client().setPayment({ params: { id }, body: { method: 'open_account' } });
  return client().setDiscounts({ params: { id }, body: { discounts: [{ label: 'Loyal', value: { kind: 'percentage', ppm: 100_000 } }] } });
}

test('prices of today, with what moved told; address and payment come along, the PO number does not', async () => {
  const product = await aProduct('REP-1');
  const source = await anOrder('REP-1');
  await product.setPrice('12');
  const { order, changes } = await client().duplicateOrder({ params: { id: source.id }, body: {} });
  expect(changes).toMatchObject([{ code: 'price_moved', label: 'REP-1', from: '10', to: '12', available: null }]);
  expect(order).toMatchObject({
    stage: 'draft',
    name: 'Fair',
    poNumber: '',
    payment: { method: 'open_account' },
    discounts: [],
    shipping: { shipments: [{ address: { city: 'Brooklyn' }, method: null }] },
    lines: [
      { sku: 'REP-1', quantity: 10, noteCustomer: 'blue', override: null, total: { amount: 12_000 } },
      { name: 'Setup', total: { amount: 3_500 } },
    ],
  });
  expect(order.number).not.toBe(source.number);
  const history = await client().getHistory({ params: { id: order.id }, query: { limit: 10 } });
  expect(history.items.map(({ sentence }) => sentence)).toContain(`Repeated from Draft ${source.number}`);
});

test('prices of then are set by hand with the order as the reason, and discounts come along when asked', async () => {
  const product = await aProduct('REP-2');
  const source = await anOrder('REP-2');
  await product.setPrice('12');
  const body = { prices: 'kept' as const, discounts: true, notes: false, checkout: false };
  const { order } = await client().duplicateOrder({ params: { id: source.id }, body });
  expect(order.lines[0]).toMatchObject({ override: { unitPrice: '10', reason: `As on draft ${source.number}` }, noteCustomer: '', total: { amount: 10_000 } });
  expect(order.discounts).toMatchObject([{ label: 'Loyal', value: { ppm: 100_000 } }]);
  expect(order).toMatchObject({ payment: null, shipping: { shipments: [{ address: null }] } });
});

test('what is no longer sold stays behind and is told before; chosen lines alone can be repeated', async () => {
  const product = await aProduct('REP-4');
  const source = await anOrder('REP-4');
  const { lines } = await client().getOrder({ params: { id: source.id } });
  await client().deleteProduct({ params: { id: product.id } });
  const before = (await client().listOrders({ query: {} })).items.length;
  const preview = await client().previewDuplicate({ params: { id: source.id }, body: {} });
  expect(preview.changes).toMatchObject([{ lineId: lines[0]?.id, code: 'not_sold' }]);
  expect((await client().listOrders({ query: {} })).items).toHaveLength(before);
  const { order } = await client().duplicateOrder({ params: { id: source.id }, body: {} });
  expect(order.lines.map(({ name }) => name)).toEqual(['Setup']);
  const chosen = await client().duplicateOrder({ params: { id: source.id }, body: { lineIds: [lines[1]?.id ?? ''] } });
  expect(chosen.order.lines).toHaveLength(1);
  // What was written there is not lost with it.
  expect(order.noteInternal).toBe('10 × Product REP-4 (REP-4), no longer sold. Its note for the customer: “blue”');
  expect((await client().duplicateOrder({ params: { id: source.id }, body: { notes: false } })).order.noteInternal).toBe('');
  expect(chosen.order.noteInternal).toBe('');
  const foreign = await app.owner.request('POST', `/api/v1/orders/${source.id}/duplicate`, { lineIds: [order.lines[0]?.id] });
  expect(await foreign.json()).toMatchObject({ code: 'line.not_found' });
});

test('a deleted product is restored with its variants, and refused once another has its SKU; lines keep what they hold', async () => {
  const product = await aProduct('REP-9');
  const source = await anOrder('REP-9');
  const restore = () => client().restoreProduct({ params: { id: product.id } });
  await expect(restore()).rejects.toMatchObject({ problem: { code: 'not_found' } });
  await client().deleteProduct({ params: { id: product.id } });
  const line = async () => (await client().getOrder({ params: { id: source.id } })).lines[0];
  expect(await line()).toMatchObject({ sku: 'REP-9', quantity: 10, total: { amount: 10_000 } });
  expect(await restore()).toMatchObject({ id: product.id, variants: [{ id: product.variantId, sku: 'REP-9' }] });
  expect((await client().searchVariants({ query: { q: 'REP-9' } })).items).toMatchObject([{ id: product.variantId }]);
  expect((await client().duplicateOrder({ params: { id: source.id }, body: {} })).changes).toEqual([]);
  await client().deleteProduct({ params: { id: product.id } });
  await client().createProduct({ body: { code: 'OTHER', name: 'Other', variants: [{ sku: 'rep-9' }] } });
  await expect(restore()).rejects.toMatchObject({ problem: { code: 'variant.sku_taken' } });
});

test('a value that was renamed since is told with both names, in the preview too; one that was not is no news', async () => {
  const colours = ['Red', 'Navy'].map((value) => ({
    sku: `REP-C-${value}`,
    options: [{ name: 'Colour', value }],
    prices: [{ quantity: 1, extendedPrice: '10' }],
  }));
  const product = await client().createProduct({ body: { code: 'REP-C', name: 'Shirt', variants: colours } });
  const print = { kind: 'choice' as const, name: 'Print', required: false, values: [{ name: 'Front' }, { name: 'Back' }] };
  const asking = await client().setConfiguration({ params: { id: product.id }, body: { basedOn: product.version, options: [print] } });
  const [option] = asking.configurationOptions;
  const front = option?.kind === 'choice' ? (option.values[0]?.id ?? '') : '';
  const configuration = { [option?.id ?? '']: front };
  const source = await client().createOrder({
    body: {
      customerId: shop.customerId,
      lines: [
        { sku: 'REP-C-Red', quantity: 2, configuration },
        { sku: 'REP-C-Navy', quantity: 3 },
      ],
    },
  });
  // Frozen as it is: an open draft would follow the catalogue.
  await client().issueEstimate({ params: { id: source.id }, body: {} });
  const { version } = await client().setOptions({
    params: { id: product.id },
    body: {
      basedOn: asking.version,
      options: [
        {
          name: 'Colour',
          from: 'Colour',
          values: [
            { name: 'Crimson', from: 'Red' },
            { name: 'Navy', from: 'Navy' },
          ],
        },
      ],
    },
  });
  const values = option?.kind === 'choice' ? option.values.map((value) => (value.id === front ? { ...value, name: 'Chest' } : value)) : [];
  await client().setConfiguration({ params: { id: product.id }, body: { basedOn: version, options: [{ ...print, id: option?.id ?? '', values } as never] } });
  const renamed = [
    {
      code: 'renamed',
      lineId: source.lines[0]?.id,
      label: 'REP-C-Red',
      values: [
        { name: 'Colour', from: 'Red', to: 'Crimson' },
        { name: 'Print', from: 'Front', to: 'Chest' },
      ],
    },
  ];
  expect((await client().previewDuplicate({ params: { id: source.id }, body: {} })).changes).toMatchObject(renamed);
  const { order, changes } = await client().duplicateOrder({ params: { id: source.id }, body: {} });
  expect(changes).toMatchObject(renamed);
  expect(order.lines[0]?.options).toEqual([{ name: 'Colour', value: 'Crimson' }]);
});
