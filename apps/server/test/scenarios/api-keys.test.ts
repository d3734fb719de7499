// A key is somebody's: it works while they may come in, until its day, and never does more than they may now.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestApp } from '../support/create-test-app.ts';
import { createTestApp } from '../support/create-test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

type Asked = { readonly roles?: string[]; readonly expiresInDays?: number };
const makeAs = async (caller: TestApp['owner'], asked: Asked = {}) => caller.client.createApiKey({ body: { name: 'ERP', ...asked } });
const ask = (key: string, method = 'GET', path = '/api/v1/customers', body?: unknown) =>
  app.anonymous.request(method, path, body, { authorization: `Bearer ${key}` });
const stateOf = async (id: string) => (await app.owner.client.listApiKeys({})).items.find((key) => key.id === id)?.state;

test('a key stops with its maker’s membership, and works again with it', async () => {
  const maker = await app.person('nia@shop.example', ['owner']);
  const { id, key } = await makeAs(maker);
  expect([(await ask(key)).status, await stateOf(id)]).toEqual([200, 'active']);
  await app.owner.client.changeStaff({ params: { id: maker.staffId }, body: { active: false } });
  expect([(await ask(key)).status, await stateOf(id)]).toEqual([401, 'stopped']);
  await app.owner.client.changeStaff({ params: { id: maker.staffId }, body: { active: true } });
  expect([(await ask(key)).status, await stateOf(id)]).toEqual([200, 'active']);
  await app.owner.client.removeStaff({ params: { id: maker.staffId } });
  expect([(await ask(key)).status, await stateOf(id)]).toEqual([401, 'stopped']);
});

test('ending somebody’s sessions leaves their keys', async () => {
  const maker = await app.person('ola@shop.example', ['owner']);
  const { key } = await makeAs(maker);
  await app.owner.client.endStaffSessions({ params: { id: maker.staffId } });
  expect([(await maker.request('GET', '/api/v1/session')).status, (await ask(key)).status]).toEqual([401, 200]);
});

test('a key never does more than its maker may now', async () => {
  const maker = await app.person('pia@shop.example', ['owner']);
  const { key } = await makeAs(maker);
  const write = () => ask(key, 'POST', '/api/v1/customers', { name: `Customer ${Math.random()}` });
  expect((await write()).status).toBe(201);
  await app.owner.client.changeStaff({ params: { id: maker.staffId }, body: { roles: ['viewer'] } });
  expect([(await write()).status, (await ask(key)).status]).toEqual([403, 200]);
});

test('a key ends on its day; what it made belongs to the same person and ends no later', async () => {
  const maker = await app.person('quin@shop.example', ['owner']);
  const first = await makeAs(maker, { expiresInDays: 30 });
  const made = await ask(first.key, 'POST', '/api/v1/api-keys', { name: 'Made by a key', expiresInDays: 90 });
  const second = (await made.json()) as { id: string; key: string; expiresAt: string; madeBy: string };
  expect([second.expiresAt, second.madeBy]).toEqual([first.expiresAt, first.madeBy]);
  app.clock.advance({ days: 30 });
  expect([(await ask(first.key)).status, (await ask(second.key)).status, await stateOf(second.id)]).toEqual([401, 401, 'expired']);
});

test('what a key may do and who made it is listed, its secret never', async () => {
  const { id, key } = await makeAs(app.owner, { roles: ['viewer'] });
  await ask(key);
  const listed = (await app.owner.client.listApiKeys({})).items.find((each) => each.id === id);
  expect(listed).toMatchObject({ roles: ['viewer'], state: 'active', expiresAt: null, lastUsedAt: app.clock.now().toISOString() });
  expect(JSON.stringify(listed)).not.toContain(key.slice(12));
});

test.each([[0], [-1], [3651], [1.5], ['30']])('a key for %j days is refused', async (expiresInDays) => {
  expect((await app.owner.request('POST', '/api/v1/api-keys', { name: 'X', expiresInDays })).status).toBe(422);
});
