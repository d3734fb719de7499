// Mail that a server took and another sent back: found by its Message-ID, told at the estimate, in history, in the work queue and to staff.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { smtpMailer } from '../../src/adapters/mail/smtp-mailer.ts';
import { aPriceList, readyToSubmit, tokenOf } from '../support/a-ready-order.ts';
import { aShop } from '../support/a-shop.ts';
import { anSmtpServer, type SmtpPeer } from '../support/an-smtp-server.ts';
import { createTestApp, ownerEmail, type TestApp } from '../support/create-test-app.ts';
import { problemOf } from '../support/problem-of.ts';

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
async function send(body: object = {}) {
  await client().issueEstimate({ params: { id }, body: { email: 'dana@acme.example', ...body } });
  await app.runJobs();
}
const mails = async () => (await client().listOrderMails({ params: { id } })).items;
const mailTo = async (address: string) => (await mails()).find(({ template, recipients }) => template === 'estimate' && recipients[0] === address)?.id ?? '';
const deliveries = async () => (await client().getOrder({ params: { id } })).estimate?.revisions[0]?.deliveries ?? [];
const queued = async () => (await client().readQueue({})).items.flatMap(({ queue, count }) => (count > 0 ? [queue] : []));

/** What Postfix sends back, in the shape of RFC 3464. */
function aReport({ messageId, action = 'failed', part = 'message/rfc822' }: { messageId: string; action?: string; part?: string }): string {
  return [
    'From: MAILER-DAEMON@mx.acme.example (Mail Delivery System)',
    'To: orders@shop.example',
    'Subject: Undelivered Mail Returned to Sender',
    'Message-ID: <20261123090105.1D2F@mx.acme.example>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b1"',
    '',
    '--b1',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'I am sorry to have to inform you that your message could not be delivered.',
    '',
    '--b1',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.acme.example',
    'Arrival-Date: Mon, 23 Nov 2026 09:00:00 +0000 (UTC)',
    '',
    'Final-Recipient: rfc822; dana.fox@moved.example',
    'Original-Recipient: rfc822;dana@acme.example',
    `Action: ${action}`,
    'Status: 5.1.1',
    'Diagnostic-Code: smtp; 550 5.1.1 <dana@acme.example>: Recipient address',
    '    rejected: User unknown',
    '',
    '--b1',
    `Content-Type: ${part}`,
    '',
    'Subject: Estimate',
    `Message-ID:`,
    ` ${messageId}`,
    '',
    'Hello',
    '--b1--',
    '',
  ].join('\r\n');
}
const hand = (report: string) => client().readBounceReport({ query: { fileName: 'returned.eml' }, body: new Blob([report]) });
const why = '550 5.1.1 <dana@acme.example>: Recipient address rejected: User unknown';

test.each(['message/rfc822', 'text/rfc822-headers'])('a report of a mail server with the mail as %s is told everywhere, once', async (part) => {
  await send();
  expect(await queued()).toEqual(['not_viewed']);
  const messageId = smtp.received[0]?.mail.messageId ?? '';
  const noted = await hand(aReport({ messageId, part }));
  expect(noted).toMatchObject({ state: 'bounced', error: why, recipients: ['dana@acme.example'] });
  expect(await deliveries()).toMatchObject([{ recipient: 'dana@acme.example', state: 'bounced', error: why }]);
  expect(await queued()).toEqual(['unsent']);
  await hand(aReport({ messageId, part }));
  const sentences = (await client().getHistory({ params: { id } })).items.map(({ sentence }) => sentence);
  expect(sentences.filter((sentence) => sentence.includes('came back'))).toEqual([`Estimate r1 to dana@acme.example came back: ${why}`]);
  await app.runJobs();
  const told = smtp.received.filter(({ recipients }) => recipients[0] === ownerEmail);
  expect(told.map(({ mail }) => mail.subject)).toEqual([expect.stringMatching(/^Estimate \d+ did not reach dana@acme\.example$/)]);
  expect(told[0]?.mail.text).toContain(why);
});

test('sent again elsewhere it leaves the queue of the unsent; so it does when it is opened or its link is handed on', async () => {
  await send();
  await client().reportBounce({ body: { messageId: await mailTo('dana@acme.example'), reason: 'full' } });
  expect(await queued()).toEqual(['unsent']);
  await client().sendEstimate({ params: { id, revision: 1 }, body: { email: 'fox@acme.example' } });
  expect(await queued()).toEqual(['not_viewed']);
  await app.runJobs();
  await client().reportBounce({ body: { messageId: await mailTo('fox@acme.example'), reason: 'full' } });
  expect(await queued()).toEqual(['unsent']);
  const { url } = await client().copyEstimateLink({ params: { id, revision: 1 } });
  expect(await queued()).toEqual(['not_viewed']);
  await app.anonymous.client.getEstimatePage({ params: { token: tokenOf(url) } });
  await expect.poll(queued).toEqual(['no_answer']);
});

test('one of two came back: the other has it, and only they are reminded and written to', async () => {
  await client().changeSettings({ body: { remindAfterDays: 5 } });
  await send({ alsoTo: ['lee@acme.example'] });
  const messageId = `<${await mailTo('dana@acme.example')}@shop.example>`;
  // A provider's program, with a key.
  await app.apiKey.client.reportBounce({ body: { messageId, recipient: 'dana@acme.example', reason: '552 Mailbox full' } });
  expect((await deliveries()).map(({ recipient, state, error }) => [recipient, state, error])).toEqual([
    ['dana@acme.example', 'bounced', '552 Mailbox full'],
    ['lee@acme.example', 'sent', null],
  ]);
  expect(await queued()).toEqual(['not_viewed']);
  await client().writeMessage({ params: { id }, body: { text: 'Any questions?' } });
  app.clock.advance({ days: 6, minutes: 360 });
  await app.services.enqueue(app.db, 'estimate.remind', {});
  await app.runJobs();
  const to = (template: string) => mails().then((all) => all.filter((mail) => mail.template === template).map(({ recipients }) => recipients[0]));
  expect(await to('order_message')).toEqual(['lee@acme.example']);
  expect(await to('estimate_reminder')).toEqual(['lee@acme.example']);
});

test('a mail refused at the door is as unsent as one that came back', async () => {
  smtp.unknown.add('dana@acme.example');
  await send();
  expect(await deliveries()).toMatchObject([{ state: 'failed' }]);
  expect(await queued()).toEqual(['unsent']);
  const { pipeline } = await client().reportEstimates({});
  expect(pipeline.flatMap(({ state, count }) => (count > 0 ? [state] : []))).toEqual(['unsent']);
});

test('what is no report, says no failure, or is about no mail of ours changes nothing', async () => {
  await send();
  const messageId = smtp.received[0]?.mail.messageId ?? '';
  const refused = async (call: Promise<unknown>) => (await problemOf(call)).code;
  expect(await refused(hand('Hello'))).toBe('bounce.not_a_report');
  expect(await refused(hand(smtp.received[0]?.source ?? ''))).toBe('bounce.not_a_report');
  expect(await refused(hand(aReport({ messageId, action: 'delayed' })))).toBe('bounce.not_failed');
  expect(await refused(hand(aReport({ messageId: '<0199aaaa-0000-7000-8000-00000000dead@shop.example>' })))).toBe('bounce.unknown_mail');
  expect(await refused(app.stranger.client.reportBounce({ body: { messageId } }))).toBe('bounce.unknown_mail');
  // Nobody, who may only read, and somebody of another account who may send.
  const viewer = await app.as('viewer');
  for (const [caller, code] of [
    [app.anonymous, 'request.unauthenticated'],
    [viewer, 'request.forbidden'],
    [app.stranger, 'bounce.unknown_mail'],
  ] as const)
    expect(await refused(caller.client.readBounceReport({ query: { fileName: 'a.eml' }, body: new Blob([aReport({ messageId })]) }))).toBe(code);
  await client().sendEstimate({ params: { id, revision: 1 }, body: { email: 'fox@acme.example' } });
  expect(await refused(client().reportBounce({ body: { messageId: await mailTo('fox@acme.example') } }))).toBe('bounce.not_sent');
  expect((await mails()).map(({ state }) => state).sort()).toEqual(['queued', 'sent']);
});

test('a mail that came back goes out again as a new one', async () => {
  await send();
  const mailId = await mailTo('dana@acme.example');
  await client().reportBounce({ body: { messageId: mailId, reason: 'full' } });
  const again = await client().resendMail({ params: { id: mailId } });
  expect([again.id === mailId, again.state]).toEqual([false, 'queued']);
});
