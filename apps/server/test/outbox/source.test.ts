// What is kept of a mail proves what was sent: composed again it is the very bytes the mail server got, files and all.
import { createHash } from 'node:crypto';
import { simpleParser } from 'mailparser';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { smtpMailer } from '../../src/adapters/mail/smtp-mailer.ts';
import { aPriceList, readyToSubmit, tokenOf } from '../support/a-ready-order.ts';
import { aShop } from '../support/a-shop.ts';
import { answer } from '../support/an-estimate.ts';
import { anSmtpServer, type SmtpPeer } from '../support/an-smtp-server.ts';
import { createTestApp, ownerEmail, type TestApp } from '../support/create-test-app.ts';

let smtp: SmtpPeer;
let app: TestApp;
let id: string;
beforeEach(async () => {
  smtp = await anSmtpServer();
  app = await createTestApp({ mailer: smtpMailer(smtp.url, 'shop.example') });
  const { customerId } = await aShop(app);
  await aPriceList(app);
  id = (await client().createOrder({ body: { customerId, lines: [{ sku: 'MUG', quantity: 4 }] } })).id;
  await readyToSubmit(app, id);
});
afterEach(async () => {
  await app.close();
  await smtp.close();
});

const client = () => app.owner.client;
const issue = (body: object = {}) => client().issueEstimate({ params: { id }, body: { email: 'dana@acme.example', ...body } });
const mailsOf = async (template: string) => (await client().listOrderMails({ params: { id } })).items.filter((mail) => mail.template === template);
const sourceOf = async (mailId: string) => {
  const response = await app.owner.request('GET', `/api/v1/orders/${id}/mails/${mailId}/source`);
  expect(response.headers.get('content-type')).toBe('message/rfc822');
  expect(response.headers.get('content-disposition')).toContain('.eml');
  return Buffer.from(await response.arrayBuffer());
};
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

test('the file of a sent mail is the bytes the server took, also after the shop was renamed, with the PDF by its kept hash', async () => {
  await issue({ alsoTo: ['lee@acme.example'], message: 'As agreed – grüße, 田中 🎽' });
  await app.runJobs();
  await client().changeSettings({ body: { name: 'Another name' } });
  app.clock.advance({ days: 3 });
  for (const { id: mailId, recipients } of await mailsOf('estimate')) {
    const source = await sourceOf(mailId);
    const arrived = smtp.received.find((received) => received.recipients[0] === recipients[0]);
    expect(source.toString('utf8').trimEnd()).toBe(arrived?.source.trimEnd());
    const mail = await client().getMail({ params: { id: mailId } });
    expect(mail).toMatchObject({ sourceSha256: hashOf(source), messageId: `<${mailId}@shop.example>` });
    const parsed = await simpleParser(source);
    expect(parsed.from?.value).toEqual([{ name: 'Shop main', address: 'orders@shop.example' }]);
    expect(parsed.date?.toISOString()).toBe('2026-11-23T09:00:00.000Z');
    expect(parsed.attachments.map(({ filename, content }) => [filename, hashOf(content)])).toEqual(mail.attachments.map(({ name, sha256 }) => [name, sha256]));
    const { url } = await client().drawDocument({ params: { id, revision: 1 } });
    expect(mail.attachments).toMatchObject([{ sha256: hashOf(Buffer.from(await (await app.owner.request('GET', url)).arrayBuffer())) }]);
  }
});

test('accepted, customer and staff get the signed PDF with its certificate, the same bytes as on the page', async () => {
  const { url } = await issue().then(() => client().copyEstimateLink({ params: { id, revision: 1 } }));
  const token = tokenOf(url);
  const page = await app.anonymous.client.getEstimatePage({ params: { token } });
  expect((await answer(app, { id, token, page }, 'accept')).status).toBe(200);
  await app.runJobs();
  const own = Buffer.from(await (await app.fetch(`/api/estimates/v1/${token}/revisions/1/certificate`)).arrayBuffer());
  for (const [template, recipient] of [
    ['estimate_accepted', 'dana@acme.example'],
    ['estimate_decision', ownerEmail],
  ] as const) {
    const [mail] = await mailsOf(template);
    expect(mail).toMatchObject({ state: 'sent', recipients: [recipient] });
    const arrived = smtp.received.find(({ mail: { messageId } }) => messageId === `<${mail?.id}@shop.example>`);
    expect(arrived?.mail.attachments.map(({ filename, contentType, content }) => [filename, contentType, hashOf(content)])).toEqual([
      [expect.stringMatching(/^Estimate \d+ r1 accepted\.pdf$/), 'application/pdf', hashOf(own)],
    ]);
    expect(arrived?.mail.text).toContain('attached as PDF');
  }
  const [confirmed] = await mailsOf('estimate_accepted');
  await client().resendMail({ params: { id: confirmed?.id ?? '' } });
  await app.runJobs();
  expect(smtp.received.at(-1)?.mail.attachments).toHaveLength(1);
});

test('a decline carries no certificate; a mail that waits is shown as it would be, and one of another order is missing', async () => {
  const { url } = await issue().then(() => client().copyEstimateLink({ params: { id, revision: 1 } }));
  const token = tokenOf(url);
  const page = await app.anonymous.client.getEstimatePage({ params: { token } });
  const [waiting] = await mailsOf('estimate');
  expect((await simpleParser(await sourceOf(waiting?.id ?? ''))).attachments).toHaveLength(1);
  expect(await client().getMail({ params: { id: waiting?.id ?? '' } })).toMatchObject({ sourceSha256: null, messageId: null, attachments: [] });
  expect((await answer(app, { id, token, page }, 'decline', { reason: 'price' })).status).toBe(200);
  await app.runJobs();
  expect(smtp.received.find(({ mail }) => mail.subject?.includes('declined'))?.mail.attachments).toEqual([]);
  const other = await client()
    .duplicateOrder({ params: { id }, body: {} })
    .then(({ order }) => order.id);
  expect((await app.owner.request('GET', `/api/v1/orders/${other}/mails/${waiting?.id}/source`)).status).toBe(404);
});

test('a link that works once is in no file of a mail that left', async () => {
  await client().createInvitation({ body: { email: 'new@shop.example', roles: ['viewer'] } });
  await app.runJobs();
  const [mail] = (await client().listMails({ query: {} })).items;
  const sent = smtp.received[0]?.mail.text ?? '';
  const link = /https?:\/\/\S+\/(\S{20,})/.exec(sent)?.[1] ?? '';
  expect(link).not.toBe('');
  const source = await app.owner.request('GET', `/api/v1/outbox/${mail?.id}/source`);
  const text = (await simpleParser(Buffer.from(await source.arrayBuffer()))).text ?? '';
  expect(text).not.toContain(link);
  expect(text).toContain('…');
});
