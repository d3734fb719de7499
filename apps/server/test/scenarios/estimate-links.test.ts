// Links as they arrive in the world: cut off, of another order, revoked, followed by scanners; and words that try to be more than words.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aPriceList, readyToSubmit } from '../support/a-ready-order.ts';
import { aShop, type Shop } from '../support/a-shop.ts';
import { answer, inTheirHands } from '../support/an-estimate.ts';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';

let app: TestApp;
let shop: Shop;
beforeAll(async () => {
  app = await createTestApp();
  shop = await aShop(app);
  await aPriceList(app);
});
afterAll(() => app.close());

const estimate = async () => {
  const { id } = await app.owner.client.createOrder({ body: { customerId: shop.customerId, lines: [{ sku: 'MUG', quantity: 4 }] } });
  await readyToSubmit(app, id);
  return inTheirHands(app, id);
};
const statusOf = async (id: string) => (await app.owner.client.readRevision({ params: { id, revision: 1 } })).status;
/** Every address that a link opens by a GET. */
const readings = ['', '/document', '/revisions/1', '/revisions/1/certificate', '/files/0199aaaa-0000-7000-8000-00000000dead'];

test('a link that was cut off, lengthened or changed by a letter opens nothing, neither to read nor to decide', async () => {
  const sent = await estimate();
  const { token } = sent;
  const last = token.endsWith('A') ? 'B' : 'A';
  for (const other of [
    token.slice(0, -1),
    token.slice(0, 20),
    `${token}A`,
    `${token.slice(0, -1)}${last}`,
    token.toLowerCase() === token ? token.toUpperCase() : token.toLowerCase(),
  ]) {
    for (const path of readings) expect((await app.anonymous.request('GET', `/api/estimates/v1/${other}${path}`)).status, `${other}${path}`).toBe(404);
    expect((await answer(app, { ...sent, token: other }, 'accept')).status).toBe(404);
  }
  expect(await statusOf(sent.id)).toBe('open');
});

test('the hash of one order by the link of another decides nothing of either', async () => {
  const [one, two] = [await estimate(), await estimate()];
  const crossed = await answer(app, { ...one, page: two.page }, 'accept');
  expect([crossed.status, crossed.body.code]).toEqual([409, 'estimate.not_open']);
  expect([await statusOf(one.id), await statusOf(two.id)]).toEqual(['open', 'open']);
});

test('a revoked link says it is gone, whatever it is asked; another link of the order goes on', async () => {
  const sent = await estimate();
  const drawn = await app.owner.client.drawDocument({ params: { id: sent.id, revision: 1 } });
  expect(drawn.kind).toBe('pdf');
  await app.db.updateTable('estimate_links').set({ revoked_at: app.clock.now() }).where('order_id', '=', sent.id).where('recipient', '=', '').execute();
  for (const path of readings) expect((await app.anonymous.request('GET', `/api/estimates/v1/${sent.token}${path}`)).status, path).toBe(410);
  for (const verb of ['accept', 'decline'] as const) {
    const { status, body } = await answer(app, sent, verb, verb === 'decline' ? { reason: 'price' } : {});
    expect([status, body.code]).toEqual([410, 'estimate.gone']);
  }
  expect(await statusOf(sent.id)).toBe('open');
});

test('a mail scanner that follows every address, in every way that reads, decides nothing', async () => {
  const sent = await estimate();
  const agent = { 'user-agent': 'Mozilla/5.0 (compatible; LinkScanner/2.0)' };
  for (const verb of ['accept', 'decline', 'request-changes', 'files']) {
    expect((await app.anonymous.request('GET', `/api/estimates/v1/${sent.token}/${verb}`, undefined, agent)).status).toBe(405);
    expect((await app.anonymous.request('HEAD', `/api/estimates/v1/${sent.token}/${verb}`, undefined, agent)).status).toBe(405);
  }
  for (const path of readings) await app.anonymous.request('GET', `/api/estimates/v1/${sent.token}${path}`, undefined, agent);
  expect(await statusOf(sent.id)).toBe('open');
  expect(await app.db.selectFrom('estimate_decisions').select('id').where('order_id', '=', sent.id).execute()).toEqual([]);
  expect((await answer(app, sent, 'accept')).status, 'the customer comes after it').toBe(200);
});

test('a script in a comment, a name or a reason is text in the page, in history and in the mail', async () => {
  const sent = await estimate();
  const script = '<img src=x onerror="alert(1)"><script>alert(2)</script>';
  expect((await answer(app, sent, 'request-changes', { name: script, comments: [{ text: script }] })).status).toBe(200);
  const page = await app.anonymous.client.getEstimatePage({ params: { token: sent.token } });
  expect(page.decisions[0]).toMatchObject({ name: script, comments: [{ text: script }] });
  const mails = (await app.owner.client.listMails({ query: { orderId: sent.id } })).items;
  const mail = await app.owner.client.getMail({ params: { id: mails.find(({ template }) => template === 'estimate_decision')?.id ?? '' } });
  expect(mail.html).not.toMatch(/<script|<img src=x/);
  expect(mail.html).toContain('&lt;script&gt;');
});
