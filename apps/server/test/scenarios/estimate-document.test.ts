// An estimate on paper: what the page says, drawn once, the same bytes ever after.
import { createHash } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { aPriceList, readyToSubmit } from '../support/a-ready-order.ts';
import { aShop } from '../support/a-shop.ts';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';
import { wordsOfPdf } from '../support/words-of-pdf.ts';

let app: TestApp;
afterEach(() => app.close());

async function anEstimate() {
  app = await createTestApp();
  const shop = await aShop(app);
  const { client } = app.owner;
  const [variantId = ''] = Object.values(shop.variants);
  const { id } = await client.createOrder({ body: { customerId: shop.customerId, lines: [{ variantId, quantity: 24 }] } });
  await client.addLines({ params: { id }, body: { custom: { name: 'Umschläge – قميص', unitPrice: '0.145', quantity: 1000 } } });
  await client.issueEstimate({ params: { id }, body: {} });
  return { id, client };
}

const plain = (money: { readonly amount: number }) => new Intl.NumberFormat('en-US', { minimumFractionDigits: 2 }).format(money.amount / 100);

test('staff and customer get the same bytes, whose figures are those of the API', async () => {
  const { id, client } = await anEstimate();
  const drawn = await client.drawDocument({ params: { id, revision: 1 } });
  expect(drawn).toMatchObject({ kind: 'pdf', mediaType: 'application/pdf', name: expect.stringMatching(/^Estimate \d+\.pdf$/) });
  const staffs = await (await app.owner.request('GET', drawn.url)).arrayBuffer();

  const { url } = await client.copyEstimateLink({ params: { id, revision: 1 } });
  const response = await app.fetch(`/api/estimates/v1/${url.split('/e/')[1]}/document`);
  expect(response.headers.get('content-type')).toBe('application/pdf');
  expect(response.headers.get('content-disposition')).toContain(`filename="${drawn.name}"`);
  const customers = await response.arrayBuffer();
  expect(Buffer.from(customers).equals(Buffer.from(staffs))).toBe(true);

  const order = await client.getOrder({ params: { id } });
  const text = await wordsOfPdf(customers);
  for (const line of order.lines) expect(text).toContain(plain(line.total));
  expect(text).toContain(plain(order.totals.items));
  expect(text).toContain(plain(order.totals.total));
  expect(text).toContain('plus shipping and tax');
  const page = await app.fetch(`/api/estimates/v1/${url.split('/e/')[1]}`);
  const { sha256 } = (await page.json()) as { sha256: string };
  expect(text).toContain(`SHA-256 ${sha256.slice(0, 16)}`);
});

test('of fifty lines over several pages each stands there once, in order, with the quantity, price and total of the API', async () => {
  app = await createTestApp();
  const { customerId } = await aShop(app);
  const { client } = app.owner;
  const lines = Array.from({ length: 50 }, (_, at) => ({ custom: { name: `Piece no. ${at + 101}`, unitPrice: `${at + 1}.37`, quantity: 2 * at + 3 } }));
  const { id } = await client.createOrder({ body: { customerId, lines } });
  await client.issueEstimate({ params: { id }, body: {} });
  const { url } = await client.drawDocument({ params: { id, revision: 1 } });
  const text = await wordsOfPdf(await (await app.owner.request('GET', url)).arrayBuffer());
  const order = await client.getOrder({ params: { id } });
  const rows = text.split(/(?=Piece no\. \d)/).slice(1);
  expect(rows.map((row) => /^Piece no\. \d+/.exec(row)?.[0])).toEqual(order.lines.map(({ name }) => name));
  order.lines.forEach((line, at) => {
    for (const figure of [String(line.quantity), line.unitPrice ?? '', plain(line.total)]) expect(rows[at], line.name).toContain(figure);
  });
  expect(text).toContain(plain(order.totals.total));
});

test.each([
  ['EUR', 'de-DE', '1234.5', '2.469,00 €'],
  ['JPY', 'en-US', '1234', '¥2,468'],
  ['KWD', 'en-US', '1.005', 'KWD 2.010'],
])('in %s, as %s writes it, the figures are those of the API', async (currency, locale, unitPrice, total) => {
  app = await createTestApp();
  const { customerId } = await aShop(app);
  const { client } = app.owner;
  await client.changeSettings({ body: { currency, locale } });
  const { id, totals } = await client.createOrder({ body: { customerId, lines: [{ custom: { name: 'Setup', unitPrice, quantity: 2, ships: false } }] } });
  expect(totals.total.currency).toBe(currency);
  const digits = { EUR: 2, JPY: 0, KWD: 3 }[currency] ?? 2;
  const written = new Intl.NumberFormat(locale, { style: 'currency', currency }).format(totals.total.amount / 10 ** digits);
  expect(written.replace(/\s/g, ' ')).toBe(total);
  await client.issueEstimate({ params: { id }, body: {} });
  const drawn = await client.drawDocument({ params: { id, revision: 1 } });
  const text = await wordsOfPdf(await (await app.owner.request('GET', drawn.url)).arrayBuffer());
  expect(text).toContain(total);
  expect(text).toContain(`Total ${currency}`);
});

test('a line says the rates on it as one, and what is optional none at all: it was not taxed yet', async () => {
  app = await createTestApp();
  const shop = await aShop(app);
  await aPriceList(app);
  const { client } = app.owner;
  await client.createTaxRate({ body: { code: 'CITY', name: 'City tax', ratePpm: 10_000, country: 'US' } });
  const custom = (name: string) => ({ custom: { name, unitPrice: '10', ships: false } });
  const { id, lines } = await client.createOrder({ body: { customerId: shop.customerId, lines: [custom('Setup'), custom('Gift boxes')] } });
  await client.changeLine({ params: { id, lineId: lines[1]?.id ?? '' }, body: { optional: true } });
  await readyToSubmit(app, id);
  await client.issueEstimate({ params: { id }, body: {} });
  const drawn = await client.drawDocument({ params: { id, revision: 1 } });
  const text = await wordsOfPdf(await (await app.owner.request('GET', drawn.url)).arrayBuffer());
  expect(text).toContain('Setup 1 10.00 9.875% 10.00');
  expect(text).toContain('Gift boxes 1 10.00 (10.00)');
});

test('a revision of which there is a document is out: issuing again makes the next one, with another document', async () => {
  const { id, client } = await anEstimate();
  const first = await client.drawDocument({ params: { id, revision: 1 } });
  expect((await client.drawDocument({ params: { id, revision: 1 } })).id).toBe(first.id);
  await client.addLines({ params: { id }, body: { custom: { name: 'More', unitPrice: '10', quantity: 1 } } });
  const { revision } = await client.issueEstimate({ params: { id }, body: {} });
  expect(revision).toBe(2);
  const second = await client.drawDocument({ params: { id, revision: 2 } });
  expect(second.name).toMatch(/ r2\.pdf$/);
  const bytes = async (url: string) => Buffer.from(await (await app.owner.request('GET', url)).arrayBuffer());
  expect(
    createHash('sha256')
      .update(await bytes(first.url))
      .digest('hex'),
  ).not.toBe(
    createHash('sha256')
      .update(await bytes(second.url))
      .digest('hex'),
  );
  expect((await client.getHistory({ params: { id }, query: {} })).items.map(({ sentence }) => sentence)).toContain('Document of estimate r2 drawn');
});

test('ten at once get one document, and it is noted that it was fetched', async () => {
  const { id, client } = await anEstimate();
  const { url } = await client.copyEstimateLink({ params: { id, revision: 1 } });
  const answers = await Promise.all(Array.from({ length: 10 }, () => app.fetch(`/api/estimates/v1/${url.split('/e/')[1]}/document`)));
  const hashes = await Promise.all(
    answers.map(async (answer) =>
      createHash('sha256')
        .update(Buffer.from(await answer.arrayBuffer()))
        .digest('hex'),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual(new Array(10).fill(200));
  expect(new Set(hashes).size).toBe(1);
  const kept = await app.db.selectFrom('estimate_documents').selectAll().execute();
  expect(kept.length).toBe(1);
  await expect.poll(async () => (await app.db.selectFrom('estimate_facts').select('kind').where('kind', '=', 'downloaded').execute()).length).toBe(10);
});

test('what is not there, is revoked or belongs to another account is no document', async () => {
  const { id, client } = await anEstimate();
  expect((await app.fetch('/api/estimates/v1/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/document')).status).toBe(404);
  expect((await app.stranger.request('POST', `/api/v1/orders/${id}/estimates/1/document`)).status).toBe(404);
  expect((await app.owner.request('POST', `/api/v1/orders/${id}/estimates/7/document`)).status).toBe(404);
  const drawn = await client.drawDocument({ params: { id, revision: 1 } });
  expect((await app.stranger.request('GET', drawn.url)).status).toBe(404);
});
