// What an estimate says of who sells: entered once, frozen with each revision, on the page and the PDF, and part of what is agreed to.
import sharp from 'sharp';
import { extractImages, extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aPdf } from '../support/a-pdf.ts';
import { aShop, type Shop } from '../support/a-shop.ts';
import { inTheirHands } from '../support/an-estimate.ts';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';

let app: TestApp;
let shop: Shop;
beforeAll(async () => {
  app = await createTestApp();
  shop = await aShop(app);
});
afterAll(() => app.close());

const client = () => app.owner.client;
const aPicture = async (colour: string) => {
  const bytes = await sharp({ create: { width: 240, height: 80, channels: 3, background: colour } })
    .png()
    .toBuffer();
  return (await client().uploadFile({ query: { fileName: `${colour}.png` }, body: new Blob([new Uint8Array(bytes)]) as never })).id;
};
const address = { line1: '88 9th Street', city: 'Brooklyn', region: 'NY', postcode: '11215', country: 'US' };
const said = { legalName: 'Ridgeline Print & Promo LLC', taxId: 'EIN 12-3456789', phone: '+1 212 555 0100', email: 'desk@ridgeline.example' };
const seller = [said.legalName, '88 9th Street', 'Brooklyn, NY 11215', said.taxId, said.phone, said.email];
const anOrder = async () => {
  const { id } = await client().createOrder({ body: { customerId: shop.customerId, lines: [{ sku: 'MUG', quantity: 4 }] } });
  await client().changeOrder({ params: { id }, body: { dueOn: '2026-12-18' } });
  return id;
};

async function paperOf(id: string, revision: number) {
  const drawn = await client().drawDocument({ params: { id, revision } });
  const bytes = new Uint8Array(await (await app.owner.request('GET', drawn.url)).arrayBuffer());
  const pdf = await getDocumentProxy(bytes);
  const { text } = await extractText(pdf, { mergePages: true });
  return { text: text.replace(/\s+/g, ' '), images: (await extractImages(pdf, 1)).length };
}

test('nothing was entered: the estimate has the name of the account, as before', async () => {
  expect(await client().getLetterhead({})).toMatchObject({ legalName: '', terms: '', address: null, logo: null, pictures: false });
  const id = await anOrder();
  const { page } = await inTheirHands(app, id);
  expect(page).toMatchObject({ seller: [], terms: '', dueOn: '2026-12-18', account: { logoUrl: null } });
  expect(await paperOf(id, 1)).toMatchObject({ images: 0, text: expect.stringContaining('Needed by Dec 18, 2026') });
});

test('who sells, the terms, the logo and the pictures stand on page and paper, frozen: a change of them is of the next revision, and told', async () => {
  await client().setImages({ params: { id: shop.products.MUG ?? '' }, body: { images: [{ fileId: await aPicture('red'), alt: '' }] } });
  const logoFileId = await aPicture('blue');
  const set = await client().setLetterhead({ body: { ...said, address, terms: 'Overruns of 5 % are charged.\nNet 30.', pictures: true, logoFileId } });
  expect(set).toMatchObject({ ...said, address, logo: { fileId: logoFileId, name: 'blue.png' } });
  const logo = await app.fetch(set.logo?.url ?? '');
  expect([logo.status, logo.headers.get('content-type')]).toEqual([200, 'image/webp']);

  const id = await anOrder();
  const { page, token } = await inTheirHands(app, id);
  expect(page).toMatchObject({ seller, terms: 'Overruns of 5 % are charged.\nNet 30.', account: { logoUrl: set.logo?.url } });
  const paper = await paperOf(id, 1);
  for (const line of [...seller, 'Overruns of 5 % are charged.', 'Net 30.']) expect(paper.text).toContain(line);
  // The logo, and the mug.
  expect(paper.images).toBe(2);

  await client().setLetterhead({ body: { ...said, address, terms: 'Net 10.' } });
  expect(await app.anonymous.client.getEstimatePage({ params: { token } })).toMatchObject({ terms: page.terms, sha256: page.sha256 });
  await client().issueEstimate({ params: { id }, body: {} });
  await client().copyEstimateLink({ params: { id, revision: 2 } });
  const next = await app.anonymous.client.getEstimatePage({ params: { token } });
  expect(next).toMatchObject({ revision: 2, terms: 'Net 10.', account: { logoUrl: null } });
  expect(next.changed?.comparison.changes.map(({ kind }) => kind)).toEqual(['terms']);
  expect(await paperOf(id, 2)).toMatchObject({ images: 0, text: expect.stringContaining('Net 10.') });
});

test('with pictures on, the paper shows what was sent with a line too: a picture, and the first page of a PDF', async () => {
  const art = '01900000-0000-7000-8000-0000000000a1';
  const variants = [{ sku: 'PRINTED', prices: [{ quantity: 1, extendedPrice: '5' }] }];
  const { id: productId } = await client().createProduct({ body: { code: 'PRINTED', name: 'Printed', variants } });
  await client().setConfiguration({ params: { id: productId }, body: { options: [{ id: art, kind: 'file', name: 'Artwork', kinds: ['png', 'pdf', 'svg'] }] } });
  const proof = await client().uploadFile({ query: { fileName: 'proof.pdf' }, body: new Blob([aPdf()]) });
  const drawing = await client().uploadFile({ query: { fileName: 'mark.svg' }, body: new Blob(['<svg xmlns="http://www.w3.org/2000/svg"/>']) });
  const sent = [await aPicture('green'), proof.id, drawing.id];
  const lines = sent.map((file) => ({ sku: 'PRINTED', quantity: 2, configuration: { [art]: file }, asNewLine: true }));
  const paperWith = async (pictures: boolean) => {
    await client().setLetterhead({ body: { ...said, address, pictures } });
    const order = await client().createOrder({ body: { customerId: shop.customerId, lines } });
    await inTheirHands(app, order.id);
    return paperOf(order.id, 1);
  };
  const paper = await paperWith(true);
  // A drawing is told by its name alone.
  expect(paper.images).toBe(2);
  for (const name of ['green.png', 'proof.pdf', 'mark.svg']) expect(paper.text).toContain(name);
  expect((await paperWith(false)).images).toBe(0);
});

test('two people: fields of others merge, the same field is a conflict; what cannot be is refused by its place', async () => {
  const { version } = await client().getLetterhead({});
  const ana = await app.as('sales');
  const put = (body: object, who = app.owner) => who.request('PUT', '/api/v1/letterhead', body);
  await client().setLetterhead({ body: { ...said, address, phone: '+1 212 555 0199' } });
  const late = await put({ basedOn: version, ...said, address, phone: '+1 212 555 0101' });
  expect([late.status, ((await late.json()) as { errors: unknown }).errors]).toEqual([409, [{ pointer: '/phone', message: 'was changed by someone else' }]]);
  expect((await put({}, ana)).status).toBe(403);
  const pdf = (await client().uploadFile({ query: { fileName: 'a.pdf' }, body: aPdf() })).id;
  for (const [body, pointer] of [
    [{ logoFileId: pdf }, '/logoFileId'],
    [{ logoFileId: '01900000-0000-7000-8000-000000000000' }, '/logoFileId'],
    [{ address: { ...address, city: '' } }, '/address/city'],
    [{ email: 'nobody' }, '/email'],
    [{ fax: '1' }, '/fax'],
  ] as const) {
    const refused = await put(body);
    expect([refused.status, ((await refused.json()) as { errors: readonly { pointer: string }[] }).errors[0]?.pointer]).toEqual([422, pointer]);
  }
});
