// What protects a browser stands on every answer: each route of the table whether it succeeds or refuses, the faces, their
// files, the API's pages, and what is nowhere. Quality A5, ASVS 3.3–3.5 and 14.3.2.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Route } from '@backdesk/contract/route.ts';
import { routes } from '@backdesk/contract/routes.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../src/app.ts';
import { createFaceServer } from '../../src/http/faces/serve-faces.ts';
import { securityHeaders } from '../../src/http/security-headers.ts';
import { aShop } from '../support/a-shop.ts';
import { aVisitor, customerPassword, mailedToken } from '../support/a-visitor.ts';
import type { TestApp } from '../support/create-test-app.ts';
import { createTestApp, ownerEmail, ownerPassword } from '../support/create-test-app.ts';

let app: TestApp;
let http: ReturnType<typeof createApp>;
const folder = mkdtempSync(join(tmpdir(), 'backdesk-faces-'));
beforeAll(async () => {
  mkdirSync(join(folder, 'assets'));
  for (const page of ['index.html', 'estimate.html']) writeFileSync(join(folder, page), '<!doctype html><title>Face</title>');
  writeFileSync(join(folder, 'assets/main-Ab3dEf9h.js'), 'export {};');
  writeFileSync(join(folder, 'mark.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  app = await createTestApp();
  const serveFace = createFaceServer([
    { folder, base: '/admin/', page: 'index.html' },
    { folder, base: '/e/', page: 'estimate.html' },
    { folder, base: '/', page: 'index.html', pagesBelow: '/products/' },
  ]);
  http = createApp({ services: app.services, hub: app.hub, isReady: async () => true, serveFace });
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

const ask = (path: string, method = 'GET', headers: Readonly<Record<string, string>> = { origin: 'https://elsewhere.example' }) =>
  http.request(new URL(path, app.url).href, { method, headers });

function expectProtected(headers: Headers, at: string): void {
  const policy = new Map(
    (headers.get('content-security-policy') ?? '').split('; ').map((part) => [part.split(' ')[0], part.split(' ').slice(1).join(' ')] as const),
  );
  expect(policy.get('default-src'), at).toBe("'self'");
  expect(policy.get('script-src'), at).toBe("'self'");
  expect([policy.get('object-src'), policy.get('base-uri'), policy.get('frame-ancestors'), policy.get('form-action')], at).toEqual([
    "'none'",
    "'none'",
    "'none'",
    "'self'",
  ]);
  expect(headers.get('x-content-type-options'), at).toBe('nosniff');
  expect(headers.get('x-frame-options'), at).toBe('DENY');
  expect(headers.get('cross-origin-opener-policy'), at).toBe('same-origin');
  expect(headers.get('permissions-policy'), at).toContain('camera=()');
  expect(['same-origin', 'no-referrer'], at).toContain(headers.get('referrer-policy'));
  expect(headers.get('strict-transport-security'), 'only where it is https').toBe(null);
  expect([headers.get('x-powered-by'), headers.get('server')], at).toEqual([null, null]);
  // No page of another origin reads an answer of ours.
  expect(headers.get('access-control-allow-origin'), at).toBe(null);
}

const table = Object.entries(routes) as readonly (readonly [string, Route])[];
const pathOf = (route: Route) => route.path.replace('{revision}', '1').replaceAll(/\{\w+\}/g, '0199aaaa-0000-7000-8000-00000000dead');

describe('routes', () => {
  test.each(table)('%s, as the owner and as nobody', async (_name, route) => {
    for (const headers of [app.apiKey.headers, {}]) {
      const response = await ask(pathOf(route), route.method, headers);
      expectProtected(response.headers, `${response.status}`);
      expect(response.headers.get('cache-control')).toBe('no-store');
      const type = response.ok && route.answerType === 'text/csv' ? /^text\/csv; charset=utf-8$/ : /^application\/(problem\+)?json; charset=utf-8$/;
      expect(response.headers.get('content-type')).toMatch(type);
      expect(response.headers.get('x-request-id')).toBeTruthy();
      if (route.path.includes('{token}')) expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    }
  });
});

test.each([
  ['/healthz', 200],
  ['/readyz', 200],
  ['/api/openapi.json', 200],
  ['/api/docs', 200],
  ['/api/v1/nowhere', 404],
  ['/admin', 200],
  ['/admin/orders/drafts', 200],
  ['/admin/invite/token-of-somebody', 200],
  ['/admin/reset/token-of-somebody', 200],
  ['/e/token-of-an-estimate', 200],
  ['/', 200],
  ['/nowhere.png', 404],
  ['/assets/main-Ab3dEf9h.js', 200],
  // The code of a product may hold a dot.
  ['/products/mug-4.5', 200],
  ['/mark.svg', 200],
  ['/%E0%A4%A', 404],
])('%s answers %i with the same protection', async (path, status) => {
  const response = await ask(path);
  expect(response.status).toBe(status);
  expectProtected(response.headers, path);
  expect(response.headers.get('cache-control')).toBe(
    path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : /^\/($|admin|e\/|mark|products\/)/.test(path) ? 'no-cache' : 'no-store',
  );
});

test('addresses that open something tell nobody where a visitor comes from', async () => {
  for (const path of ['/e/a-token', '/shared/a-token', '/password/a-token', '/admin/invite/a-token', '/admin/reset/a-token'])
    expect((await ask(path)).headers.get('referrer-policy'), path).toBe('no-referrer');
});

test('a method that an address does not take is protected too', async () => {
  const response = await ask('/api/v1/session', 'PATCH');
  expect(response.status).toBe(405);
  expectProtected(response.headers, 'PATCH');
});

function expectKeptToHost(response: Response, name: string): void {
  const cookie = response.headers.getSetCookie().find((line) => line.startsWith(`${name}=`)) ?? '';
  for (const part of [/^[^;]*=[^;]{20,}/, /; Path=\/(;|$)/i, /; HttpOnly/i, /; Secure/i, /; SameSite=Lax/i]) expect(cookie, name).toMatch(part);
  expect(cookie).not.toMatch(/Domain/i);
}

test('behind https a browser is held to it for two years, and the cookie to this host', async () => {
  const secure = await createTestApp({ publicUrl: 'https://orders.example' });
  try {
    const response = await secure.anonymous.request('POST', '/api/v1/session', { email: ownerEmail, password: ownerPassword });
    expect(response.status).toBe(200);
    const [, seconds] = /max-age=(\d+)/.exec(response.headers.get('strict-transport-security') ?? '') ?? [];
    expect(Number(seconds)).toBeGreaterThanOrEqual(365 * 24 * 3600);
    expectKeptToHost(response, '__Host-backdesk-staff');
    const { variants } = await aShop(secure);
    const added = await secure.anonymous.request('POST', '/api/site/v1/cart/lines', { lines: [{ variantId: variants.MUG, quantity: 1 }] });
    expectKeptToHost(added, '__Host-backdesk-guest');
    const shopper = aVisitor(secure);
    await shopper.client.registerCustomer({ body: { name: 'Nora', email: 'nora@new.example' } });
    const token = await mailedToken(secure, 'nora@new.example');
    const redeemed = await shopper.request('POST', `/api/site/v1/password-links/${token}`, { password: customerPassword });
    expect(redeemed.status).toBe(200);
    expectKeptToHost(redeemed, '__Host-backdesk-customer');
  } finally {
    await secure.close();
  }
  expect(securityHeaders('http://localhost:3000').some(([name]) => name === 'strict-transport-security')).toBe(false);
});
