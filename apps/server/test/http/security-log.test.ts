// The security log tells who tried what, and holds no secret and no forged line (quality A5, ASVS 16.2–16.4).
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { TestApp } from '../support/create-test-app.ts';
import { createTestApp, ownerEmail, ownerPassword } from '../support/create-test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const lines: string[] = [];
beforeEach(() => {
  lines.length = 0;
  vi.spyOn(console, 'warn').mockImplementation((line) => lines.push(String(line)));
});
afterEach(() => vi.restoreAllMocks());

const events = () => lines.map((line) => JSON.parse(line) as { readonly event: string; readonly level: string; readonly at: string });

test('signing in, failing to, and what a role may not do', async () => {
  await app.anonymous.request('POST', '/api/v1/session', { email: ownerEmail, password: ownerPassword }, { 'x-forwarded-for': '203.0.113.7' });
  await app.anonymous.request('POST', '/api/v1/session', { email: ownerEmail, password: 'my secret guess' });
  const viewer = await app.as('viewer');
  await viewer.request('POST', '/api/v1/customers', { name: 'X' });
  expect(events()).toMatchObject([
    { level: 'security', event: 'sign_in.succeeded', ipAddress: '203.0.113.7', account: app.accountId },
    { event: 'sign_in.failed', address: expect.stringMatching(/^[0-9a-f]{12}$/) },
    { event: 'permission.refused', method: 'POST', path: '/api/v1/customers', actor: expect.stringMatching(/^api_key:/) },
  ]);
  for (const line of events()) expect(line.at).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
});

test('a key that opens nothing, without the key', async () => {
  const key = `bdk_${'k'.repeat(43)}`;
  const response = await app.fetch('/api/v1/session', { headers: { authorization: `Bearer ${key}`, 'x-forwarded-for': '203.0.113.7' } });
  expect(response.status).toBe(401);
  expect(events()).toMatchObject([{ event: 'key.unknown', method: 'GET', path: '/api/v1/session', ipAddress: '203.0.113.7' }]);
  expect(lines.join()).not.toContain('kkk');
});

test('invitations, new passwords and roles, without their secrets', async () => {
  const person = await app.person('log@shop.example', ['sales']);
  const { url } = await app.owner.client.createInvitation({ body: { email: 'new@shop.example', roles: ['viewer'] } });
  const token = url.split('/').at(-1) ?? '';
  await app.anonymous.client.acceptInvitation({ params: { token }, body: { name: 'New', password: 'a good long password' } });
  await app.owner.client.changeStaff({ params: { id: person.staffId }, body: { roles: ['viewer'] } });
  await app.anonymous.request('POST', '/api/v1/password-resets', { email: person.email });
  await app.owner.client.removeStaff({ params: { id: person.staffId } });
  const told = events().map((line) => line.event);
  expect(told).toEqual(['sign_in.succeeded', 'staff.invited', 'staff.invitation_accepted', 'staff.changed', 'password.reset_requested', 'staff.removed']);
  const text = lines.join('\n');
  for (const secret of [token, 'a good long password', ownerPassword, person.email, 'new@shop.example']) expect(text).not.toContain(secret);
});

test('nobody writes a line of their own into it', async () => {
  await app.anonymous.request('POST', '/api/v1/session', { email: ownerEmail, password: 'x' }, { 'x-request-id': 'a"}{"event":"forged"' });
  await app.anonymous.request('GET', '/api/estimates/v1/%0A%7B%22event%22%3A%22forged%22%7Daaaaaaaaaaaa');
  expect(lines.every((line) => !line.includes('\n'))).toBe(true);
  expect(events().map((line) => line.event)).not.toContain('forged');
});
