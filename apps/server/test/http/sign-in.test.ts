import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aVisitor, customerPassword, mailedToken } from '../support/a-visitor.ts';
import type { TestApp } from '../support/create-test-app.ts';
import { createTestApp, ownerEmail, ownerPassword } from '../support/create-test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const signIn = (email: string, password: string, headers: Record<string, string> = {}) =>
  app.anonymous.request('POST', '/api/v1/session', { email, password }, headers);
const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code;

describe('sign-in', () => {
  test('answers who it is, where, and what they may do', async () => {
    const response = await signIn(ownerEmail, ownerPassword);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ staff: { email: ownerEmail }, account: { name: 'Shop main' }, roles: ['owner'] });
    const cookie = response.headers.getSetCookie().find((line) => line.startsWith('backdesk-staff='));
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
  });

  test('takes the address in any case', async () => {
    expect((await signIn('Owner@Shop.Example', ownerPassword)).status).toBe(200);
  });

  test('says the same for a wrong password and for an unknown address', async () => {
    for (const email of [ownerEmail, 'nobody@shop.example']) {
      const response = await signIn(email, 'not the password');
      expect(response.status).toBe(401);
      expect(await codeOf(response)).toBe('session.wrong_credentials');
    }
  });

  test('takes as long for an address that nobody has: the clock tells as little as the answer', async () => {
    const visitor = aVisitor(app);
    await visitor.client.registerCustomer({ body: { name: 'Nora', email: 'nora@new.example' } });
    await visitor.client.redeemPasswordLink({ params: { token: await mailedToken(app, 'nora@new.example') }, body: { password: customerPassword } });
    // Their passwords cost what they do outside of tests.
    const { url } = await app.owner.client.createInvitation({ body: { email: 'new@shop.example', roles: ['viewer'] } });
    await app.anonymous.client.acceptInvitation({ params: { token: url.split('/').at(-1) ?? '' }, body: { name: 'New', password: customerPassword } });
    const doors = [
      ['/api/v1/session', 'new@shop.example'],
      ['/api/site/v1/session', 'nora@new.example'],
    ] as const;
    for (const [path, knownEmail] of doors) {
      const took = async (email: string, at: number) => {
        const begun = performance.now();
        const response = await app.anonymous.request('POST', path, { email, password: 'not the password' }, { 'x-forwarded-for': `203.0.113.${at}` });
        expect(response.status).toBe(401);
        return performance.now() - begun;
      };
      const known = { times: [] as number[], email: (_at: number) => knownEmail };
      const unknown = { times: [] as number[], email: (at: number) => `nobody${at}@shop.example` };
      // In turns, and of each the quickest: what else a machine does only ever adds to it.
      for (let at = 0; at < 5; at += 1) for (const who of [known, unknown]) who.times.push(await took(who.email(at), at));
      const ratio = Math.min(...unknown.times) / Math.min(...known.times);
      // A password costs many times what all the rest of an answer does.
      expect(ratio, path).toBeGreaterThan(1 / 3);
      expect(ratio, path).toBeLessThan(3);
    }
  }, 60_000);

  test('ends with signing out', async () => {
    const response = await signIn(ownerEmail, ownerPassword);
    const cookie = response.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
    const session = (method: string) => app.fetch('/api/v1/session', { method, headers: { cookie } });
    expect((await session('GET')).status).toBe(200);
    expect((await session('DELETE')).status).toBe(200);
    expect((await session('GET')).status).toBe(401);
  });

  test('is slowed down after ten wrong attempts, and free again after a quarter of an hour', async () => {
    for (let attempt = 0; attempt < 10; attempt += 1) await signIn('guessed@shop.example', 'wrong password');
    const response = await signIn('guessed@shop.example', 'wrong password');
    expect(response.status).toBe(429);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    app.clock.advance({ minutes: 16 });
    expect((await signIn('guessed@shop.example', 'wrong password')).status).toBe(401);
  });
});

describe('who may ask', () => {
  test('nobody without a session or key', async () => {
    expect((await app.anonymous.request('GET', '/api/v1/session')).status).toBe(401);
    expect((await app.anonymous.request('GET', '/api/v1/session', undefined, { authorization: 'Bearer bdk_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' })).status).toBe(401);
  });

  test('nobody with a cookie that we did not sign', async () => {
    const forged = app.owner.headers.cookie?.replace(/.{4}$/, 'AAAA') ?? '';
    expect((await app.fetch('/api/v1/session', { headers: { cookie: forged } })).status).toBe(401);
  });

  test('a role without the permission is refused, and told which one', async () => {
    const viewer = await app.as('viewer');
    const response = await viewer.request('POST', '/api/v1/api-keys', { name: 'Mine' });
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: 'request.forbidden', detail: { permission: 'staff:write' } });
  });

  test('an account that one does not belong to is refused', async () => {
    expect((await app.stranger.request('GET', '/api/v1/session', undefined, { 'backdesk-account': 'main' })).status).toBe(403);
    expect((await app.apiKey.request('GET', '/api/v1/session', undefined, { 'backdesk-account': 'other' })).status).toBe(403);
    expect((await app.owner.request('GET', '/api/v1/session', undefined, { 'backdesk-account': 'main' })).status).toBe(200);
  });

  test('a write with the cookie from another site is refused, with a key it is not', async () => {
    const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    const refused = await app.owner.request('POST', '/api/v1/api-keys', { name: 'Mine' }, foreign);
    expect(refused.status).toBe(403);
    expect(await codeOf(refused)).toBe('request.cross_site');
    expect((await app.apiKey.request('POST', '/api/v1/api-keys', { name: 'Mine' }, foreign)).status).toBe(201);
  });
});

describe('API keys', () => {
  test('are shown once, work at once, note their use and can be revoked', async () => {
    const made = await app.owner.client.createApiKey({ body: { name: 'ERP', roles: ['sales'] } });
    const key = { authorization: `Bearer ${made.key}` };
    expect((await app.fetch('/api/v1/session', { headers: key })).status).toBe(200);
    const { items } = await app.owner.client.listApiKeys({});
    expect(items.find((item) => item.id === made.id)?.lastUsedAt).toBe(app.clock.now().toISOString());
    expect(JSON.stringify(items)).not.toContain(made.key);
    await app.owner.client.revokeApiKey({ params: { id: made.id } });
    expect((await app.fetch('/api/v1/session', { headers: key })).status).toBe(401);
  });

  test('of another account are as good as missing', async () => {
    const made = await app.owner.client.createApiKey({ body: { name: 'Ours' } });
    expect((await app.stranger.request('DELETE', `/api/v1/api-keys/${made.id}`)).status).toBe(404);
    expect((await app.apiKey.request('GET', '/api/v1/session', undefined)).status).toBe(200);
  });

  test('page by cursor, and a made-up cursor is a field error', async () => {
    const caller = await app.as('owner');
    for (const name of ['one', 'two', 'three']) await caller.client.createApiKey({ body: { name } });
    const first = await caller.client.listApiKeys({ query: { limit: 2 } });
    const second = await caller.client.listApiKeys({ query: { limit: 2, cursor: first.nextCursor ?? '' } });
    expect([...first.items, ...second.items].slice(0, 3).map((item) => item.name)).toEqual(['three', 'two', 'one']);
    expect((await caller.request('GET', '/api/v1/api-keys?cursor=made-up')).status).toBe(422);
  });
});
