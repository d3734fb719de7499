// Floods are contained (quality A2 #21), in several server processes together, and nobody is locked out by somebody else.
import { afterEach, expect, test } from 'vitest';
import { createApp } from '../../src/app.ts';
import type { TestApp } from '../support/create-test-app.ts';
import { createTestApp, ownerEmail, ownerPassword } from '../support/create-test-app.ts';

let app: TestApp;
afterEach(() => app.close());

const from = (address: string) => ({ 'x-forwarded-for': address });
const signIn = (password: string, address: string, email = ownerEmail) => app.anonymous.request('POST', '/api/v1/session', { email, password }, from(address));

async function expectLimited(response: Response): Promise<void> {
  expect(response.status).toBe(429);
  expect(((await response.json()) as { code: string }).code).toBe('request.rate_limited');
  const seconds = Number(response.headers.get('retry-after'));
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(900);
}

test('a guesser is stopped after ten attempts, the owner elsewhere signs in all the same, and after a quarter of an hour all is as before', async () => {
  app = await createTestApp();
  for (let attempt = 0; attempt < 10; attempt += 1) expect((await signIn('wrong password', '203.0.113.9')).status).toBe(401);
  await expectLimited(await signIn('wrong password', '203.0.113.9'));
  // Right or wrong makes no difference to them: no answer tells.
  await expectLimited(await signIn(ownerPassword, '203.0.113.9'));
  expect((await signIn(ownerPassword, '198.51.100.4')).status).toBe(200);
  app.clock.advance({ minutes: 16 });
  expect((await signIn(ownerPassword, '203.0.113.9')).status).toBe(200);
});

test('many addresses from one place are guessing too', async () => {
  app = await createTestApp();
  // Whom nobody knows is looked at as long as anybody, at the real cost of a password.
  await Promise.all(Array.from({ length: 30 }, (_, attempt) => signIn('wrong password', '203.0.113.9', `nobody${attempt}@shop.example`)));
  await expectLimited(await signIn('wrong password', '203.0.113.9', 'another@shop.example'));
}, 60_000);

test('guessing from a hundred machines ends for them, but not where the owner is signed in already', async () => {
  app = await createTestApp();
  expect((await signIn(ownerPassword, '198.51.100.4')).status).toBe(200);
  const { count } = await countAttempts();
  for (let at = 0; at < 101; at += 1) await count(`sign_in_address:${ownerEmail}`, 900);
  await expectLimited(await signIn(ownerPassword, '192.0.2.200'));
  expect((await signIn(ownerPassword, '198.51.100.4')).status).toBe(200);
});

async function countAttempts() {
  const { attemptsStore } = await import('../../src/db/attempts-store.ts');
  return attemptsStore(app.db, app.clock.now);
}

test('several processes count together', async () => {
  app = await createTestApp();
  const second = createApp({ services: app.services, hub: app.hub, isReady: async () => true, serveFace: () => undefined, proxies: 1 });
  const processes = [app.fetch, async (path: string, init?: RequestInit) => second.request(new URL(path, app.url).href, init)];
  const statuses: number[] = [];
  for (let attempt = 0; attempt < 12; attempt += 1) {
    const request = processes[attempt % 2] ?? app.fetch;
    const body = JSON.stringify({ email: ownerEmail, password: 'wrong password' });
    statuses.push((await request('/api/v1/session', { method: 'POST', headers: { 'content-type': 'application/json', ...from('203.0.113.9') }, body })).status);
  }
  expect(statuses).toEqual([...new Array<number>(10).fill(401), 429, 429]);
});

test('a forgotten password can be asked for ten times from one place; more than three mails for one address end in silence', async () => {
  app = await createTestApp();
  const ask = (email: string) => app.anonymous.request('POST', '/api/v1/password-resets', { email }, from('203.0.113.9'));
  for (let attempt = 0; attempt < 10; attempt += 1) expect((await ask(ownerEmail)).status).toBe(202);
  await expectLimited(await ask(ownerEmail));
  await app.runJobs();
  expect((await app.owner.client.listMails({})).items.filter((mail) => mail.template === 'password_reset')).toHaveLength(3);
});

test('links that never were are counted together, whatever they would have opened', async () => {
  app = await createTestApp();
  const guess = (at: number) => `guessed-token-number-${String(at).padStart(20, '0')}`;
  const requests = [
    (at: number) => app.anonymous.request('GET', `/api/estimates/v1/${guess(at)}`, undefined, from('203.0.113.9')),
    (at: number) => app.anonymous.request('GET', `/api/v1/invites/${guess(at)}`, undefined, from('203.0.113.9')),
    (at: number) => app.anonymous.request('POST', `/api/v1/password-resets/${guess(at)}`, { password: 'a good long password' }, from('203.0.113.9')),
  ];
  for (let at = 0; at < 60; at += 1) expect([404, 410]).toContain((await requests[at % 3]?.(at))?.status);
  for (const request of requests) {
    const response = await request(61);
    if (response.status !== 429) await expectLimited(await request(62));
    else await expectLimited(response);
  }
  expect((await app.anonymous.request('GET', `/api/estimates/v1/${guess(1)}`, undefined, from('198.51.100.4'))).status).toBe(404);
});

test('searching is free until it is a flood; other reading goes on', async () => {
  app = await createTestApp({ searchesPerMinute: 40 });
  const search = (caller = app.owner) => caller.request('GET', '/api/v1/customers?q=dana');
  for (let at = 0; at < 40; at += 1) expect((await search()).status).toBe(200);
  const statuses = [await search(), await search(), await search()];
  const refused = statuses.find(({ status }) => status === 429);
  expect(Number(refused?.headers.get('retry-after'))).toBeLessThanOrEqual(60);
  expect((await app.owner.request('GET', '/api/v1/customers')).status).toBe(200);
  expect((await search(app.apiKey)).status).toBe(200);
  app.clock.advance({ minutes: 2 });
  expect((await search()).status).toBe(200);
});
