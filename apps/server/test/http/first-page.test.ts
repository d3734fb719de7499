// Pages that are drawn ahead: with answers of our own API to whoever asked, kept nowhere, and never in the way of the plain page.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { createApp } from '../../src/app.ts';
import { firstPicture, loadFirstPages } from '../../src/http/faces/draw-first-page.ts';
import { createFaceServer } from '../../src/http/faces/serve-faces.ts';
import { aShop } from '../support/a-shop.ts';
import { aSignedInCustomer, aVisitor } from '../support/a-visitor.ts';
import { createTestApp } from '../support/create-test-app.ts';

const app = await createTestApp();
const shop = await aShop(app);
const folder = mkdtempSync(join(tmpdir(), 'backdesk-first-page-'));
const plain =
  '<html lang="en"><head><title>Face</title><link rel="stylesheet" href="/base.css"></head><body><script type="module" src="/a.js"></script><div id="root"></div></body></html>';
for (const name of ['base', 'fields', 'product']) writeFileSync(join(folder, `${name}.css`), `.${name}{}`);
writeFileSync(join(folder, 'index.html'), plain);
// What apps/site builds, in small: it shows who is here and what the mug costs them.
writeFileSync(
  join(folder, 'first-page.mjs'),
  `export const createRenderer = (ask) => async (path) => {
    if (path === '/cart') return undefined;
    if (path === '/broken') throw new Error('drawn wrongly');
    const read = async (at) => (await ask(at, { headers: { accept: 'application/json' } })).json();
    const [{ customer }, { items }] = await Promise.all([read('/api/site/v1/session'), read('/api/site/v1/products?limit=24&q=mug')]);
    const sources = path.startsWith('/products/') ? ['product.tsx'] : [];
    return { sources, title: '"' + path + '"', body: (customer?.name ?? 'nobody') + ' ' + items[0].priceFrom, style: '--accent: "red"' };
  };`,
);
mkdirSync(join(folder, '.vite'));
const manifest = join(folder, '.vite/manifest.json');
writeFileSync(
  manifest,
  JSON.stringify({
    'product.tsx': { file: 'product.js', css: ['product.css'], imports: ['_fields.js'] },
    '_fields.js': { file: 'fields.js', css: ['base.css', 'fields.css'], imports: ['product.tsx'] },
  }),
);
const draw = await loadFirstPages({ file: join(folder, 'first-page.mjs'), manifest });
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
  expect(pages.map((page) => /<\/script>(.*?)<link/.exec(page)?.[1])).toEqual(['Golda Meyer 4.00', 'nobody 4.10', 'Golda Meyer 4.00', 'nobody 4.10']);
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
  expect(await loadFirstPages({ file: join(folder, 'not-built.mjs'), manifest })).toBe(undefined);
});

test('a page holds the styles of all that is drawn, and links them behind it in the same order; what the build says of itself is served to nobody', async () => {
  const page = await (await ask('/products/MUG')).text();
  const [, head = '', body = ''] = /<head>(.*?)<\/head>(.*)$/.exec(page.replaceAll('\n', '')) ?? [];
  expect(/<style>(.*)<\/style>/.exec(head)?.[1]).toBe('.base{}.fields{}.product{}');
  const linked = (html: string) => [...html.matchAll(/<link rel="(\w+)"[^>]*href="(.*?)"/g)].map(([, rel, href]) => `${rel} ${href}`);
  expect(linked(head)).toEqual(['modulepreload /fields.js', 'modulepreload /product.js']);
  expect(linked(body)).toEqual(['stylesheet /base.css', 'stylesheet /fields.css', 'stylesheet /product.css']);
  // Nothing in it holds back the paint.
  expect(body.match(/<link rel="stylesheet"(?! media="print")/)).toBeNull();
  expect((await ask('/.vite/manifest.json')).status).toBe(404);
});

test.each([
  ['/files/a%20b.jpg?width=400&amp;v=2', '</files/a%20b.jpg?width=400&v=2>; rel=preload; as=image; fetchpriority=high'],
  ['https://pictures.example/mug.webp', '<https://pictures.example/mug.webp>; rel=preload; as=image; fetchpriority=high'],
  ['/a>;rel=x,<b', ''],
  ['/мug.jpg', ''],
])('the picture %s is asked for with the first byte, unless its address would end the header', (address, header) => {
  expect(firstPicture({ body: `<div><link rel="preload" as="image" href="${address}" fetchPriority="high"/><p>Mug</p></div>` })).toBe(header);
});

test('a page without a picture asks for none', () => expect(firstPicture({ body: '<p>Mug</p>' })).toBe(''));
