import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestApp } from '../support/create-test-app.ts';
import { createTestApp } from '../support/create-test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const create = (name: string, key: string, caller = app.apiKey) =>
  caller.request('POST', '/api/v1/api-keys', { name, roles: ['viewer'] }, { 'idempotency-key': key });
const named = async (name: string) => (await app.apiKey.client.listApiKeys({ query: { limit: 200 } })).items.filter((item) => item.name === name);

test('a repeated write answers what the first one did, and does nothing', async () => {
  const first = await create('repeated', 'k-1');
  const again = await create('repeated', 'k-1');
  expect([first.status, again.status]).toEqual([201, 201]);
  expect(await again.json()).toEqual(await first.json());
  expect(first.headers.get('idempotency-replayed')).toBeNull();
  expect(again.headers.get('idempotency-replayed')).toBe('true');
  expect(await named('repeated')).toHaveLength(1);
});

test('twenty at once do it once', async () => {
  const responses = await Promise.all(Array.from({ length: 20 }, () => create('at once', 'k-2')));
  expect(new Set(responses.map((response) => response.status))).toEqual(new Set([201]));
  const bodies = await Promise.all(responses.map((response) => response.text()));
  expect(new Set(bodies).size).toBe(1);
  expect(await named('at once')).toHaveLength(1);
});

test('a twin that waited five seconds is told that the first is still at work', async () => {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const { promise: held, resolve: isHeld } = Promise.withResolvers<void>();
  // Another process, in the middle of the same request: its key is inserted and not committed.
  const holder = app.db.transaction().execute(async (tx) => {
    const { staff } = await app.apiKey.client.getSession({});
    await tx
      .insertInto('idempotency_keys')
      .values({ account_id: app.accountId, actor: `api_key:${staff.id}`, key: 'k-3', request_hash: Buffer.from('x') })
      .execute();
    isHeld();
    await released;
    throw new Error('It never came to an end.');
  });
  await held;
  const response = await create('waiting', 'k-3');
  release();
  await expect(holder).rejects.toThrow('never came to an end');
  expect(response.status).toBe(409);
  expect(await response.json()).toMatchObject({ code: 'request.in_flight' });
  expect((await create('waiting', 'k-3')).status).toBe(201);
}, 15_000);

test('the same key with another body is refused', async () => {
  await create('one', 'k-4');
  const other = await create('another', 'k-4');
  expect(other.status).toBe(422);
  expect(await other.json()).toMatchObject({ code: 'request.idempotency_mismatch' });
  expect(await named('another')).toHaveLength(0);
});

test('a refused write is not kept: mended, it may use its key', async () => {
  const refused = await app.apiKey.request('POST', '/api/v1/api-keys', { name: 'mended', roles: ['root'] }, { 'idempotency-key': 'k-5' });
  expect(refused.status).toBe(422);
  expect((await create('mended', 'k-5')).status).toBe(201);
});

test('keys of two actors have nothing to do with each other', async () => {
  expect((await create('theirs', 'k-6', app.stranger)).status).toBe(201);
  expect((await create('ours', 'k-6', app.owner)).status).toBe(201);
  expect((await create('by key', 'k-6', app.apiKey)).status).toBe(201);
});

test('a key serves seven days', async () => {
  await create('weekly', 'k-7');
  app.clock.advance({ days: 6, minutes: 23 * 60 });
  expect((await create('weekly', 'k-7')).headers.get('idempotency-replayed')).toBe('true');
  app.clock.advance({ minutes: 2 * 60 });
  expect((await create('weekly', 'k-7')).headers.get('idempotency-replayed')).toBeNull();
  expect(await named('weekly')).toHaveLength(2);
});

test('a key that is no key is refused', async () => {
  for (const key of ['a b', 'ä', 'k'.repeat(256)]) expect((await create('bad key', key)).status, key).toBe(422);
});
