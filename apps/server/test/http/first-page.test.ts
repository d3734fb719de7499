// Pages that are drawn ahead: with answers of our own API to whoever asked, kept nowhere, and never in the way of the plain page.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { createApp } from '../../src/app.ts';
import { loadFirstPages } from '../../src/http/faces/draw-first-page.ts';
import { createFaceServer } from '../../src/http/faces/serve-faces.ts';
import { aShop } from '../support/a-shop.ts';
import { aSignedInCustomer, aVisitor } from '../support/a-visitor.ts';
import { createTestApp } from '../support/create-test-app.ts';

const app = await createTestApp();
const shop = await aShop(app);
const folder = mkdtempSync(join(tmpdir(), 'backdesk-first-page-'));
const plain = '<html lang="en"><title>Face</title><script type="module" src="/a.js"></script><div id="root"></div></html>';
writeFileSync(join(folder, 'index.html'), plain);
// What apps/site builds, in small: it shows who is here and what the mug costs them.
writeFileSync(
  join(folder, 'first-page.mjs'),
  `export const createRenderer = (ask) => async (path) => {
    if (path === '/cart') return undefined;
    if (path === '/broken') throw new Error('drawn wrongly');
    const read = async (at) => (await ask(at, { headers: { accept: 'application/json' } })).json();
    const [{ customer }, { items }] = await Promise.all([read('/api/site/v1/session'), read('/api/site/v1/products?limit=24&q=mug')]);
    return { title: '"' + path + '"', body: (customer?.name ?? 'nobody') + ' ' + items[0].priceFrom, style: '--accent: "red"' };
  };`,
);
const draw = await loadFirstPages(join(folder, 'first-page.mjs'));
const serveFace = createFaceServer([{ folder, base: '/', page: 'index.html', pagesBelow: '/products/', draw }]);
const http = createApp({ services: app.services, hub: app.hub, isReady: async () => true, serveFace });
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

const ask = (path: string, cookie = '') => http.request(new URL(path, app.url).href, { headers: { cookie } });

test('each visitor’s page is drawn with what they may see, also side by side, and kept nowhere', async () => {
  await app.owner.client.changeCustomer({ params: { id: shop.goldCustomerId }, body: { email: 'golda@gold.example' } });
  const golda = await aSignedInCustomer(app, shop.goldCustomerId, 'golda@gold.example', aVisitor(app));
  const cookie = [...golda.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const answers = await Promise.all([ask('/?a=<b>', cookie), ask('/'), ask('/', cookie), ask('/')]);
  const pages = await Promise.all(answers.map((answer) => answer.text()));
  expect(pages.map((page) => /<\/script>(.*?)<\/html>/.exec(page)?.[1])).toEqual(['Golda Meyer 4.00', 'nobody 4.10', 'Golda Meyer 4.00', 'nobody 4.10']);
  expect(pages[0]).toContain('<title>&quot;/?a=');
  expect(pages[0]).toContain('<html lang="en" style="--accent: &quot;red&quot;">');
  for (const { headers } of answers) expect([headers.get('cache-control'), headers.get('etag')]).toEqual(['no-store', null]);
});

test('where none is drawn, or drawing failed, the plain page is there as ever', async () => {
  expect(await (await ask('/cart')).text()).toBe(plain);
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  expect(await (await ask('/broken')).text()).toBe(plain);
  expect(logged.mock.calls.flat().join(' ')).toContain('drawn wrongly');
  logged.mockRestore();
  expect(await loadFirstPages(join(folder, 'not-built.mjs'))).toBe(undefined);
});
