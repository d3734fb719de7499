// Customers are reminded of an estimate that nobody opened, as the account set it: once each, by day, and not once it was opened or answered.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { aPriceList, readyToSubmit, tokenOf } from '../support/a-ready-order.ts';
import { aShop } from '../support/a-shop.ts';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';

let app: TestApp;
let id: string;
beforeEach(async () => {
  app = await createTestApp();
  const { customerId } = await aShop(app);
  await aPriceList(app);
  await client().changeSettings({ body: { remindAfterDays: 5, remindBeforeDays: 3, timeZone: 'America/New_York' } });
  // 10:00 in New York.
  app.clock.set('2026-11-23T15:00:00Z');
  id = (await client().createOrder({ body: { customerId, lines: [{ sku: 'MUG', quantity: 4 }] } })).id;
  await readyToSubmit(app, id);
});
afterEach(() => app.close());

const client = () => app.apiKey.client;
const send = async (body: object = {}) => {
  await client().issueEstimate({ params: { id }, body: { email: 'dana@acme.example', validUntil: '2026-12-10', ...body } });
  await app.runJobs();
};
const anHourPasses = async () => {
  await app.services.enqueue(app.db, 'estimate.remind', {});
  await app.runJobs();
};
const reminders = async () => (await client().listOrderMails({ params: { id } })).items.filter(({ template }) => template === 'estimate_reminder');
const count = async () => (await reminders()).length;

test('five days after sending, once; three days before it expires, once more; each is told in the history and leads to the page', async () => {
  await send({ alsoTo: ['lee@acme.example'], cc: ['boss@acme.example'] });
  app.clock.advance({ days: 4 });
  await anHourPasses();
  expect(await count()).toBe(0);
  app.clock.advance({ days: 1 });
  await anHourPasses();
  await anHourPasses();
  expect((await reminders()).flatMap(({ recipients }) => recipients).sort()).toEqual(['dana@acme.example', 'lee@acme.example']);
  const mail = await client().getMail({ params: { id: (await reminders()).find(({ recipients }) => recipients[0] === 'dana@acme.example')?.id ?? '' } });
  expect(mail.subject).toMatch(/^Reminder: Estimate \d+ from Shop main is valid until Dec 10, 2026$/);
  expect(mail.text).toContain('$31.60');
  const page = await app.anonymous.client.getEstimatePage({ params: { token: tokenOf(mail.text) } });
  expect(page.totals.total.amount).toBe(3160);
  expect((await client().getHistory({ params: { id } })).items.map(({ sentence }) => sentence)).toContain(
    'Reminder of estimate r1 sent to dana@acme.example, lee@acme.example: it was not opened',
  );
});

test('opened, answered, withdrawn, issued anew or run out, nobody is reminded', async () => {
  await send();
  const mail = await client().getMail({ params: { id: (await client().listOrderMails({ params: { id } })).items[0]?.id ?? '' } });
  const before = async (change: () => Promise<unknown>) => {
    await change();
    await anHourPasses();
    expect(await count()).toBe(0);
  };
  app.clock.advance({ days: 6 });
  await before(async () => {
    await app.anonymous.client.getEstimatePage({ params: { token: tokenOf(mail.text) } });
    await expect.poll(async () => (await client().getOrder({ params: { id } })).estimate?.revisions[0]?.viewCount).toBe(1);
  });
  // r2 was not sent to anybody.
  await before(() => client().issueEstimate({ params: { id }, body: { validUntil: '2026-12-10' } }));
  await before(() =>
    client()
      .sendEstimate({ params: { id, revision: 2 }, body: { email: 'dana@acme.example' } })
      .then(() => app.runJobs()),
  );
  app.clock.advance({ days: 6 });
  await before(() => client().recordAcceptance({ params: { id, revision: 2 }, body: { channel: 'phone', name: 'Dana Fox' } }));
});

test('near the end it says so, once; not in the night, and never when it is switched off', async () => {
  await client().changeSettings({ body: { remindAfterDays: null } });
  await send();
  app.clock.set('2026-12-08T08:00:00Z');
  await anHourPasses();
  expect(await count()).toBe(0);
  app.clock.set('2026-12-08T15:00:00Z');
  await anHourPasses();
  await anHourPasses();
  expect(await count()).toBe(1);
  expect((await client().getHistory({ params: { id } })).items[0]?.sentence).toBe('Reminder of estimate r1 sent to dana@acme.example: it expires soon');
  await client().changeSettings({ body: { remindBeforeDays: null } });
  await client().extendEstimate({ params: { id, revision: 1 }, body: { validUntil: '2026-12-20' } });
  app.clock.set('2026-12-19T15:00:00Z');
  await anHourPasses();
  expect(await count()).toBe(1);
});

test('one that never arrived is not brought to mind', async () => {
  await client().issueEstimate({ params: { id }, body: {} });
  await client().copyEstimateLink({ params: { id, revision: 1 } });
  app.clock.advance({ days: 8 });
  await anHourPasses();
  expect(await count()).toBe(0);
});
