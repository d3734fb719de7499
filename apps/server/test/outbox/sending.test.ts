// An estimate goes to several people: what really arrives at each, over a real SMTP server; held for a moment, taken back, and told
// honestly.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { smtpMailer } from '../../src/adapters/mail/smtp-mailer.ts';
import { aPriceList, readyToSubmit, tokenOf } from '../support/a-ready-order.ts';
import { aShop } from '../support/a-shop.ts';
import { anSmtpServer, type SmtpPeer } from '../support/an-smtp-server.ts';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';

let smtp: SmtpPeer;
let app: TestApp;
let id: string;
beforeEach(async () => {
  smtp = await anSmtpServer({ user: 'orders@shop.example', password: 'p@ss:word/1' });
  app = await createTestApp({ mailer: smtpMailer(smtp.url, 'shop.example') });
  const { customerId } = await aShop(app);
  await aPriceList(app);
  id = (await app.owner.client.createOrder({ body: { customerId, lines: [{ sku: 'MUG', quantity: 4 }] } })).id;
  await readyToSubmit(app, id);
});
afterEach(async () => {
  await app.close();
  await smtp.close();
});

const client = () => app.owner.client;
const issue = (body: object) => client().issueEstimate({ params: { id }, body: body as never });
const revision = async (number = 1) => (await client().getOrder({ params: { id } })).estimate?.revisions.find((one) => one.revision === number);
const history = async () => (await client().getHistory({ params: { id } })).items.map(({ sentence }) => sentence);
/** Does what is due until so many mails have arrived: a held one is due a real moment later. */
const arrive = (count: number) =>
  vi.waitFor(
    async () => {
      await app.runJobs();
      expect(smtp.received).toHaveLength(count);
    },
    { timeout: 20_000, interval: 250 },
  );

test('each person gets a mail with a link of their own, under heads that name them all, with the document attached and linked', async () => {
  const to = { email: 'dana@acme.example', alsoTo: ['lee@acme.example', 'DANA@acme.example'], cc: ['boss@acme.example', 'lee@acme.example'] };
  await issue({ ...to, message: 'For both of you' });
  await arrive(3);
  expect(smtp.received.map(({ recipients }) => recipients)).toEqual([['dana@acme.example'], ['lee@acme.example'], ['boss@acme.example']]);
  const tokens = new Set<string>();
  for (const { mail } of smtp.received) {
    const addresses = (field: typeof mail.to) => (Array.isArray(field) ? field : [field]).flatMap((one) => one?.value ?? []).map(({ address }) => address);
    expect(addresses(mail.to)).toEqual(['dana@acme.example', 'lee@acme.example']);
    expect(addresses(mail.cc)).toEqual(['boss@acme.example']);
    const token = tokenOf(mail.text ?? '');
    tokens.add(token);
    for (const part of [mail.text, String(mail.html)]) expect(part).toContain(`/api/estimates/v1/${token}/document`);
    const [attached] = mail.attachments;
    expect([attached?.filename, attached?.contentType]).toEqual([expect.stringMatching(/^Estimate \d+\.pdf$/), 'application/pdf']);
    // The very document that the page gives.
    const fetched = await app.fetch(`/api/estimates/v1/${token}/document?revision=1`);
    expect(attached?.content.equals(Buffer.from(await fetched.arrayBuffer()))).toBe(true);
  }
  expect(tokens.size).toBe(3);
  expect(await history()).toContain('Estimate r1 sent to dana@acme.example, lee@acme.example, copy to boss@acme.example');
  expect(await revision()).toMatchObject({
    deliveries: [
      { recipient: 'dana@acme.example', isCopy: false, state: 'sent' },
      { recipient: 'lee@acme.example', isCopy: false, state: 'sent' },
      { recipient: 'boss@acme.example', isCopy: true, state: 'sent' },
    ],
  });
});

test('what is previewed is what arrives, but for the link', async () => {
  const body = { email: 'dana@acme.example', message: 'As agreed' };
  const preview = await client().previewEstimate({ params: { id }, body });
  await issue(body);
  await arrive(1);
  const mail = smtp.received[0]?.mail;
  const token = tokenOf(mail?.text ?? '');
  expect(mail?.subject).toBe(preview.subject);
  expect(mail?.text?.replaceAll(token, '…').trim()).toBe(preview.text.trim());
  expect(String(mail?.html).replaceAll(token, '…').trim()).toBe(preview.html.trim());
  expect(mail?.attachments.map(({ filename }) => filename)).toEqual(preview.attachments);
});

test('held, it has not left and can be taken back: nothing arrives, and the estimate is as unsent as before', async () => {
  await issue({ email: 'dana@acme.example', alsoTo: ['lee@acme.example'], holdSeconds: 1 });
  expect((await revision())?.deliveries).toMatchObject([
    { state: 'queued', heldUntil: '2026-11-23T09:00:01.000Z' },
    { state: 'queued', heldUntil: '2026-11-23T09:00:01.000Z' },
  ]);
  const undone = await client().undoSending({ params: { id, revision: 1 } });
  expect(undone).toMatchObject({ sentTo: [], sentAt: null, releasedAt: null, deliveries: [], status: 'open' });
  app.clock.advance({ seconds: 60 });
  // The job comes when its moment is over and finds nothing to do.
  await vi.waitFor(async () => expect(await app.runJobs()).toBeGreaterThan(0), { timeout: 20_000, interval: 250 });
  expect(smtp.received).toEqual([]);
  expect((await client().listOrderMails({ params: { id } })).items.map(({ state, mayResend }) => [state, mayResend])).toEqual([
    ['canceled', false],
    ['canceled', false],
  ]);
  expect(await history()).toContain('Estimate r1 taken back before it left for dana@acme.example, lee@acme.example');
  // Nobody has seen it: issued again it is written anew under its number.
  await issue({});
  expect((await client().getOrder({ params: { id } })).estimate?.revisions.map(({ revision: number }) => number)).toEqual([1]);
});

test('held mail leaves by itself when its moment is over, and not before; then it is too late', async () => {
  await issue({ email: 'dana@acme.example', holdSeconds: 1 });
  await vi.waitFor(async () => expect((await revision())?.deliveries[0]?.state).toBe('queued'));
  await app.runJobs();
  expect(smtp.received).toEqual([]);
  app.clock.advance({ seconds: 2 });
  await arrive(1);
  const late = await app.owner.request('POST', `/api/v1/orders/${id}/estimates/1/undo-send`);
  expect([late.status, ((await late.json()) as { code: string }).code]).toEqual([409, 'estimate.already_sent']);
  expect((await revision())?.deliveries).toMatchObject([{ state: 'sent', heldUntil: null }]);
});

test('one address that the server refuses is told, the others got it; viewed and fetched are told by person', async () => {
  smtp.unknown.add('lee@acme.example');
  await issue({ email: 'dana@acme.example', alsoTo: ['lee@acme.example'] });
  await arrive(1);
  const token = tokenOf(smtp.received[0]?.mail.text ?? '');
  const { sha256 } = await app.anonymous.client.getEstimatePage({ params: { token } });
  await app.anonymous.client.noteEstimateRead({ params: { token }, body: { sha256 } });
  await app.fetch(`/api/estimates/v1/${token}/document`);
  await expect
    .poll(async () => (await revision())?.deliveries)
    .toMatchObject([
      {
        recipient: 'dana@acme.example',
        state: 'sent',
        viewCount: 1,
        viewedAt: expect.any(String),
        readAt: expect.any(String),
        downloadedAt: expect.any(String),
      },
      { recipient: 'lee@acme.example', state: 'failed', error: expect.stringContaining('No such user'), viewCount: 0, viewedAt: null, readAt: null },
    ]);
});

test('a mail sent again from the outbox carries the document too, and goes to its one person', async () => {
  await issue({ email: 'dana@acme.example', cc: ['boss@acme.example'] });
  await arrive(2);
  const [first] = (await client().listOrderMails({ params: { id } })).items.filter(({ recipients }) => recipients[0] === 'boss@acme.example');
  await client().resendMail({ params: { id: first?.id ?? '' } });
  await arrive(3);
  expect([smtp.received[2]?.recipients, smtp.received[2]?.mail.attachments.length]).toEqual([['boss@acme.example'], 1]);
});
