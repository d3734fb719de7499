import { createHash } from 'node:crypto';
import { frozenEstimate } from '@backdesk/contract/estimate/frozen.ts';
import type { Order } from '@backdesk/contract/order/order.ts';
import canonicalize from 'canonicalize';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { aPriceList, readyToSubmit, tokenOf } from '../support/a-ready-order.ts';
import { aShop, type Shop } from '../support/a-shop.ts';
import { behindOurBack } from '../support/behind-our-back.ts';
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
const draft = (lines: readonly object[]) => client().createOrder({ body: { customerId: shop.customerId, lines: lines as never } });
const read = (id: string): Promise<Order> => client().getOrder({ params: { id } });
const issue = (id: string, body: object = {}) => client().issueEstimate({ params: { id }, body: body as never });
const page = (token: string) => client().getEstimatePage({ params: { token } });
const link = async (id: string, revision: number) => tokenOf((await client().copyEstimateLink({ params: { id, revision } })).url);
const refusal = async (method: string, path: string, body?: unknown) => {
  const response = await app.owner.request(method, path, body);
  return { status: response.status, ...((await response.json()) as { code: string; detail?: Record<string, unknown> }) };
};

test('a blank e-mail sends nothing, and the listing says Estimate', async () => {
  const { id } = await draft([{ sku: 'MUG', quantity: 4 }]);
  const revision = await issue(id, { email: '' });
  expect(revision).toMatchObject({
    revision: 1,
    status: 'open',
    releasedAt: null,
    sentAt: null,
    sentTo: [],
    validUntil: '2026-12-23',
    open: ['shipping', 'tax'],
  });
  // The last second of 23 December in New York.
  expect(revision.expiresAt).toBe('2026-12-24T04:59:59.000Z');
  expect(await read(id)).toMatchObject({ stage: 'estimate', estimate: { revision: 1 } });
  expect((await client().listMails({ query: { orderId: id } })).items).toEqual([]);
});

test('with an e-mail the customer gets the link, the page shows what the mail said, and looking is noted once a minute', async () => {
  const { id, number } = await draft([{ sku: 'MUG', quantity: 4 }]);
  await readyToSubmit(app, id);
  const revision = await issue(id, { email: 'dana@acme.example', message: 'As agreed on the phone.' });
  expect(revision).toMatchObject({ sentTo: ['dana@acme.example'], open: [] });
  const [row] = (await client().listMails({ query: { orderId: id } })).items;
  const mail = await client().getMail({ params: { id: row?.id ?? '' } });
  // 4 × 4.50 = 18.00, shipping 12.00, tax 8.875 % of 18.00 = 1.60 (shipping is not taxed): 31.60.
  expect(mail.subject).toBe(`Estimate ${number} from Shop main – $31.60, valid until Dec 23, 2026`);
  expect(mail.text).toContain('$31.60');
  expect(mail.text).toContain('As agreed on the phone.');
  const token = tokenOf(mail.text);
  expect(await page(token)).toMatchObject({
    number,
    revision: 1,
    status: 'open',
    expired: false,
    totals: { total: { amount: 3160, currency: 'USD' }, open: [] },
    sha256: revision.sha256,
  });
  await page(token);
  await vi.waitFor(async () => expect((await read(id)).estimate?.revisions[0]).toMatchObject({ viewCount: 1 }));
  app.clock.advance({ minutes: 2 });
  await page(token);
  await vi.waitFor(async () => expect((await read(id)).estimate?.revisions[0]?.viewCount).toBe(2));
  expect(await app.runJobs()).toBeGreaterThan(0);
  expect((await client().getMail({ params: { id: mail.id } })).state).toBe('kept');
});

test('neither the draft nor the catalogue moves what was frozen, and one changed byte shows', async () => {
  const { id, lines } = await draft([{ sku: 'TEE-S', quantity: 24 }]);
  await issue(id);
  const token = await link(id, 1);
  const before = await page(token);
  expect(before.totals.total.amount).toBe(18000);
  await client().changeLine({ params: { id, lineId: lines[0]?.id ?? '' }, body: { quantity: 48 } });
  await sql`update price_rows set extended_price = extended_price * 2 where product_id = ${shop.products.TEE}`.execute(app.db);
  await sql`update products set name = 'Renamed' where id = ${shop.products.TEE}`.execute(app.db);
  expect(await page(token)).toEqual(before);
  // Under the lock the changed quantity is priced from the revision's own table: 48 at 7.50 each.
  expect((await read(id)).lines[0]).toMatchObject({ total: { amount: 36000 }, priceTable: { source: 'revision', label: 'Estimate r1' } });

  const row = await app.db.selectFrom('estimate_revisions').select(['content', 'sha256']).where('order_id', '=', id).executeTakeFirstOrThrow();
  const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
  expect(hashOf(row.content)).toBe(before.sha256);
  expect(canonicalize(JSON.parse(row.content))).toBe(row.content);
  expect(frozenEstimate.parse(JSON.parse(row.content)).orderId).toBe(id);
  expect(hashOf(row.content.replace('"quantity":24', '"quantity":25'))).not.toBe(before.sha256);
  const complaint = vi.spyOn(console, 'error').mockReturnValue();
  await behindOurBack(app, 'estimate_revisions', () =>
    sql`update estimate_revisions set content = replace(content, '"quantity":24', '"quantity":25') where order_id = ${id}`.execute(app.db),
  );
  const broken = await app.fetch(`/api/estimates/v1/${token}`);
  expect([broken.status, ((await broken.json()) as { code: string }).code]).toEqual([500, 'internal_error']);
  expect(JSON.stringify(complaint.mock.calls)).toContain('does not match its hash');
  complaint.mockRestore();
  await sql`update price_rows set extended_price = extended_price / 2 where product_id = ${shop.products.TEE}`.execute(app.db);
});

test('r1 is replaced until somebody outside can see it; after that r2 supersedes it', async () => {
  const { id, lines } = await draft([{ sku: 'MUG', quantity: 1 }]);
  const first = await issue(id);
  await client().changeLine({ params: { id, lineId: lines[0]?.id ?? '' }, body: { quantity: 2 } });
  const again = await issue(id);
  expect(again).toMatchObject({ revision: 1, total: { amount: 900 } });
  expect(again.sha256).not.toBe(first.sha256);
  const token = await link(id, 1);
  await client().changeLine({ params: { id, lineId: lines[0]?.id ?? '' }, body: { quantity: 3 } });
  expect(await issue(id)).toMatchObject({ revision: 2, total: { amount: 1350 }, releasedAt: null });
  expect((await read(id)).estimate?.revisions.map((revision) => revision.status)).toEqual(['superseded', 'open']);
  // Nobody has been given r2 yet.
  expect(await page(token)).toMatchObject({ revision: 1, status: 'superseded' });
  await client().sendEstimate({ params: { id, revision: 2 }, body: { email: 'dana@acme.example', message: '' } });
  expect(await page(token)).toMatchObject({ revision: 2, status: 'open' });
});

test('withdrawing makes it a draft again and the page says so', async () => {
  const { id } = await draft([{ sku: 'MUG', quantity: 1 }]);
  await issue(id);
  const token = await link(id, 1);
  const order = await client().withdrawEstimate({ params: { id, revision: 1 } });
  expect(order).toMatchObject({ stage: 'draft', lines: [{ priceTable: { source: 'list' } }], estimate: { revisions: [{ status: 'withdrawn' }] } });
  expect(await page(token)).toMatchObject({ status: 'withdrawn', revision: 1 });
  expect(await refusal('POST', `/api/v1/orders/${id}/estimates/1/withdraw`)).toMatchObject({ status: 409, code: 'estimate.not_open' });
  expect(await refusal('POST', `/api/v1/orders/${id}/estimates/1/send`, { email: 'a@b.example' })).toMatchObject({ status: 409, code: 'estimate.not_open' });
  expect(await refusal('POST', `/api/v1/orders/${id}/estimates/7/send`, { email: 'a@b.example' })).toMatchObject({ status: 404, code: 'estimate.not_found' });
});

test('saving as a cart withdraws the open revision; taking it back makes a draft', async () => {
  const { id } = await draft([{ sku: 'MUG', quantity: 1 }]);
  await issue(id);
  const token = await link(id, 1);
  expect(await client().saveAsCart({ params: { id }, body: { name: 'For spring' } })).toMatchObject({ stage: 'saved_cart', name: 'For spring' });
  expect(await page(token)).toMatchObject({ status: 'withdrawn' });
  expect(await client().takeBack({ params: { id } })).toMatchObject({ stage: 'draft' });
  expect(await refusal('POST', `/api/v1/orders/${id}/take-back`)).toMatchObject({ status: 409, code: 'order.no_such_transition' });
});

test('what cannot be promised is refused with its reason', async () => {
  const empty = await draft([]);
  expect(await refusal('POST', `/api/v1/orders/${empty.id}/estimates`, {})).toMatchObject({ status: 422, code: 'estimate.no_lines' });
  const { id } = await draft([{ sku: 'MUG', quantity: 1 }]);
  expect(await refusal('POST', `/api/v1/orders/${id}/estimates`, { validUntil: '2026-11-22' })).toMatchObject({
    status: 422,
    code: 'estimate.valid_until_past',
  });
  const moved = await refusal('POST', `/api/v1/orders/${id}/estimates`, { expectedTotal: { amount: 400, currency: 'USD' } });
  expect(moved).toMatchObject({ status: 409, code: 'order.moved', detail: { expectedAmount: 400, totalAmount: 450, differenceAmount: 50 } });
  expect(await read(id)).toMatchObject({ stage: 'draft', version: 1, estimate: null });
});

test('an estimate ends with its last day, stays readable, and is gone with its order', async () => {
  const { id } = await draft([{ sku: 'MUG', quantity: 1 }]);
  await issue(id, { validUntil: '2026-11-24' });
  const token = await link(id, 1);
  app.clock.set('2026-11-25T04:59:59Z');
  expect((await page(token)).expired).toBe(false);
  app.clock.set('2026-11-25T05:00:00Z');
  expect(await page(token)).toMatchObject({ expired: true, status: 'open' });
  expect((await read(id)).estimate?.revisions[0]?.expired).toBe(true);
  await client().deleteOrder({ params: { id } });
  const gone = await app.fetch(`/api/estimates/v1/${token}`);
  expect([gone.status, ((await gone.json()) as { code: string }).code]).toEqual([410, 'estimate.gone']);
  for (const other of [token.slice(0, -1), `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`, 'A'.repeat(43)])
    expect((await app.fetch(`/api/estimates/v1/${other}`)).status).toBe(404);
  await client().restoreOrder({ params: { id } });
  expect((await page(token)).expired).toBe(true);
  await client().deleteOrder({ params: { id } });
  app.clock.advance({ days: 31 });
  // The owner's session has ended by then; a key has not.
  expect((await app.apiKey.request('POST', `/api/v1/orders/${id}/restore`)).status).toBe(404);
});
