// The server's clock jumps. What counts and chains goes by versions, never by the time.
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { aPriceList, readyToSubmit, tokenOf } from '../support/a-ready-order.ts';
import { aShop, type Shop } from '../support/a-shop.ts';
import { answer } from '../support/an-estimate.ts';
import type { TestApp } from '../support/create-test-app.ts';
import { createTestApp, ownerEmail, ownerPassword } from '../support/create-test-app.ts';

let app: TestApp;
let shop: Shop;
beforeAll(async () => {
  app = await createTestApp();
  shop = await aShop(app);
  await aPriceList(app);
});
afterAll(() => app.close());

const addPen = (id: string, key: string) =>
  app.owner.request('POST', `/api/v1/orders/${id}/lines`, { sku: 'PEN', quantity: 100, asNewLine: true }, { 'idempotency-key': key });

test('it is set back an hour between two commands: versions, numbers, keys, the session and the order of the history hold', async () => {
  const { client } = app.owner;
  const first = await client.createOrder({ body: { customerId: shop.customerId, name: 'Before' } });
  const added = await addPen(first.id, 'pen-before');
  const answer = await added.text();

  app.clock.advance({ minutes: -60 });
  // The same request again is the same answer, not a second line; the session of "later" still opens the door.
  const replay = await addPen(first.id, 'pen-before');
  expect([replay.headers.get('idempotency-replayed'), await replay.text()]).toEqual(['true', answer]);
  const changed = await client.changeOrder({ params: { id: first.id }, body: { name: 'After' } });
  const second = await client.createOrder({ body: { customerId: shop.customerId } });
  expect(changed.version).toBe(first.version + 2);
  expect(second.number).toBe((first.number ?? 0) + 1);

  // Entries are told newest first, by version, though the newest has the earliest time.
  const { items } = await client.getHistory({ query: {}, params: { id: first.id } });
  expect(items.map(({ version }) => version)).toEqual([3, 2, 1]);
  expect(new Date(items[0]?.at ?? 0).getTime()).toBeLessThan(new Date(items[1]?.at ?? 0).getTime());

  await readyToSubmit(app, first.id);
  const submitted = await client.submitOrder({ params: { id: first.id }, body: {} });
  expect(submitted.stage).toBe('submitted');
});

// A clock that runs a day (or fifty years) ahead for a while and is put right again leaves nothing behind: what was counted, held or
// marked by it is not waited for until the time has come round.
describe('the clock runs ahead and is put right', () => {
  const ahead = async (days: number, meanwhile: () => Promise<void>) => {
    app.clock.advance({ days });
    await meanwhile();
    app.clock.advance({ days: -days });
  };
  const client = () => app.owner.client;

  test('a session that had run out by it is a session again, and says when somebody was really here', async () => {
    const ana = await app.person('ana@shop.example', ['sales']);
    const status = async () => (await ana.request('GET', '/api/v1/session')).status;
    await ahead(20_000, async () => expect(await status()).toBe(401));
    expect(await status()).toBe(200);
    await ahead(1, async () => expect(await status()).toBe(200));
    expect(await status()).toBe(200);
    const seen = (await client().listStaff({})).items.find(({ email }) => email === 'ana@shop.example');
    expect(seen?.lastSeenAt).toBe(app.clock.now().toISOString());
  });

  test('who was locked out by it may try again', async () => {
    const signIn = (password: string) =>
      app.anonymous.request('POST', '/api/v1/session', { email: ownerEmail, password }, { 'x-forwarded-for': '203.0.113.77' });
    await ahead(1, async () => {
      for (let attempt = 0; attempt < 10; attempt += 1) await signIn('wrong password');
      expect((await signIn(ownerPassword)).status).toBe(429);
    });
    expect((await signIn(ownerPassword)).status).toBe(200);
    // And the limit is one still.
    for (let attempt = 0; attempt < 10; attempt += 1) await signIn('wrong password');
    const refused = await signIn(ownerPassword);
    expect([refused.status, Number(refused.headers.get('retry-after')) <= 900]).toEqual([429, true]);
  });

  test('a mail that was held by it goes out, an estimate that had expired can be accepted, and nobody is reminded twice', async () => {
    // Reminders go out by day.
    app.clock.set('2026-11-23T15:00:00Z');
    await client().changeSettings({ body: { remindAfterDays: 5 } });
    const { id } = await client().createOrder({ body: { customerId: shop.customerId, lines: [{ sku: 'MUG', quantity: 4 }] } });
    await readyToSubmit(app, id);
    const mails = async (template: string) => (await client().listOrderMails({ params: { id } })).items.filter((mail) => mail.template === template);
    await ahead(1, async () => {
      await client().issueEstimate({ params: { id }, body: { email: 'dana@acme.example', validUntil: '2026-12-20', holdSeconds: 1 } });
    });
    await vi.waitFor(
      async () => {
        await app.runJobs();
        expect((await mails('estimate')).map(({ state }) => state)).toEqual(['kept']);
      },
      { timeout: 15_000, interval: 200 },
    );

    const anHourPasses = async () => {
      await app.services.enqueue(app.db, 'estimate.remind', {});
      await app.runJobs();
    };
    for (const _ of [1, 2]) {
      await ahead(7, anHourPasses);
      await anHourPasses();
    }
    expect(await mails('estimate_reminder')).toHaveLength(1);

    const token = tokenOf((await client().copyEstimateLink({ params: { id, revision: 1 } })).url);
    const page = () => app.anonymous.client.getEstimatePage({ params: { token } });
    await ahead(40, async () => expect(await page()).toMatchObject({ expired: true, mayDecide: false }));
    const estimate = { id, token, page: await page() };
    expect(estimate.page).toMatchObject({ expired: false, mayDecide: true });
    expect((await answer(app, estimate, 'accept')).status).toBe(200);
  });

  test('nobody is said to be here who was seen by it', async () => {
    const { id } = await client().createOrder({ body: { customerId: shop.customerId } });
    const bo = await app.person('bo@shop.example', ['sales']);
    const show = (who: typeof app.owner, tabId: string) => who.client.showPresence({ params: { id }, body: { tabId } });
    await ahead(1, async () => {
      await show(bo, '0199aaaa-0000-7000-8000-000000000001');
    });
    const { people } = await show(app.owner, '0199aaaa-0000-7000-8000-000000000002');
    expect(people.map(({ name }) => name)).toEqual(['Owner of main']);
  });
});
