// Pictures of products and variants: sent or by address, seen by anybody, and never taken from a line that has them.
import sharp from 'sharp';
import { afterAll, expect, test } from 'vitest';
import { sweepFiles } from '../../src/modules/file/commands/sweep-files.ts';
import { aPdf } from '../support/a-pdf.ts';
import { aPriceList } from '../support/a-ready-order.ts';
import { aShop } from '../support/a-shop.ts';
import { createTestApp } from '../support/create-test-app.ts';

const app = await createTestApp();
afterAll(() => app.close());
const shop = await aShop(app);
await aPriceList(app);
const { client } = app.owner;

const picture = async (background: string) => {
  const bytes = await sharp({ create: { width: 900, height: 600, channels: 3, background } })
    .png()
    .toBuffer();
  return client.uploadFile({ query: { fileName: `${background}.png` }, body: new Blob([new Uint8Array(bytes)]) });
};
const aVase = (code: string) =>
  client.createProduct({
    body: {
      code,
      name: 'Vase',
      variants: ['S', 'L'].map((value) => ({ sku: `${code}-${value}`, options: [{ name: 'Size', value }], prices: [{ quantity: 1, extendedPrice: '10' }] })),
    },
  });
const put = async (id: string, images: readonly object[]) => {
  const response = await app.owner.request('PUT', `/api/v1/products/${id}/images`, { images });
  return ((await response.json()) as { readonly errors?: readonly { readonly pointer: string }[] }).errors?.map(({ pointer }) => pointer);
};

test('the first is the one of lists and new lines; anybody sees it; removed, it stays on the line and can still be had', async () => {
  const { id } = await aVase('VASE');
  const [red, blue] = [await picture('red'), await picture('blue')];
  const address = 'https://pictures.example/vase.jpg';
  const product = await client.setImages({ params: { id }, body: { images: [{ fileId: red.id, alt: 'A red vase' }, { url: address }, { fileId: blue.id }] } });
  const [first, second] = product.images;
  expect([first?.alt, second]).toEqual(['A red vase', { url: address, alt: '' }]);
  const seen = await app.anonymous.request('GET', first?.url ?? '');
  expect([seen.status, seen.headers.get('content-type'), seen.headers.get('cache-control')]).toEqual([
    200,
    'image/webp',
    'public, max-age=31536000, immutable',
  ]);

  const [hit] = (await client.searchVariants({ query: { q: 'VASE-S' } })).items;
  expect(hit?.imageUrl).toBe(first?.url.replace('large', 'small'));
  const order = await client.createOrder({ body: { customerId: shop.customerId, lines: [{ sku: 'VASE-S', quantity: 1 }] } });
  expect(order.lines[0]?.imageUrl).toBe(hit?.imageUrl);

  // What is there already is given back by its address.
  const fewer = await client.setImages({ params: { id }, body: { images: [{ url: product.images[2]?.url ?? '', alt: 'Blue' }] } });
  expect(fewer.images).toEqual([{ url: product.images[2]?.url, alt: 'Blue' }]);
  app.clock.advance({ days: 3 });
  await sweepFiles(app.db, app.services.files, app.clock.now());
  const kept = (await client.getOrder({ params: { id: order.id } })).lines[0]?.imageUrl ?? '';
  expect(kept).toBe(hit?.imageUrl);
  expect((await app.anonymous.request('GET', kept)).status).toBe(200);
});

test('a variant has one of its own, or that of the product', async () => {
  const { id, variants } = await aVase('JAR');
  const [red, blue] = [await picture('pink'), await picture('navy')];
  await client.setImages({ params: { id }, body: { images: [{ fileId: red.id }] } });
  const of = async () => (await client.searchVariants({ query: { q: 'JAR-L' } })).items[0]?.imageUrl ?? '';
  const large = variants.find(({ sku }) => sku === 'JAR-L')?.id ?? '';
  await client.changeVariant({ params: { id: large }, body: { image: { fileId: blue.id } } });
  expect(await of()).toContain(blue.id);
  await client.changeVariant({ params: { id: large }, body: { image: null } });
  expect(await of()).toContain(red.id);
});

test('what is no picture, not there, or no address is refused by its place; a file of an order is not for everybody', async () => {
  const { id } = await aVase('BOWL');
  const pdf = await client.uploadFile({ query: { fileName: 'a.pdf' }, body: aPdf() });
  expect(await put(id, [{ fileId: pdf.id }])).toEqual(['/images/0/fileId']);
  expect(await put(id, [{ fileId: id }])).toEqual(['/images/0/fileId']);
  expect(await put(id, [{ url: 'https://ok.example/a.png' }, { url: 'javascript:alert(1)' }])).toEqual(['/images/1/url']);
  expect(await put(id, [{ url: '/api/pictures/v1/of/somebody/else' }])).toEqual(['/images/0/url']);
  expect(await put(id, [{}])).toEqual(['/images/0']);
  const unused = await picture('gray');
  expect((await app.anonymous.request('GET', `/api/pictures/v1/${app.accountId}/${unused.id}/small`)).status).toBe(404);
});
