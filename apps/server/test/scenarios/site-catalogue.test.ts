// What the site shows of the catalogue: what is sold, at the prices of who asks, and nothing that staff keep for themselves.
import { ApiProblem } from '@backdesk/contract/client.ts';
import { routes } from '@backdesk/contract/routes.ts';
import { siteFileRoutes } from '@backdesk/contract/site/file-routes.ts';
import { siteChange, siteLiveRoutes, sitePresence } from '@backdesk/contract/site/live.ts';
import { siteRoutes } from '@backdesk/contract/site/routes.ts';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import { aShop } from '../support/a-shop.ts';
import { aSignedInCustomer, aVisitor } from '../support/a-visitor.ts';
import { createTestApp } from '../support/create-test-app.ts';

const app = await createTestApp();
afterAll(() => app.close());
const shop = await aShop(app);
const { client: desk } = app.owner;
const codeOf = (error: unknown) => (error instanceof ApiProblem ? error.problem.code : String(error));

test('a guest finds what is sold, by list price', async () => {
  const { client } = aVisitor(app);
  const found = await client.listSiteProducts({ query: { q: 'mug' } });
  expect(found.items.map(({ code, priceFrom, soldOut }) => ({ code, priceFrom, soldOut }))).toEqual([{ code: 'MUG', priceFrom: '4.10', soldOut: false }]);
  const mug = await client.getSiteProduct({ params: { code: 'mug' } });
  expect(mug.variants[0]?.priceTable?.breaks).toEqual([
    { quantity: 1, extendedPrice: '4.50' },
    { quantity: 144, extendedPrice: '590.40' },
  ]);
});

test('a customer finds the prices of their role', async () => {
  await desk.changeCustomer({ params: { id: shop.goldCustomerId }, body: { email: 'golda@gold.example' } });
  const { client } = await aSignedInCustomer(app, shop.goldCustomerId, 'golda@gold.example');
  const mug = await client.getSiteProduct({ params: { code: 'MUG' } });
  expect(mug.variants[0]?.priceTable).toEqual({ source: 'role', label: 'Gold', breaks: [{ quantity: 1, extendedPrice: '4.00' }] });
  expect((await client.listSiteProducts({ query: { q: 'mug' } })).items[0]?.priceFrom).toBe('4.00');
});

test('the price "from", and whether something is there, are of what is published and sold to who asks', async () => {
  const gold = (await desk.listPriceRoles({})).items.find(({ name }) => name === 'Gold')?.id ?? '';
  const bag = (size: string, price: string, more: object) => {
    return { sku: `BAG-${size}`, options: [{ name: 'Size', value: size }], prices: [{ quantity: 1, extendedPrice: price }], ...more };
  };
  const { id, variants } = await desk.createProduct({
    body: {
      code: 'BAG',
      name: 'Canvas bag',
      variants: [bag('S', '3', { published: false }), bag('M', '5', {}), bag('L', '9.5', { stock: { tracked: true, onHand: 0 } })],
    },
  });
  const [, medium] = variants;
  const rules = [{ variantId: medium?.id ?? '', roleId: gold, effect: 'include' as const }];
  await desk.setBuyers({ params: { id }, body: { rules } });
  const seenBy = async (client: { readonly listSiteProducts: typeof member.listSiteProducts }) =>
    (await client.listSiteProducts({ query: { q: 'canvas bag' } })).items.map(({ priceFrom, soldOut }) => [priceFrom, soldOut]);
  await desk.changeCustomer({ params: { id: shop.goldCustomerId }, body: { email: 'golda1@gold.example' } });
  const member = (await aSignedInCustomer(app, shop.goldCustomerId, 'golda1@gold.example')).client;
  // The small one is not on sale, the medium one is for Gold alone.
  expect(await seenBy(aVisitor(app).client)).toEqual([['9.50', true]]);
  expect(await seenBy(member)).toEqual([['5.00', false]]);
  expect((await desk.listProducts({ query: { q: 'canvas bag' } })).items.map(({ priceFrom }) => priceFrom)).toEqual(['3.00']);
});

test('what is not published is not there: product, variant, or all of its variants', async () => {
  const { client } = aVisitor(app);
  const hidden = await desk.createProduct({ body: { code: 'HID', name: 'Hidden hat', published: false, variants: [{ sku: 'HID' }] } });
  const half = await desk.createProduct({
    body: {
      code: 'HALF',
      name: 'Half hat',
      variants: [
        { sku: 'HALF-A', options: [{ name: 'Size', value: 'S' }] },
        { sku: 'HALF-B', options: [{ name: 'Size', value: 'M' }], published: false },
      ],
    },
  });
  expect((await client.listSiteProducts({ query: { q: 'hat' } })).items.map(({ code }) => code)).toEqual(['HALF']);
  expect((await client.getSiteProduct({ params: { code: 'HALF' } })).variants.map(({ sku }) => sku)).toEqual(['HALF-A']);
  expect(await client.getSiteProduct({ params: { code: 'HID' } }).catch(codeOf)).toBe('not_found');
  for (const variant of half.variants) await desk.changeVariant({ params: { id: variant.id }, body: { published: false } });
  expect(await client.getSiteProduct({ params: { code: 'HALF' } }).catch(codeOf)).toBe('not_found');
  // By its id either: a variant that is not sold goes into no cart.
  const variantId = hidden.variants[0]?.id ?? '';
  expect(await client.addCartLines({ body: { lines: [{ variantId }] } }).catch(codeOf)).toBe('line.product_unavailable');
});

test('categories are those in which something is sold; a page is narrowed by one of them and by what is in stock', async () => {
  const { client } = aVisitor(app);
  const category = (name: string, parentId: string | null = null) => desk.createCategory({ body: { name, parentId } });
  const [wear, nothing] = [await category('Wear'), await category('Nothing here')];
  const caps = await category('Caps', wear.id);
  const product = async (code: string, onHand: number) => {
    const { id } = await desk.createProduct({ body: { code, name: `Cap ${code}`, variants: [{ sku: code, stock: { tracked: true, onHand } }] } });
    await desk.setProductCategories({ params: { id }, body: { categoryIds: [caps.id] } });
  };
  await product('C-THERE', 5);
  await product('C-GONE', 0);
  const { items } = await client.listSiteCategories({});
  expect(items.map(({ name, depth }) => [name, depth])).toEqual([
    ['Wear', 0],
    ['Caps', 1],
  ]);
  const codes = async (query: { category: string; inStock?: 'true' }) => (await client.listSiteProducts({ query })).items.map(({ code }) => code);
  expect(await codes({ category: wear.code.toUpperCase() })).toEqual(['C-GONE', 'C-THERE']);
  expect(await codes({ category: caps.code, inStock: 'true' })).toEqual(['C-THERE']);
  expect([await codes({ category: nothing.code }), await codes({ category: 'no-such' })]).toEqual([[], []]);
});

test('a category whose products are sold to one price role stands in the menu of that role alone', async () => {
  const gold = (await desk.listPriceRoles({})).items.find(({ name }) => name === 'Gold')?.id ?? '';
  const [awards, cups, trophies] = await Promise.all(['Awards', 'Cups', 'Trophies'].map((name) => desk.createCategory({ body: { name, parentId: null } })));
  await desk.changeCategory({ params: { id: cups?.id ?? '' }, body: { parentId: awards?.id ?? '' } });
  const product = async (code: string, categoryId: string | undefined) => {
    const made = await desk.createProduct({
      body: {
        code,
        name: code,
        variants: [
          { sku: `${code}-1`, options: [{ name: 'Size', value: 'S' }] },
          { sku: `${code}-2`, options: [{ name: 'Size', value: 'M' }] },
        ],
      },
    });
    await desk.setProductCategories({ params: { id: made.id }, body: { categoryIds: categoryId === undefined ? [] : [categoryId] } });
    return made;
  };
  const [cup, trophy] = [await product('CUP', cups?.id), await product('TROPHY', trophies?.id)];
  await desk.setBuyers({ params: { id: cup.id }, body: { rules: [{ roleId: gold, effect: 'include' }] } });
  await desk.changeCustomer({ params: { id: shop.goldCustomerId }, body: { email: 'golda2@gold.example' } });
  const member = (await aSignedInCustomer(app, shop.goldCustomerId, 'golda2@gold.example')).client;
  const guest = aVisitor(app).client;
  const menu = async ({ listSiteCategories }: Pick<typeof guest, 'listSiteCategories'>) => (await listSiteCategories({})).items.map(({ name }) => name);
  expect(await menu(member)).toEqual(expect.arrayContaining(['Awards', 'Cups', 'Trophies']));
  expect(await menu(guest)).toEqual(expect.arrayContaining(['Trophies']));
  expect(await menu(guest)).not.toEqual(expect.arrayContaining(['Awards']));
  expect(await menu(guest)).not.toEqual(expect.arrayContaining(['Cups']));
  // By its variants: one that is left to guests keeps the category, none takes it away.
  const kept = (n: number) => trophy.variants.slice(0, n).map(({ id }) => ({ variantId: id, roleId: gold, effect: 'include' as const }));
  await desk.setBuyers({ params: { id: trophy.id }, body: { rules: kept(1) } });
  expect(await menu(guest)).toContain('Trophies');
  await desk.setBuyers({ params: { id: trophy.id }, body: { rules: kept(2) } });
  expect(await menu(guest)).not.toContain('Trophies');
  expect(await menu(member)).toContain('Trophies');
});

/** Every name in an answer's schema, however deep, but for closed lists of codes: nobody writes into those. */
function* namesIn(schema: unknown): Generator<string> {
  if (typeof schema !== 'object' || schema === null) return;
  const json = schema as Readonly<Record<string, unknown>>;
  if (typeof json.properties === 'object' && json.properties !== null)
    for (const [name, property] of Object.entries(json.properties)) if (!('enum' in (property as object))) yield name;
  for (const inner of Object.values(json)) yield* namesIn(inner);
}

const ofStaff =
  /^(noteInternal|notes|owner|abilities|cost|costs|margin|reason|by|onHand|reserved|override|explanation|createdBy|published|vendor|tags|sha256)$/;

test('no answer of the site has a field that staff keep for themselves', () => {
  const ofSite = Object.entries({ ...siteRoutes, ...siteLiveRoutes, ...siteFileRoutes }).filter(([, route]) => route.path.startsWith('/api/site/'));
  const answers = [
    ...ofSite.map(([name, { answer }]) => ({ name, answer })),
    { name: 'change', answer: siteChange },
    { name: 'presence', answer: sitePresence },
  ];
  const leaks = answers.flatMap(({ name, answer }) =>
    [...namesIn(z.toJSONSchema(answer, { unrepresentable: 'any' }))].filter((field) => ofStaff.test(field)).map((field) => `${name}: ${field}`),
  );
  expect(ofSite.length).toBeGreaterThan(30);
  expect(leaks).toEqual([]);
  // The rule finds them where they are: on the desk.
  expect([...namesIn(z.toJSONSchema(routes.getOrder.answer, { unrepresentable: 'any' }))].filter((field) => ofStaff.test(field))).toContain('noteInternal');
});

test('where prices are shown to who is signed in, no figure of one reaches a guest: not of a setup, an upcharge or a part of a bundle', async () => {
  const prices = [{ quantity: 1, extendedPrice: '17.17' }];
  const crate = await desk.createProduct({
    body: { code: 'CRATE', name: 'Crate', variants: [{ sku: 'CRATE', prices }] },
  });
  await desk.setConfiguration({
    params: { id: crate.id },
    body: {
      options: [
        { kind: 'choice', name: 'Lid', values: [{ name: 'Oak', perPiece: '18.18', perLine: { amount: 1919, currency: 'USD' }, ppm: 202_020 }] },
        { kind: 'text', name: 'Engraving', maxLength: 20, perPiece: '21.21', breaks: [{ quantity: 50, perPiece: '22.22' }] },
      ] as never,
    },
  });
  await desk.setCharges({
    params: { id: crate.id },
    body: { charges: [{ kind: 'setup', code: 'SETUP', name: 'Setup', breaks: [{ quantity: 1, extendedPrice: '23.23' }] }] },
  });
  await desk.createProduct({
    body: {
      code: 'SET',
      name: 'Set',
      variants: [{ sku: 'SET', prices: [{ quantity: 1, extendedPrice: '24.24' }] }],
      bundle: { pricing: 'summed', parts: [{ variantId: crate.variants[0]?.id ?? '', quantity: 2 }] },
    },
  });
  const seen = async () => {
    const { request } = aVisitor(app);
    const paths = ['products/CRATE', 'products/SET', 'products?q=crate', 'products?q=set'];
    return (await Promise.all(paths.map(async (path) => (await request('GET', `/api/site/v1/${path}`)).text()))).join();
  };
  const figures = ['17.17', '18.18', '"amount":1919', '"ppm":202020', '21.21', '22.22', '23.23', '24.24'];
  const shown = await seen();
  // They are there for who may see them, so their absence below says something.
  expect(figures.filter((figure) => !shown.includes(figure))).toEqual([]);
  await desk.changeSettings({ body: { siteSignIn: 'prices' } });
  const hidden = await seen();
  await desk.changeSettings({ body: { siteSignIn: 'optional' } });
  expect(figures.filter((figure) => hidden.includes(figure))).toEqual([]);
  for (const asked of ['Oak', 'Engraving', 'CRATE']) expect(hidden).toContain(asked);
});

test('the account says what guests see: prices by sign-in, all pages by sign-in', async () => {
  const { client } = aVisitor(app);
  await desk.changeSettings({ body: { siteSignIn: 'prices' } });
  expect((await client.getSiteProduct({ params: { code: 'TEE' } })).variants.map(({ priceTable }) => priceTable)).toEqual([null, null, null]);
  expect((await client.listSiteProducts({})).items.every(({ priceFrom }) => priceFrom === null)).toBe(true);
  expect(await client.addCartLines({ body: { lines: [{ variantId: shop.variants.MUG ?? '' }] } }).catch(codeOf)).toBe('request.unauthenticated');
  await desk.changeSettings({ body: { siteSignIn: 'all_pages' } });
  expect(await client.listSiteProducts({}).catch(codeOf)).toBe('request.unauthenticated');
  expect((await client.getSiteSession({})).signIn).toBe('all_pages');
  await desk.changeSettings({ body: { siteSignIn: 'optional' } });
});
