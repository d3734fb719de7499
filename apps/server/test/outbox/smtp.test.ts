// Mail over a real SMTP server: what it takes is what the customer's mail program would read.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { smtpMailer } from '../../src/adapters/mail/smtp-mailer.ts';
import { aPriceList, readyToSubmit, tokenOf } from '../support/a-ready-order.ts';
import { aShop } from '../support/a-shop.ts';
import { anSmtpServer, type SmtpPeer } from '../support/an-smtp-server.ts';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';

let smtp: SmtpPeer;
let app: TestApp;
let orderId: string;
beforeEach(async () => {
  smtp = await anSmtpServer({ user: 'orders@shop.example', password: 'p@ss:word/1' });
  app = await createTestApp({ mailer: smtpMailer(smtp.url, 'shop.example') });
  const { customerId } = await aShop(app);
  await aPriceList(app);
  orderId = (await app.owner.client.createOrder({ body: { customerId, lines: [{ sku: 'MUG', quantity: 4 }] } })).id;
});
afterEach(async () => {
  await app.close();
  await smtp.close();
});

const issue = (body: object = {}) => app.owner.client.issueEstimate({ params: { id: orderId }, body: { email: 'dana@acme.example', ...body } });
const mails = async () => (await app.owner.client.listOrderMails({ params: { id: orderId } })).items;

test('an estimate arrives with both parts, in the name of the shop, with replies going to who sent it', async () => {
  await readyToSubmit(app, orderId);
  await issue({ message: 'As agreed – grüße, 田中 🎽\nSee you.' });
  await app.runJobs();
  const [{ mail, recipients }] = smtp.received as never as [SmtpPeer['received'][number]];
  expect(recipients).toEqual(['dana@acme.example']);
  expect(mail.from?.value).toEqual([{ name: 'Shop main', address: 'orders@shop.example' }]);
  expect(mail.replyTo?.value[0]?.address).toBe('owner@shop.example');
  // 4 × 4.50 = 18.00, shipping 12.00, tax 8.875 % of 18.00 = 1.60.
  expect(mail.subject).toMatch(/^Estimate \d+ from Shop main – \$31\.60, valid until Dec 23, 2026$/);
  for (const part of [mail.text, String(mail.html)]) {
    expect(part).toContain('As agreed – grüße, 田中 🎽');
    expect(part).toContain('$31.60');
  }
  const page = await app.fetch(`/api/estimates/v1/${tokenOf(mail.text ?? '')}`);
  expect(((await page.json()) as { totals: { total: object } }).totals.total).toEqual({ amount: 3160, currency: 'USD' });
  expect(await mails()).toMatchObject([{ state: 'sent', attempts: 1, error: null, revision: 1 }]);
  expect(mail.messageId).toBe(`<${(await mails())[0]?.id}@shop.example>`);
});

test('a name cannot start another header', async () => {
  await app.owner.client.changeSettings({ body: { name: 'Evil "Shop", <x@y.example>' } });
  await issue();
  await app.runJobs();
  expect(smtp.received[0]?.mail.from?.value).toEqual([{ name: 'Evil "Shop", <x@y.example>', address: 'orders@shop.example' }]);
  expect(smtp.received[0]?.recipients).toEqual(['dana@acme.example']);
});

test('a server that says "later" gets it again by itself, once', async () => {
  smtp.replies.push([451, 'Try again later']);
  await issue();
  await expect(app.runJobs()).rejects.toThrow('Try again later');
  expect(await mails()).toMatchObject([{ state: 'queued', attempts: 1, error: expect.stringContaining('451') }]);
  await vi.waitFor(async () => expect(await app.runJobs()).toBe(1), { timeout: 15_000, interval: 250 });
  expect(await mails()).toMatchObject([{ state: 'sent', attempts: 2, error: null }]);
  expect(smtp.received).toHaveLength(1);
});

test('an address that the server does not know is told at once, and can be sent elsewhere', async () => {
  smtp.unknown.add('dana@acme.example');
  await issue();
  await app.runJobs();
  expect(await mails()).toMatchObject([{ state: 'failed', attempts: 1, error: expect.stringContaining('No such user: dana@acme.example') }]);
  await app.owner.client.sendEstimate({ params: { id: orderId, revision: 1 }, body: { email: 'fox@acme.example' } });
  await app.runJobs();
  expect(smtp.received.map(({ recipients }) => recipients)).toEqual([['fox@acme.example']]);
});

test('a server that cannot be reached, or does not let us in, is tried again', async () => {
  await smtp.close();
  await issue();
  await expect(app.runJobs()).rejects.toThrow('ECONNREFUSED');
  expect(await mails()).toMatchObject([{ state: 'queued', attempts: 1 }]);
  smtp = await anSmtpServer({ user: 'orders@shop.example', password: 'changed' });
  const locked = smtpMailer(smtp.url.replace('changed', 'old'), 'shop.example');
  const mail = {
    id: 'x',
    date: new Date(),
    fromName: 'S',
    recipients: ['a@b.example'],
    cc: [],
    heads: null,
    attachments: [],
    replyTo: null,
    subject: 's',
    html: 'h',
    text: 't',
  };
  const refused = await locked.deliver(mail).catch((error: unknown) => error);
  expect(refused).toMatchObject({ name: 'Error', code: 'EAUTH' });
  locked.close();
});

test('an estimate issued without an address is sent later, as it was frozen', async () => {
  await issue({ email: '' });
  await app.owner.client.addLines({ params: { id: orderId }, body: { custom: { name: 'Rush', unitPrice: '50', quantity: 1 } } });
  await app.runJobs();
  expect(smtp.received).toEqual([]);
  await app.owner.client.sendEstimate({ params: { id: orderId, revision: 1 }, body: { email: 'dana@acme.example', message: 'Here it is.' } });
  await app.runJobs();
  expect(smtp.received[0]?.mail.text).toContain('$18.00 plus shipping and tax');
  expect(smtp.received[0]?.mail.text).not.toContain('Rush');
});
