import type { ProblemBody } from '@backdesk/contract/problem.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestApp } from '../support/create-test-app.ts';
import { createTestApp } from '../support/create-test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const tee = (code: string) => ({
  code,
  name: 'Heavy tee',
  description:
    '<p onclick="x()">Thick <strong>cotton</strong><script>alert(1)</script></p><img src="javascript:x" onerror="x()"><a href="javascript:x">see</a>',
  variants: ['S', 'M'].map((size) => ({
    sku: `${code}-${size}`,
    options: [{ name: 'Size', value: size }],
    prices: [
      { quantity: 24, extendedPrice: '180' },
      { quantity: 1, extendedPrice: '10.5' },
    ],
    stock: { tracked: true, onHand: size === 'S' ? -3 : 40 },
    weightGrams: 180,
  })),
});

async function problemOf(answer: Promise<Response>): Promise<ProblemBody> {
  const response = await answer;
  expect(response.headers.get('content-type')).toContain('application/problem+json');
  return (await response.json()) as ProblemBody;
}

test('a product is made, read with its prices and stock, changed and deleted', async () => {
  const made = await app.owner.client.createProduct({ body: tee('LIFE') });
  expect(made).toMatchObject({ code: 'LIFE', name: 'Heavy tee', version: 1, currency: 'USD', options: [{ name: 'Size', values: ['S', 'M'] }] });
  expect(made.variants.map(({ sku, title, stock }) => ({ sku, title, available: stock.available }))).toEqual([
    { sku: 'LIFE-S', title: 'S', available: -3 },
    { sku: 'LIFE-M', title: 'M', available: 40 },
  ]);
  expect(made.variants[0]?.priceTable).toEqual({
    source: 'list',
    label: 'List',
    breaks: [
      { quantity: 1, extendedPrice: '10.50' },
      { quantity: 24, extendedPrice: '180.00' },
    ],
  });
  expect(await app.owner.client.getProduct({ params: { id: made.id } })).toEqual(made);

  const changed = await app.owner.client.changeProduct({ params: { id: made.id }, body: { basedOn: 1, name: 'Very heavy tee' } });
  expect(changed).toMatchObject({ name: 'Very heavy tee', version: 2 });
  const again = await app.owner.client.changeProduct({ params: { id: made.id }, body: { basedOn: 2, name: 'Very heavy tee' } });
  expect(again.version).toBe(2);
});

test('a description comes out without scripts, handlers and styles', async () => {
  const made = await app.owner.client.createProduct({ body: tee('SAFE') });
  expect(made.descriptionHtml).toBe('<p>Thick <strong>cotton</strong></p><img /><a rel="noopener nofollow">see</a>');
});

test('a code or SKU that another has is refused by name; upper and lower case are alike', async () => {
  const made = await app.owner.client.createProduct({ body: tee('TAKEN') });
  const code = await problemOf(app.owner.request('POST', '/api/v1/products', { ...tee('taken'), variants: tee('FREE').variants }));
  expect(code).toMatchObject({ code: 'product.code_taken', status: 409, detail: { productId: made.id } });
  const sku = await problemOf(app.owner.request('POST', '/api/v1/products', { ...tee('FREE'), variants: tee('taken').variants }));
  expect(sku).toMatchObject({ code: 'variant.sku_taken', status: 409, detail: { sku: 'taken-S', productName: 'Heavy tee' } });
  const twins = await problemOf(
    app.owner.request('POST', '/api/v1/products', {
      ...tee('TWIN'),
      variants: [...tee('TWIN').variants, { sku: 'TWIN-s', options: [{ name: 'Size', value: 'L' }] }],
    }),
  );
  expect(twins).toMatchObject({ code: 'request.invalid', errors: [{ pointer: '/variants/2/sku' }] });
});

test('two people change one product: other fields merge, the same field is a conflict that names the other', async () => {
  const made = await app.owner.client.createProduct({ body: tee('BOTH') });
  const params = { id: made.id };
  await app.owner.client.changeProduct({ params, body: { basedOn: 1, name: 'By the owner' } });
  const merged = await app.apiKey.client.changeProduct({ params, body: { basedOn: 1, description: 'By the key' } });
  expect(merged).toMatchObject({ name: 'By the owner', descriptionHtml: 'By the key', version: 3 });
  const conflict = await problemOf(app.apiKey.request('PATCH', `/api/v1/products/${made.id}`, { basedOn: 1, name: 'By the key' }));
  expect(conflict).toMatchObject({ code: 'conflict', status: 409, conflicts: [{ pointer: '/name', value: 'By the owner', version: 2, by: 'Owner of main' }] });
});

test('a variant gets another SKU, weight and stock, and a stale change of the same field is a conflict', async () => {
  const made = await app.owner.client.createProduct({ body: tee('VAR') });
  const id = made.variants[1]?.id ?? '';
  const changed = await app.owner.client.changeVariant({
    params: { id },
    body: { basedOn: 1, sku: "O'Brien 5' × 3/4\"", stock: { tracked: true, onHand: 7, backorder: true } },
  });
  expect(changed.variants[1]).toMatchObject({ sku: "O'Brien 5' × 3/4\"", version: 2, stock: { onHand: 7, backorder: true }, weightGrams: 180 });
  expect(await problemOf(app.owner.request('PATCH', `/api/v1/variants/${id}`, { basedOn: 1, sku: 'OTHER' }))).toMatchObject({
    code: 'conflict',
    conflicts: [{ pointer: '/sku', version: 2 }],
  });
  expect(await problemOf(app.owner.request('PATCH', `/api/v1/variants/${id}`, { sku: 'var-s' }))).toMatchObject({ code: 'variant.sku_taken' });
});

test('emoji, right-to-left and markup stay what they are in names, options and SKUs', async () => {
  const name = '👕 قميص "<b>红衬衫</b>" & co';
  const made = await app.owner.client.createProduct({
    body: { code: '衬衫-1', name, variants: [{ sku: 'قميص/1 🔥', options: [{ name: 'اللون', value: '<i>أحمر</i>' }] }] },
  });
  expect(made).toMatchObject({
    code: '衬衫-1',
    name,
    variants: [{ sku: 'قميص/1 🔥', options: [{ name: 'اللون', value: '<i>أحمر</i>' }], title: '<i>أحمر</i>', priceTable: null }],
  });
});

test.each([
  ['unknown field', { price: 1 }, '/price'],
  ['server field', { version: 9 }, '/version'],
  ['negative weight', { weightGrams: -1 }, '/weightGrams'],
  ['fractional step', { quantityIncrement: 1.5 }, '/quantityIncrement'],
  ['negative price', { prices: [{ quantity: 1, extendedPrice: '-1' }] }, '/prices/0/extendedPrice'],
  ['price as a number', { prices: [{ quantity: 1, extendedPrice: 1 }] }, '/prices/0/extendedPrice'],
  ['break of zero', { prices: [{ quantity: 0, extendedPrice: '1' }] }, '/prices/0/quantity'],
  [
    'the same break twice',
    {
      prices: [
        { quantity: 5, extendedPrice: '1' },
        { quantity: 5, extendedPrice: '2' },
      ],
    },
    '/prices/1/quantity',
  ],
  ['SKU of spaces', { sku: '   ' }, '/sku'],
  ['SKU with a line break', { sku: 'A\nB' }, '/sku'],
  ['SKU too long', { sku: 'x'.repeat(256) }, '/sku'],
  ['NUL', { sku: 'A\u0000' }, '/sku'],
])('a variant is not changed by bad input: %s', async (name, body, pointer) => {
  const made = await app.owner.client.createProduct({ body: tee(`BAD ${name}`) });
  const problem = await problemOf(app.owner.request('PATCH', `/api/v1/variants/${made.variants[0]?.id}`, body));
  expect(problem).toMatchObject({ code: 'request.invalid', status: 422, errors: [{ pointer }] });
  expect((await app.owner.client.getProduct({ params: { id: made.id } })).version).toBe(1);
});

test('another account neither sees nor changes it; both may use the same code and SKUs', async () => {
  const made = await app.owner.client.createProduct({ body: tee('MINE') });
  expect((await app.stranger.request('GET', `/api/v1/products/${made.id}`)).status).toBe(404);
  expect((await app.stranger.request('PATCH', `/api/v1/products/${made.id}`, { name: 'x' })).status).toBe(404);
  expect((await app.stranger.request('PATCH', `/api/v1/variants/${made.variants[0]?.id}`, { sku: 'x' })).status).toBe(404);
  expect((await app.stranger.request('DELETE', `/api/v1/products/${made.id}`)).status).toBe(404);
  expect((await app.stranger.client.searchVariants({ query: { q: 'MINE' } })).items).toEqual([]);
  expect((await app.stranger.client.createProduct({ body: tee('MINE') })).code).toBe('MINE');
});
