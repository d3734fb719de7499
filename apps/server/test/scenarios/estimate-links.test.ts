// Links as they arrive in the world: cut off, of another order, revoked, followed by scanners; and words that try to be more than words.
import type { EstimateLink } from '@backdesk/contract/estimate/link-routes.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aPriceList, readyToSubmit, tokenOf } from '../support/a-ready-order.ts';
import { aShop, type Shop } from '../support/a-shop.ts';
import { answer, inTheirHands } from '../support/an-estimate.ts';
import { createTestApp, ownerEmail, type TestApp } from '../support/create-test-app.ts';
import { problemOf } from '../support/problem-of.ts';
import { wordsOfPdf } from '../support/words-of-pdf.ts';

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
const factsOf = (orderId: string, kind: 'read') =>
  app.db.selectFrom('estimate_facts').select('at').where('order_id', '=', orderId).where('kind', '=', kind).execute();
const linksOf = async (id: string) => (await app.owner.client.listEstimateLinks({ params: { id } })).items;
async function revoke(id: string, kind: EstimateLink['kind'], recipient?: string) {
  const link = (await linksOf(id)).find((one) => one.kind === kind && (recipient === undefined || one.recipient === recipient));
  await app.owner.client.revokeEstimateLink({ params: { id: link?.id ?? '' } });
}
/** The token of the link that stands on a PDF. */
async function printedIn(id: string, revision: number): Promise<string> {
  const { url } = await app.owner.client.drawDocument({ params: { id, revision } });
  const text = await wordsOfPdf(await (await app.owner.request('GET', url)).arrayBuffer());
  // What stands after it on the page runs into it once the breaks of lines are out.
  return tokenOf(text.replaceAll(' ', '')).slice(0, 43);
}
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
  const { items } = await app.owner.client.listEstimateLinks({ params: { id: sent.id } });
  expect(items.map(({ kind, revokedAt }) => [kind, revokedAt])).toEqual([
    ['copied', null],
    ['document', null],
  ]);
  await revoke(sent.id, 'copied');
  for (const path of readings) expect((await app.anonymous.request('GET', `/api/estimates/v1/${sent.token}${path}`)).status, path).toBe(410);
  for (const verb of ['accept', 'decline'] as const) {
    const { status, body } = await answer(app, sent, verb, verb === 'decline' ? { reason: 'price' } : {});
    expect([status, body.code, body.detail]).toEqual([410, 'estimate.gone', { why: 'revoked' }]);
  }
  for (const body of [{ text: 'Hello' }, undefined]) {
    const path = body === undefined ? 'files?fileName=po.pdf' : 'messages';
    expect((await app.anonymous.request('POST', `/api/estimates/v1/${sent.token}/${path}`, body)).status, path).toBe(410);
  }
  expect(await statusOf(sent.id)).toBe('open');
  const printed = (await linksOf(sent.id)).find(({ kind }) => kind === 'document');
  expect(printed?.revokedAt).toBeNull();
  expect((await app.owner.client.getHistory({ params: { id: sent.id } })).items.map(({ sentence }) => sentence)).toContain(
    'Copied link to the estimate revoked',
  );
});

test('copied again after it was revoked, the link has another address; the old one stays gone, and revoking twice is once', async () => {
  const sent = await estimate();
  await revoke(sent.id, 'copied');
  await revoke(sent.id, 'copied');
  expect((await linksOf(sent.id)).map(({ revokedAt, revokedBy, endedCount }) => [revokedAt !== null, revokedBy, endedCount])).toEqual([
    [true, 'Owner of main', 1],
  ]);
  const again = tokenOf((await app.owner.client.copyEstimateLink({ params: { id: sent.id, revision: 1 } })).url);
  expect(again).not.toBe(sent.token);
  expect((await linksOf(sent.id)).map(({ revokedAt, revokedBy, endedCount }) => [revokedAt, revokedBy, endedCount])).toEqual([[null, null, 1]]);
  expect((await answer(app, sent, 'accept')).status).toBe(410);
  expect((await answer(app, { ...sent, token: again }, 'accept')).status).toBe(200);
  await revoke(sent.id, 'copied');
  for (const token of [sent.token, again]) expect((await app.anonymous.request('GET', `/api/estimates/v1/${token}`)).status).toBe(410);
});

test('a yes that waits for the order while its link is revoked binds nothing', async () => {
  const sent = await estimate();
  const [{ id: linkId } = { id: '' }] = await linksOf(sent.id);
  let accepting: ReturnType<typeof answer> | undefined;
  await app.db.transaction().execute(async (tx) => {
    await tx.selectFrom('orders').select('id').where('id', '=', sent.id).forUpdate().execute();
    accepting = answer(app, sent, 'accept');
    // It was let in by its link, and waits for the lock that is held here.
    await expect
      .poll(async () => (await sql<{ n: number }>`select count(*)::int n from pg_locks where not granted`.execute(app.db)).rows[0]?.n)
      .toBeGreaterThan(0);
    await tx.updateTable('estimate_links').set({ revoked_at: app.clock.now() }).where('id', '=', linkId).execute();
  });
  expect((await accepting)?.body).toMatchObject({ code: 'estimate.gone', detail: { why: 'revoked' } });
  expect(await statusOf(sent.id)).toBe('open');
});

test('who is revoked gets no reminder, no message and no mail that waits; sent to again, a link of their own that works', async () => {
  const { id } = await estimate();
  const { client } = app.owner;
  await client.sendEstimate({ params: { id, revision: 1 }, body: { email: 'dana@acme.example', alsoTo: ['lee@acme.example'] } });
  await revoke(id, 'person');
  const mails = async () => (await client.listOrderMails({ params: { id } })).items;
  expect((await mails()).map(({ recipients, state, mayResend }) => [recipients[0], state, mayResend]).sort()).toEqual([
    ['dana@acme.example', 'canceled', false],
    ['lee@acme.example', 'queued', true],
  ]);
  await app.runJobs();
  await client.writeMessage({ params: { id }, body: { text: 'Any questions?' } });
  expect((await mails()).filter(({ template }) => template === 'order_message').map(({ recipients }) => recipients[0])).toEqual(['lee@acme.example']);
  await revoke(id, 'person', 'lee@acme.example');
  const lees = (await mails()).find(({ template, state }) => template === 'estimate' && state === 'kept');
  expect(lees).toMatchObject({ recipients: ['lee@acme.example'], isLinkRevoked: true, mayResend: false });
  expect(await problemOf(client.resendMail({ params: { id: lees?.id ?? '' } }))).toMatchObject({ code: 'mail.link_revoked' });
  app.clock.advance({ seconds: 1 });
  await client.sendEstimate({ params: { id, revision: 1 }, body: { email: 'dana@acme.example' } });
  const sentAnew = (await mails())[0];
  expect(sentAnew).toMatchObject({ recipients: ['dana@acme.example'], isLinkRevoked: false });
  const token = tokenOf((await client.getMail({ params: { id: sentAnew?.id ?? '' } })).text);
  expect((await app.anonymous.request('GET', `/api/estimates/v1/${token}`)).status).toBe(200);
});

test('with every link revoked a message is refused with what to do, and nothing opens by itself again', async () => {
  const { id } = await estimate();
  const { client } = app.owner;
  await client.sendEstimate({ params: { id, revision: 1 }, body: { email: 'dana@acme.example' } });
  await app.runJobs();
  await revoke(id, 'person');
  const before = (await client.listOrderMails({ params: { id } })).items.length;
  expect(await problemOf(client.writeMessage({ params: { id }, body: { text: 'Any questions?' } }))).toMatchObject({ code: 'estimate.link_revoked' });
  expect((await client.listOrderMails({ params: { id } })).items).toHaveLength(before);
  expect((await client.listMessages({ params: { id } })).items).toEqual([]);
  const revoked = async () => (await linksOf(id)).find(({ kind }) => kind === 'person')?.revokedAt;
  expect(await revoked()).not.toBeNull();
  await client.sendEstimate({ params: { id, revision: 1 }, body: { email: 'dana@acme.example' } });
  expect(await revoked()).toBeNull();
  expect((await client.writeMessage({ params: { id }, body: { text: 'Any questions?' } })).text).toBe('Any questions?');

  // A yes by phone binds; the copy is not sent, and staff are told so.
  await revoke(id, 'person');
  await client.recordAcceptance({ params: { id, revision: 1 }, body: { channel: 'phone', name: 'Dana Fox', note: 'Called at nine' } });
  expect(await revoked()).not.toBeNull();
  const { items } = await client.listOrderMails({ params: { id } });
  expect(items.map(({ template }) => template)).not.toContain('estimate_accepted');
  const told = await client.getMail({ params: { id: items.find(({ template }) => template === 'estimate_decision')?.id ?? '' } });
  expect(told.text).toContain('No copy was sent to dana@acme.example: their link was revoked.');
  expect((await client.getHistory({ params: { id } })).items[0]?.sentence).toContain('no copy was sent to dana@acme.example, whose link was revoked');
});

test('the link on a PDF revoked, what was printed leads nowhere, and the next revision prints another', async () => {
  const { id } = await estimate();
  const { client } = app.owner;
  const first = await printedIn(id, 1);
  await revoke(id, 'document');
  await client.addLines({ params: { id }, body: { custom: { name: 'More', unitPrice: '10', quantity: 1 } } });
  await client.issueEstimate({ params: { id }, body: {} });
  const second = await printedIn(id, 2);
  expect((await app.anonymous.request('GET', `/api/estimates/v1/${first}`)).status).toBe(410);
  expect((await app.anonymous.request('GET', `/api/estimates/v1/${second}`)).status).toBe(200);
});

test('who says yes by the link on the paper is sent their copy at the address of the customer, and the shop answers there', async () => {
  const sent = await estimate();
  const token = await printedIn(sent.id, 1);
  const page = await app.anonymous.client.getEstimatePage({ params: { token } });
  expect((await answer(app, { ...sent, token, page }, 'accept')).status).toBe(200);
  const { items } = await app.owner.client.listMails({ query: { orderId: sent.id } });
  expect(items.map(({ template, recipients }) => [template, ...recipients]).sort()).toEqual([
    ['estimate_accepted', 'dana@acme.example'],
    ['estimate_decision', ownerEmail],
  ]);
  const told = items.find(({ template }) => template === 'estimate_decision');
  expect((await app.owner.client.getMail({ params: { id: told?.id ?? '' } })).replyTo).toBe('dana@acme.example');
  // The paper is nobody's name; that the yes came by it is part of the evidence.
  const history = await app.owner.client.getHistory({ params: { id: sent.id }, query: {} });
  expect(history.items.filter(({ actor }) => actor.name === 'document')).toEqual([]);
  const kept = await app.db.selectFrom('estimate_decisions').select('content').where('order_id', '=', sent.id).executeTakeFirstOrThrow();
  expect(JSON.parse(kept.content)).toMatchObject({ link: { recipient: 'document' } });
});

test('a mail scanner that follows every address, in every way that reads, decides nothing', async () => {
  const sent = await estimate();
  const agent = { 'user-agent': 'Mozilla/5.0 (compatible; LinkScanner/2.0)' };
  for (const verb of ['accept', 'decline', 'request-changes', 'files', 'read']) {
    expect((await app.anonymous.request('GET', `/api/estimates/v1/${sent.token}/${verb}`, undefined, agent)).status).toBe(405);
    expect((await app.anonymous.request('HEAD', `/api/estimates/v1/${sent.token}/${verb}`, undefined, agent)).status).toBe(405);
  }
  for (const path of readings) await app.anonymous.request('GET', `/api/estimates/v1/${sent.token}${path}`, undefined, agent);
  expect(await statusOf(sent.id)).toBe('open');
  expect(await factsOf(sent.id, 'read')).toEqual([]);
  expect(await app.db.selectFrom('estimate_decisions').select('id').where('order_id', '=', sent.id).execute()).toEqual([]);
  expect((await answer(app, sent, 'accept')).status, 'the customer comes after it').toBe(200);
});

test('that the lines were read to their end is noted once, told to staff, and part of what happened before the yes', async () => {
  const sent = await estimate();
  const note = (sha256: string) => app.anonymous.request('POST', `/api/estimates/v1/${sent.token}/read`, { sha256 });
  expect((await note('0'.repeat(64))).status, 'another revision than the one that is shown').toBe(404);
  const twice = await Promise.all([note(sent.page.sha256), note(sent.page.sha256)]);
  expect(twice.map(({ status }) => status)).toEqual([200, 200]);
  expect(await factsOf(sent.id, 'read')).toHaveLength(1);
  expect(await statusOf(sent.id), 'it decides nothing').toBe('open');
  expect((await answer(app, sent, 'accept')).status).toBe(200);
  const { content } = await app.db.selectFrom('estimate_decisions').select('content').where('order_id', '=', sent.id).executeTakeFirstOrThrow();
  const { trail } = JSON.parse(content) as { readonly trail: readonly { readonly kind: string }[] };
  expect(trail.map(({ kind }) => kind).filter((kind) => kind === 'viewed' || kind === 'read')).toEqual(['viewed', 'read']);
  const drawn = await app.owner.request('GET', `/api/v1/orders/${sent.id}/estimates/1/certificate`);
  expect(await wordsOfPdf(await drawn.arrayBuffer())).toContain('Lines on the screen to their end, by');
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
