import { id } from '@backdesk/contract/core/primitives.ts';
import type { RouteTable } from '@backdesk/contract/route.ts';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { attemptsStore } from '../../src/db/attempts-store.ts';
import { openDatabase, openPool } from '../../src/db/pool.ts';
import { createHttp } from '../../src/http/create-http.ts';
import type { AllHandlers } from '../../src/http/handlers.ts';
import { createLimits } from '../../src/modules/access/limits.ts';
import { Refused } from '../../src/modules/problem.ts';
import type { TestApp } from '../support/create-test-app.ts';
import { createTestApp } from '../support/create-test-app.ts';

const thing = z.strictObject({ id, text: z.string() });
const params = z.strictObject({ id });
const table = {
  makeThing: {
    method: 'POST',
    path: '/api/v1/things/{id}',
    summary: 'Make a thing',
    audience: 'staff',
    permission: 'order:write',
    params,
    body: z.strictObject({ size: z.int() }),
    status: 201,
    answer: thing,
    problems: ['line.short_of_stock'],
  },
  getThing: {
    method: 'GET',
    path: '/api/v1/things/{id}',
    summary: 'Read it again',
    audience: 'staff',
    permission: 'order:read',
    params,
    status: 200,
    answer: thing,
    problems: [],
  },
} as const satisfies RouteTable;
type Table = typeof table;

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const errors: string[] = [];
beforeEach(() => {
  errors.length = 0;
  vi.spyOn(console, 'error').mockImplementation((line) => errors.push(String(line)));
});
afterEach(() => vi.restoreAllMocks());

const thingId = '0199a0a0-0000-7000-8000-000000000001';

async function post(makeThing: AllHandlers<Table>['makeThing'], size: number, key = crypto.randomUUID()) {
  const getThing: AllHandlers<Table>['getThing'] = async () => ({ id: thingId, text: 'read again' });
  const http = createHttp({
    table,
    limits: createLimits({ store: attemptsStore(app.db, app.clock.now), now: app.clock.now, searchesPerMinute: 0 }),
    proxies: 0,
    handlers: { makeThing, getThing },
    services: app.services,
    checksAnswers: true,
    isReady: async () => true,
    openapi: () => ({}),
    serveFace: () => undefined,
  });
  return http.request(`/api/v1/things/${thingId}`, {
    method: 'POST',
    headers: { ...app.apiKey.headers, 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify({ size }),
  });
}

test('an answer too large to be kept is read again where it came from', async () => {
  const make: AllHandlers<Table>['makeThing'] = async (context, { params: { id: made }, body }) => {
    context.rereadAt(`/api/v1/things/${made}`);
    return { id: made, text: 'x'.repeat(body.size) };
  };
  const [small, large] = [crypto.randomUUID(), crypto.randomUUID()];
  for (const [key, size] of [
    [small, 10],
    [large, 70_000],
  ] as const)
    expect((await post(make, size, key)).status).toBe(201);
  expect(await (await post(make, 10, small)).json()).toMatchObject({ text: 'x'.repeat(10) });
  const again = await post(make, 70_000, large);
  expect(again.status).toBe(201);
  expect(await again.json()).toMatchObject({ text: 'read again' });
});

test.each(['40001', '40P01'])('a transaction that PostgreSQL ended for another (%s) runs again, and effects come once', async (code) => {
  let runs = 0;
  let effects = 0;
  const response = await post(async (context) => {
    runs += 1;
    context.afterCommit(() => {
      effects += 1;
    });
    if (runs < 3) throw Object.assign(new Error('meeting'), { code });
    return { id: thingId, text: 'done' };
  }, 1);
  expect({ status: response.status, runs, effects }).toEqual({ status: 201, runs: 3, effects: 1 });
});

test('after five times it is given up, without a word of ours about PostgreSQL', async () => {
  let runs = 0;
  const response = await post(async () => {
    runs += 1;
    throw Object.assign(new Error('could not serialize'), { code: '40001' });
  }, 1);
  expect({ status: response.status, runs }).toEqual({ status: 500, runs: 5 });
});

test('a defect answers internal_error with the id under which it was logged, and nothing of it', async () => {
  const response = await post(async () => {
    throw new Error('the secret is plum pudding');
  }, 1);
  const text = await response.text();
  expect(response.status).toBe(500);
  expect(text).not.toContain('plum pudding');
  const { requestId, code } = JSON.parse(text) as { readonly requestId: string; readonly code: string };
  expect(code).toBe('internal_error');
  expect(errors.find((line) => line.includes(requestId))).toContain('the secret is plum pudding');
});

test('refusals come all at once, with the figures of the first', async () => {
  const response = await post(async () => {
    throw new Refused([
      { code: 'line.short_of_stock', lineId: thingId, pointer: '/lines/0', detail: { short: 3 } },
      { code: 'billing.address_missing', step: 'billing' },
    ]);
  }, 1);
  expect(response.status).toBe(422);
  expect(await response.json()).toMatchObject({ code: 'line.short_of_stock', detail: { short: 3 }, refusals: [{ lineId: thingId }, { step: 'billing' }] });
});

test('what a failed write did is undone, its key included', async () => {
  const key = crypto.randomUUID();
  await post(
    async ({ tx, scope }) => {
      await tx.updateTable('accounts').set({ name: 'Half written' }).where('account_id', '=', scope.accountId).execute();
      throw new Error('the process fell over here');
    },
    1,
    key,
  );
  expect((await app.owner.client.getSession({})).account.name).toBe('Shop main');
  expect((await post(async () => ({ id: thingId, text: 'whole' }), 1, key)).status).toBe(201);
});

test('without a database the answer is 503 and says when to come again', async () => {
  const away = openDatabase(openPool('postgres://nobody:none@127.0.0.1:9/none', 1));
  const http = createHttp({
    table,
    limits: createLimits({ store: attemptsStore(app.db, app.clock.now), now: app.clock.now, searchesPerMinute: 0 }),
    proxies: 0,
    handlers: { getThing: async () => ({ id: thingId, text: '' }) },
    services: { ...app.services, db: away },
    checksAnswers: true,
    isReady: async () => false,
    openapi: () => ({}),
    serveFace: () => undefined,
  });
  const response = await http.request(`/api/v1/things/${thingId}`, { headers: app.apiKey.headers });
  expect(response.status).toBe(503);
  expect(response.headers.get('retry-after')).toBe('2');
  expect(await response.json()).toMatchObject({ code: 'database.unavailable' });
  expect((await http.request('/readyz')).status).toBe(503);
  expect((await http.request('/healthz')).status).toBe(200);
  await away.destroy();
});
