import { sql } from 'kysely';
import { afterEach, expect, test } from 'vitest';
import type { Mailer, OutgoingMail } from '../../src/adapters/mail/port.ts';
import { findSystemActing } from '../../src/db/sign-in-queries.ts';
import { inTransaction } from '../../src/db/transaction.ts';
import { queueMail } from '../../src/modules/outbox/commands/queue-mail.ts';
import type { TestApp } from '../support/create-test-app.ts';
import { createTestApp } from '../support/create-test-app.ts';

let app: TestApp;
afterEach(() => app.close());

const words = {
  template: 'estimate',
  orderId: null,
  revision: null,
  recipients: ['dana@example.com'],
  replyTo: null,
  subject: 'Estimate 1042 – 🎽',
  html: '<p>Hello</p>',
  text: 'Hello',
} as const;

async function queue(then: () => void = () => undefined): Promise<string> {
  const acting = await findSystemActing(app.db, app.accountId);
  if (acting === undefined) throw new Error('The account is missing.');
  return inTransaction(app.services, acting, async (context) => {
    const id = await queueMail(context, words);
    then();
    return id;
  });
}

/** A mail server that fails as often as it is told to. */
function fakeServer(failures = 0): Mailer & { readonly delivered: OutgoingMail[] } {
  const delivered: OutgoingMail[] = [];
  let left = failures;
  return {
    delivered,
    deliver: async (mail) => {
      if (left > 0) {
        left -= 1;
        throw new Error('421 Try again later');
      }
      delivered.push(mail);
      return { state: 'sent', complaint: '', handedOver: null };
    },
    close: () => undefined,
  };
}

test('without a mail server it is kept, with both of its parts', async () => {
  app = await createTestApp();
  const id = await queue();
  expect(await app.runJobs()).toBe(1);
  const { items } = await app.owner.client.listMails({});
  expect(items).toMatchObject([{ id, state: 'kept', subject: words.subject, sentAt: null }]);
  expect(await app.owner.client.getMail({ params: { id } })).toMatchObject({ html: words.html, text: words.text });
});

test('with one it is sent once, under the name of the account, however often the job runs', async () => {
  const mailer = fakeServer();
  app = await createTestApp({ mailer });
  const id = await queue();
  await app.runJobs();
  const { items } = await app.owner.client.listMails({});
  expect(items).toMatchObject([{ id, state: 'sent', sentAt: app.clock.now().toISOString() }]);
  await app.db.transaction().execute((tx) => app.services.enqueue(tx, 'mail.send', { accountId: app.accountId, mailId: id }));
  expect(await app.runJobs()).toBe(1);
  expect(mailer.delivered.map((mail) => [mail.fromName, mail.recipients])).toEqual([['Shop main', ['dana@example.com']]]);
});

test('while the mail server says "later" the mail waits and says why, and goes out by the next attempt', async () => {
  const mailer = fakeServer(1);
  app = await createTestApp({ mailer });
  const id = await queue();
  await expect(app.runJobs()).rejects.toThrow('421');
  expect((await app.owner.client.listMails({})).items).toMatchObject([{ id, state: 'queued', attempts: 1, error: '421 Try again later' }]);
  await app.db.transaction().execute((tx) => app.services.enqueue(tx, 'mail.send', { accountId: app.accountId, mailId: id }));
  await app.runJobs();
  expect((await app.owner.client.listMails({})).items).toMatchObject([{ id, state: 'sent', attempts: 2, error: null }]);
  expect(mailer.delivered).toHaveLength(1);
});

test('after the last try it has failed, and is tried no more by itself', async () => {
  const mailer = fakeServer(100);
  app = await createTestApp({ mailer });
  const id = await queue();
  const attempt = () => app.db.transaction().execute((tx) => app.services.enqueue(tx, 'mail.send', { accountId: app.accountId, mailId: id }));
  await sql`update mails set attempts = 19 where id = ${id}`.execute(app.db);
  await expect(app.runJobs()).rejects.toThrow('421');
  expect((await app.owner.client.listMails({})).items).toMatchObject([{ state: 'queued', attempts: 20 }]);
  await attempt();
  await expect(app.runJobs()).rejects.toThrow('421');
  expect((await app.owner.client.listMails({})).items).toMatchObject([{ state: 'failed', attempts: 21 }]);
  await attempt();
  await app.runJobs();
  expect((await app.owner.client.listMails({ query: { state: 'failed' } })).items).toMatchObject([{ id, attempts: 21 }]);
  expect((await app.owner.client.listMails({ query: { state: 'sent' } })).items).toEqual([]);
});

test('a failed mail is tried again on request, a sent one goes out as a new mail of the same words', async () => {
  const mailer = fakeServer(1);
  app = await createTestApp({ mailer });
  const id = await queue();
  await sql`update mails set attempts = 20 where id = ${id}`.execute(app.db);
  await expect(app.runJobs()).rejects.toThrow('421');
  expect(await app.owner.client.resendMail({ params: { id } })).toMatchObject({ id, state: 'queued', attempts: 0, error: null });
  await app.runJobs();
  const again = await app.owner.client.resendMail({ params: { id } });
  expect(again).toMatchObject({ state: 'queued', subject: words.subject, recipients: words.recipients });
  expect(again.id).not.toBe(id);
  await app.runJobs();
  expect(mailer.delivered.map((mail) => [mail.id, mail.html])).toEqual([
    [id, words.html],
    [again.id, words.html],
  ]);
});

test('when the command is rolled back there is neither mail nor job', async () => {
  app = await createTestApp();
  await expect(
    queue(() => {
      throw new Error('the command failed after queueing');
    }),
  ).rejects.toThrow('failed after queueing');
  expect(await app.runJobs()).toBe(0);
  expect((await app.owner.client.listMails({})).items).toEqual([]);
});

test('mail of another account is as good as missing', async () => {
  app = await createTestApp();
  const id = await queue();
  expect((await app.stranger.request('GET', `/api/v1/outbox/${id}`)).status).toBe(404);
  expect((await app.stranger.request('POST', `/api/v1/outbox/${id}/resend`)).status).toBe(404);
  expect((await app.stranger.client.listMails({})).items).toEqual([]);
});
