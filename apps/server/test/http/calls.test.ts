// Several calls in one request: each is what it would have been alone, with its own sign-in, right, key and transaction.
import type { Call, CallsAnswer } from '@backdesk/contract/calls/routes.ts';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { aShop } from '../support/a-shop.ts';
import { type Caller, createTestApp } from '../support/create-test-app.ts';

const app = await createTestApp();
afterAll(() => app.close());

const shop = await aShop(app);
const variantId = Object.values(shop.variants)[0] ?? '';
let id = '';
beforeEach(async () => {
  id = (await app.owner.client.createOrder({ body: { customerId: shop.customerId } })).id;
});

async function make(calls: readonly Call[], caller: Caller = app.owner): Promise<CallsAnswer['answers']> {
  return (await caller.client.makeCalls({ body: { calls: [...calls] } })).answers;
}

const rename = (name: string, more: Partial<Call> = {}): Call => ({ method: 'PATCH', path: `/api/v1/orders/${id}`, body: { name }, ...more });
const read = (path = ''): Call => ({ method: 'GET', path: `/api/v1/orders/${id}${path}` });

test('they are made in order, each a version of its own, and what is read after a write holds it', async () => {
  const answers = await make([
    { method: 'POST', path: `/api/v1/orders/${id}/lines`, body: { variantId, quantity: 3 } },
    rename('Spring'),
    read('/stock'),
    read(),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect(answers.map(({ body }) => (body as { version?: number }).version)).toEqual([2, 3, undefined, 3]);
  expect(answers[3]?.body).toEqual(JSON.parse(JSON.stringify(await app.owner.client.getOrder({ params: { id } }))));
  const { items } = await app.owner.client.getHistory({ params: { id } });
  expect(items.map(({ type, version }) => `${version} ${type}`).slice(0, 2)).toEqual(['3 order.renamed', '2 line.added']);
});

test('the first that is refused is the last that is made; what was done before it stands', async () => {
  const answers = await make([rename('One'), rename('Late', { body: { basedOn: 1, name: 5 } }), rename('Two')]);
  expect(answers.map(({ status, body }) => [status, (body as { code?: string }).code])).toEqual([
    [200, undefined],
    [422, 'request.invalid'],
  ]);
  expect((await app.owner.client.getOrder({ params: { id } })).name).toBe('One');
});

test('a lost answer is asked for again under the same keys, among others too: nothing is done twice', async () => {
  const line: Call = { method: 'POST', path: `/api/v1/orders/${id}/lines`, key: `line-${id}`, body: { variantId, quantity: 3 } };
  const [first] = await make([line, rename('One', { key: `name-${id}` })]);
  const [again, , third] = await make([line, rename('One', { key: `name-${id}` }), rename('Two')]);
  expect(again).toEqual(first);
  expect(third?.body).toMatchObject({ version: 4, name: 'Two' });
  const { lines } = await app.owner.client.getOrder({ params: { id } });
  expect(lines.map(({ quantity }) => quantity)).toEqual([3]);
});

test("each asks for its own right, and another account's order is missing", async () => {
  const viewer = await app.as('viewer');
  const answers = await make([read(), rename('Mine')], viewer);
  expect(answers.map(({ status }) => status)).toEqual([200, 403]);
  expect((await make([read()], app.stranger)).map(({ status }) => status)).toEqual([404]);
  const nobody = await app.anonymous.request('POST', '/api/v1/calls', { calls: [read()] });
  expect(nobody.status).toBe(401);
});

test('a page of another site cannot have them made', async () => {
  const response = await app.owner.request('POST', '/api/v1/calls', { calls: [rename('Theirs')] }, { 'sec-fetch-site': 'cross-site' });
  expect(response.status).toBe(403);
  expect((await app.owner.client.getOrder({ params: { id } })).name).toBe('');
});

test.each([
  ['a stream', 'GET', '/api/v1/events?orders=0199aaaa-0000-7000-8000-000000000001'],
  ['a file', 'POST', '/api/v1/files?fileName=a.svg'],
  ['calls', 'POST', '/api/v1/calls'],
  ['a sign-in', 'POST', '/api/v1/session'],
  ['the site by a way around', 'GET', '/api/v1/../site/v1/cart'],
  ['nothing', 'GET', '/api/v1/nothing'],
] as const)('%s does not go among others: then none is made', async (_what, method, path) => {
  const response = await app.owner.request('POST', '/api/v1/calls', { calls: [rename('One'), { method, path }] });
  expect(response.status).toBe(422);
  expect(((await response.json()) as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer)).toEqual(['/calls/1/path']);
  expect((await app.owner.client.getOrder({ params: { id } })).name).toBe('');
});

test.each([
  ['a key that no header could hold', { key: 'a\r\nb: c' }, '/calls/1/key'],
  ['a key in other letters', { key: 'schlüssel' }, '/calls/1/key'],
  ['a body where something is read', { method: 'GET', body: {} }, '/calls/1/body'],
] as const)('%s is refused before any is made', async (_what, more, pointer) => {
  const response = await app.owner.request('POST', '/api/v1/calls', { calls: [rename('One'), rename('Two', more)] });
  expect(response.status).toBe(422);
  expect(((await response.json()) as { errors: { pointer: string }[] }).errors.map((error) => error.pointer)).toEqual([pointer]);
  expect((await app.owner.client.getOrder({ params: { id } })).name).toBe('');
});

test('who signs out among others loses the cookie too', async () => {
  const clerk = await app.as('viewer');
  const response = await clerk.request('POST', '/api/v1/calls', { calls: [{ method: 'DELETE', path: '/api/v1/session' }] });
  expect(((await response.json()) as CallsAnswer).answers).toEqual([{ status: 200, body: { done: true } }]);
  expect(response.headers.getSetCookie().join(' ')).toMatch(/Max-Age=0/);
});

test('more than twenty are too many', async () => {
  const response = await app.owner.request('POST', '/api/v1/calls', { calls: new Array(21).fill(read()) });
  expect(response.status).toBe(422);
});
