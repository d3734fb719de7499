// The preview is the mail: but for the recipient's own link it says word for word what is sent, and looking writes nothing.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aShop, type Shop } from '../support/a-shop.ts';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';

let app: TestApp;
let shop: Shop;
beforeAll(async () => {
  app = await createTestApp();
  shop = await aShop(app);
});
afterAll(() => app.close());

const client = () => app.owner.client;
const draft = (lines: readonly object[] = [{ sku: 'MUG', quantity: 4 }]) =>
  client().createOrder({ body: { customerId: shop.customerId, lines: lines as never } });
const withoutLinks = (text: string) => text.replaceAll(/http:\/\/localhost:3000\/(e|api\/estimates\/v1)\/[\w…%-]+/g, 'LINK');
const sent = async (orderId: string) => {
  const { items } = await client().listOrderMails({ params: { id: orderId } });
  return client().getMail({ params: { id: items[0]?.id ?? '' } });
};

test('before converting it shows the mail that converting sends, and nothing has happened', async () => {
  const { id, version } = await draft();
  const body = { email: 'dana@acme.example', message: 'Hello Dana', validUntil: '2026-12-01' };
  const preview = await client().previewEstimate({ params: { id }, body });
  expect(await client().getOrder({ params: { id } })).toMatchObject({ stage: 'draft', version, estimate: null });
  expect((await client().listOrderMails({ params: { id } })).items).toEqual([]);
  await client().issueEstimate({ params: { id }, body });
  const mail = await sent(id);
  expect(preview.subject).toBe(mail.subject);
  expect(withoutLinks(preview.text)).toBe(withoutLinks(mail.text));
  expect(withoutLinks(preview.html)).toBe(withoutLinks(mail.html));
  expect(preview.text).not.toMatch(/\/e\/[A-Za-z0-9_-]{20,}/);
});

test('what was issued is previewed as it was frozen, whatever the draft says by now', async () => {
  const { id } = await draft();
  await client().issueEstimate({ params: { id }, body: {} });
  await client().addLines({ params: { id }, body: { custom: { name: 'Rush', unitPrice: '50', quantity: 1 } } });
  const preview = await client().previewIssuedEstimate({ params: { id, revision: 1 }, body: { message: 'As promised' } });
  expect(preview.text).not.toContain('Rush');
  await client().sendEstimate({ params: { id, revision: 1 }, body: { email: 'dana@acme.example', message: 'As promised' } });
  expect(withoutLinks(preview.text)).toBe(withoutLinks((await sent(id)).text));
});

test('extended, it is mailed with the day it ends by now, and previewed so', async () => {
  const { id } = await draft();
  await client().issueEstimate({ params: { id }, body: { validUntil: '2026-12-01' } });
  await client().extendEstimate({ params: { id, revision: 1 }, body: { validUntil: '2027-01-31' } });
  const preview = await client().previewIssuedEstimate({ params: { id, revision: 1 }, body: {} });
  expect(preview.subject).toContain('valid until Jan 31, 2027');
  await client().sendEstimate({ params: { id, revision: 1 }, body: { email: 'dana@acme.example' } });
  const mail = await sent(id);
  expect(mail.subject).toBe(preview.subject);
  for (const part of [mail.subject, mail.text, mail.html]) {
    expect(part).toContain('Jan 31, 2027');
    expect(part).not.toContain('Dec 1, 2026');
  }
});

test.each([
  ['an empty draft', [], {}, 'estimate.no_lines'],
  ['a day that has passed', [{ sku: 'MUG', quantity: 1 }], { validUntil: '2026-11-01' }, 'estimate.valid_until_past'],
  ['another total than was seen', [{ sku: 'MUG', quantity: 1 }], { expectedTotal: { amount: 1, currency: 'USD' } }, 'order.moved'],
])('%s is told as converting would tell it', async (_, lines, body, code) => {
  const { id } = await draft(lines);
  const response = await app.owner.request('POST', `/api/v1/orders/${id}/estimates/preview`, body);
  expect((await response.json()) as object).toMatchObject({ code });
});

test('a revision that is withdrawn or missing has no mail to preview', async () => {
  const { id } = await draft();
  await client().issueEstimate({ params: { id }, body: {} });
  await client().withdrawEstimate({ params: { id, revision: 1 } });
  const code = async (revision: number) =>
    ((await (await app.owner.request('POST', `/api/v1/orders/${id}/estimates/${revision}/preview`, {})).json()) as { code: string }).code;
  expect([await code(1), await code(2)]).toEqual(['estimate.not_open', 'estimate.not_found']);
});

test("mail of another account's order is as good as missing", async () => {
  const { id } = await draft();
  expect((await app.stranger.request('GET', `/api/v1/orders/${id}/mails`)).status).toBe(404);
});
