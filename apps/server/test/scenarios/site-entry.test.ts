// What customers bring along to a line and to a cart: artwork of their own, and discount codes.
import { ApiProblem } from '@backdesk/contract/client.ts';
import sharp from 'sharp';
import { afterAll, expect, test } from 'vitest';
import { aShop } from '../support/a-shop.ts';
import { aSignedInCustomer, aVisitor, type Visitor } from '../support/a-visitor.ts';
import { createTestApp } from '../support/create-test-app.ts';

const app = await createTestApp();
afterAll(() => app.close());
const shop = await aShop(app);
const { client: desk } = app.owner;
const codeOf = (error: unknown) => (error instanceof ApiProblem ? error.problem.code : String(error));
const art = '0199aaaa-0000-7000-8000-0000000000a1';

const aPng = async () =>
  new Blob([
    new Uint8Array(
      await sharp({ create: { width: 40, height: 20, channels: 3, background: '#0d5c68' } })
        .png()
        .toBuffer(),
    ),
  ]);
const send = ({ client }: Visitor, body: Blob, fileName = 'logo.png') => client.uploadSiteFile({ query: { fileName }, body });
const read = async (visitor: Visitor, id: string, part = '') => (await visitor.request('GET', `/api/site/v1/files/${id}${part}`)).status;

const banner = await desk.createProduct({
  body: {
    code: 'BANNER',
    name: 'Banner',
    variants: [{ sku: 'BANNER', prices: [{ quantity: 1, extendedPrice: '20' }] }],
  },
});
await desk.setConfiguration({
  params: { id: banner.id },
  body: { options: [{ id: art, kind: 'file', name: 'Artwork', kinds: ['png'], largestBytes: 1_000_000 }] as never },
});
const variantId = banner.variants[0]?.id ?? '';
const dana = await aSignedInCustomer(app, shop.customerId, 'dana@acme.example');

test('artwork is told by its bytes, answered on the line, and read by whose it is and by staff', async () => {
  const file = await send(dana, await aPng());
  expect(file).toMatchObject({ name: 'logo.png', kind: 'png', mediaType: 'image/png' });
  const stranger = aVisitor(app);
  expect([await read(dana, file.id), await read(stranger, file.id)]).toEqual([200, 404]);
  expect(await send(dana, new Blob(['MZ program']), 'logo.png').catch(codeOf)).toBe('file.not_taken');
  const { cart } = await dana.client.addCartLines({ body: { lines: [{ variantId, configuration: { [art]: file.id } }] } });
  expect(cart?.lines[0]?.answers[0]?.file).toMatchObject({ id: file.id, name: 'logo.png' });
  expect([await read(dana, file.id, '/thumbnail'), await read(stranger, file.id, '/thumbnail')]).toEqual([200, 404]);
  expect((await app.owner.request('GET', `/api/v1/files/${file.id}`)).status).toBe(200);
  // Nobody answers with another's file.
  const theirs = await stranger.client.addCartLines({ body: { lines: [{ variantId, configuration: { [art]: file.id } }] } }).catch(codeOf);
  expect(theirs).not.toMatchObject({ cart: expect.anything() });
});

test('what a guest sent is theirs after they signed in', async () => {
  const visitor = aVisitor(app);
  const file = await send(visitor, await aPng(), 'guest.png');
  await visitor.client.addCartLines({ body: { lines: [{ variantId, configuration: { [art]: file.id } }] } });
  await visitor.client.signInToSite({ body: { email: 'dana@acme.example', password: 'plain words on a river' } });
  expect(await read(visitor, file.id)).toBe(200);
});

test('artwork that staff answered with is the customer’s to read once they see the cart, not before', async () => {
  const file = await desk.uploadFile({ query: { fileName: 'proof.png' }, body: await aPng() });
  const draft = await desk.createOrder({ body: { customerId: shop.customerId, lines: [{ variantId, quantity: 1, configuration: { [art]: file.id } }] } });
  expect(await read(dana, file.id)).toBe(404);
  await desk.saveAsCart({ params: { id: draft.id }, body: {} });
  expect(await read(dana, file.id)).toBe(200);
  const copied = await dana.client.copySavedCart({ params: { id: draft.id } });
  expect(copied.left).toEqual([]);
});

test('eleven megabytes are too many from a customer', async () => {
  expect(await send(dana, new Blob([new Uint8Array(11_000_000)])).catch(codeOf)).toBe('request.too_large');
});

test('a code takes its part off the customer’s cart; what staff gave by hand stays', async () => {
  await desk.createDiscount({ body: { name: 'Spring', code: 'SPRING', value: { kind: 'percentage', ppm: 100_000 } } });
  const buyer = aVisitor(app);
  const { cart } = await buyer.client.addCartLines({ body: { lines: [{ variantId: shop.variants.MUG ?? '', quantity: 10 }] } });
  const manual = { label: 'For the delay', value: { kind: 'fixed', amount: { amount: 100, currency: 'USD' } } } as const;
  await desk.setDiscounts({ params: { id: cart?.id ?? '' }, body: { discounts: [manual] } });
  const codes = async (given: readonly string[]) => (await buyer.client.setCartCodes({ body: { codes: [...given] } })).cart;
  const before = cart?.totals.items.amount ?? 0;
  const off = await codes(['spring']);
  expect(off?.discounts.map(({ label, source }) => [label, source])).toContainEqual(['For the delay', 'manual']);
  expect(off?.discounts.some(({ code, amount }) => code === 'SPRING' && amount.amount > 0)).toBe(true);
  expect(off?.totals.total.amount).toBeLessThan(before - 100);
  expect(await codes(['spring', 'nothing']).catch(codeOf)).toBe('discount.not_valid');
  expect((await codes([]))?.totals.total.amount).toBe(before - 100);
});

test('codes cannot be tried through', async () => {
  const guesser = aVisitor(app);
  await guesser.client.addCartLines({ body: { lines: [{ variantId: shop.variants.MUG ?? '' }] } });
  const answers = new Set<string>();
  for (let at = 0; at < 45; at += 1) answers.add(String(await guesser.client.setCartCodes({ body: { codes: [`GUESS${at}`] } }).catch(codeOf)));
  expect([...answers].toSorted()).toEqual(['discount.not_valid', 'request.rate_limited']);
});
