import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestApp } from '../support/create-test-app.ts';
import { createTestApp } from '../support/create-test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

type Problem = { readonly code: string; readonly errors?: readonly { readonly pointer: string }[]; readonly requestId: string };
const post = (body: string, headers: Record<string, string> = {}) => app.apiKey.request('POST', '/api/v1/api-keys', body, headers);

const refusals: readonly (readonly [string, string, number, string, string | undefined])[] = [
  ['half a JSON text', '{"name":', 400, 'request.malformed_json', undefined],
  ['no body', '', 400, 'request.malformed_json', undefined],
  ['a list instead of an object', '[]', 422, 'request.invalid', ''],
  ['null', 'null', 422, 'request.invalid', ''],
  ['an unknown field', '{"name":"a","colour":1}', 422, 'request.invalid', '/colour'],
  ['a field named like a JSON pointer', '{"name":"a","a/b~c":1}', 422, 'request.invalid', '/a~1b~0c'],
  ['__proto__', '{"name":"a","__proto__":{"roles":["owner"]}}', 422, 'request.invalid', '/__proto__'],
  ['a wrong type', '{"name":7}', 422, 'request.invalid', '/name'],
  ['a wrong type deep down', '{"name":"a","roles":["owner",7]}', 422, 'request.invalid', '/roles/1'],
  ['a role that is none', '{"name":"a","roles":["root"]}', 422, 'request.invalid', '/roles/0'],
  ['NUL', '{"name":"a\\u0000b"}', 422, 'request.invalid', '/name'],
  ['half a surrogate pair', '{"name":"\\ud83d"}', 422, 'request.invalid', '/name'],
  ['NUL in a key', '{"name":"a","\\u0000":1}', 422, 'request.invalid', ''],
  ['a line break in a name', '{"name":"a\\nb"}', 422, 'request.invalid', '/name'],
  ['a body nested a hundred thousand deep', `{"name":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 422, 'request.invalid', '/name'],
];

test.each(refusals)('%s is refused clearly', async (_, body, status, code, pointer) => {
  const response = await post(body);
  const problem = (await response.json()) as Problem;
  expect({ status: response.status, code: problem.code, pointer: problem.errors?.[0]?.pointer }).toEqual({ status, code, pointer });
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(problem.requestId).toBe(response.headers.get('x-request-id'));
});

test('emoji, right-to-left and script come back as they went in', async () => {
  for (const name of ['👩‍🚀 Ana', 'متجر القمصان', '<script>alert(1)</script>', "Robert'); drop table staff;--"]) {
    expect((await app.owner.client.createApiKey({ body: { name } })).name).toBe(name);
  }
});

test('a body over a megabyte is refused, with and without a declared length', async () => {
  const body = JSON.stringify({ name: 'a'.repeat(1_100_000) });
  expect((await post(body)).status).toBe(413);
  expect((await post(body, { 'content-length': String(body.length) })).status).toBe(413);
});

test('bytes that are not UTF-8 are refused', async () => {
  const response = await app.fetch('/api/v1/api-keys', {
    method: 'POST',
    headers: { ...app.apiKey.headers, 'content-type': 'application/json' },
    body: new Uint8Array([0x7b, 0xff, 0x7d]),
  });
  expect(response.status).toBe(400);
});

test('another media type is refused', async () => {
  expect((await post('name=a', { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(415);
});

test('an address where nothing is answers 404, a method it does not take 405 with those it does', async () => {
  expect((await app.apiKey.request('GET', '/api/v1/nothing')).status).toBe(404);
  const response = await app.apiKey.request('PUT', '/api/v1/session', {});
  expect(response.status).toBe(405);
  expect(response.headers.get('allow')).toBe('POST, GET, DELETE');
  expect(((await response.json()) as Problem).code).toBe('request.method_not_allowed');
});

test('an id that cannot be one is as good as missing', async () => {
  for (const id of ['1', 'x', '%00', '%', '00000000-0000-0000-0000-00000000000g', "'%20or%201=1"]) {
    expect((await app.apiKey.request('DELETE', `/api/v1/api-keys/${id}`)).status, id).toBe(404);
  }
});

test('a query word that is unknown, repeated or NUL is refused', async () => {
  for (const query of ['colour=red', 'limit=0', 'limit=201', 'limit=ten', 'limit=1&limit=2', 'cursor=%00']) {
    expect((await app.apiKey.request('GET', `/api/v1/api-keys?${query}`)).status, query).toBe(422);
  }
});

test('every answer carries the headers that keep a browser safe', async () => {
  for (const path of ['/api/v1/session', '/healthz', '/api/v1/nothing', '/nothing']) {
    const { headers } = await app.owner.request('GET', path);
    expect(headers.get('content-security-policy'), path).toContain("script-src 'self';");
    expect(headers.get('content-security-policy'), path).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options'), path).toBe('nosniff');
  }
  expect((await app.owner.request('GET', '/api/v1/session')).headers.get('cache-control')).toBe('no-store');
});
