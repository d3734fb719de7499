// Price roles include or exclude products and variants: who may not buy something does not find it anywhere, and what was entered before
// stays and says so.
import { ApiProblem } from '@backdesk/contract/client.ts';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { readyToSubmit } from '../support/a-ready-order.ts';
import { aShop, type Shop } from '../support/a-shop.ts';
import { aSignedInCustomer, aVisitor, type Visitor } from '../support/a-visitor.ts';
import type { TestApp } from '../support/create-test-app.ts';
import { createTestApp } from '../support/create-test-app.ts';
import { problemOf } from '../support/problem-of.ts';

let app: TestApp;
let shop: Shop;
let gold: string;
let golda: Visitor;
beforeAll(async () => {
  app = await createTestApp();
  shop = await aShop(app);
  gold = (await client().listPriceRoles({})).items.find(({ name }) => name === 'Gold')?.id ?? '';
  await client().changeCustomer({ params: { id: shop.goldCustomerId }, body: { email: 'golda@gold.example' } });
  golda = await aSignedInCustomer(app, shop.goldCustomerId, 'golda@gold.example');
});
afterAll(() => app.close());

const client = () => app.owner.client;
const codeOf = (error: unknown) => (error instanceof ApiProblem ? error.problem.code : String(error));
type Rule = { roleId: string; effect: 'include' | 'exclude'; variantId?: string };
const setBuyers = async (code: string, rules: readonly Rule[]) => {
  await client().setBuyers({ params: { id: shop.products[code] ?? '' }, body: { rules: [...rules] } });
  await app.runJobs();
};
const foundFor = async (q: string, customerId?: string) =>
  (await client().searchVariants({ query: { q, ...(customerId && { customerId }) } })).items.map(({ sku }) => sku);
const onSite = async (visitor: Visitor, q: string) => (await visitor.client.listSiteProducts({ query: { q } })).items.map(({ code }) => code);

beforeEach(async () => {
  for (const code of ['MUG', 'TEE']) await setBuyers(code, []);
});

test('an excluded role finds the product neither in Add Product, nor in a pasted list, nor by its page; others do', async () => {
  await setBuyers('MUG', [{ roleId: gold, effect: 'exclude' }]);
  expect(await foundFor('mug', shop.goldCustomerId)).toEqual([]);
  expect(await foundFor('mug', shop.customerId)).toEqual(['MUG']);
  expect(await foundFor('mug')).toEqual(['MUG']);
  const params = { id: shop.products.MUG ?? '' };
  expect(
    await client()
      .getProduct({ params, query: { customerId: shop.goldCustomerId } })
      .catch(codeOf),
  ).toBe('not_found');
  expect((await client().getProduct({ params, query: { customerId: shop.customerId } })).code).toBe('MUG');
  const pasted = async (customerId: string) =>
    (await client().matchRows({ body: { customerId, rows: [{ readings: [{ words: 'MUG', quantity: 5 }] }] } })).items[0];
  expect(await pasted(shop.goldCustomerId)).toMatchObject({ status: 'none', hits: [] });
  expect(await pasted(shop.customerId)).toMatchObject({ status: 'certain', quantity: 5 });
});

test('on the site a product for Gold alone is there for Gold, and like a missing one for a guest, by page, search and cart', async () => {
  await setBuyers('MUG', [{ roleId: gold, effect: 'include' }]);
  const guest = aVisitor(app);
  expect(await onSite(golda, 'mug')).toEqual(['MUG']);
  expect(await onSite(guest, 'mug')).toEqual([]);
  expect(await guest.client.getSiteProduct({ params: { code: 'MUG' } }).catch(codeOf)).toBe('not_found');
  const variantId = shop.variants.MUG ?? '';
  const missing = '0199aaaa-0000-7000-8000-00000000dead';
  const refused = await Promise.all([variantId, missing].map((id) => guest.client.addCartLines({ body: { lines: [{ variantId: id }] } }).catch(codeOf)));
  expect(refused).toEqual(['request.invalid', 'request.invalid']);
  expect((await golda.client.addCartLines({ body: { lines: [{ variantId }] } })).cart?.lines.map(({ sku }) => sku)).toEqual(['MUG']);
});

test('a bundle is sold out in the catalogue too for whom one of its parts is not sold to, and there for the others', async () => {
  const bundle = { pricing: 'fixed' as const, parts: [{ variantId: shop.variants.MUG ?? '', quantity: 2 }] };
  const variants = [{ sku: 'PAIR', prices: [{ quantity: 1, extendedPrice: '15' }] }];
  await client().createProduct({ body: { code: 'PAIR', name: 'Pair of two', published: true, variants, bundle } });
  await setBuyers('MUG', [{ roleId: gold, effect: 'include' }]);
  const soldOut = async (visitor: Visitor) => {
    const [listed] = (await visitor.client.listSiteProducts({ query: { q: 'pair' } })).items;
    const page = await visitor.client.getSiteProduct({ params: { code: 'PAIR' } });
    return [listed?.soldOut, page.variants[0]?.stock.tracked === true && page.variants[0].stock.available === 0];
  };
  expect(await soldOut(golda)).toEqual([false, false]);
  expect(await soldOut(aVisitor(app))).toEqual([true, true]);
});

test('a variant can be kept from a role by itself; with all of them kept away the product is', async () => {
  const away = (sku: string): Rule => ({ roleId: gold, effect: 'exclude', variantId: shop.variants[sku] ?? '' });
  await setBuyers('TEE', [away('TEE-M')]);
  expect((await foundFor('tee', shop.goldCustomerId)).toSorted()).toEqual(['TEE-L', 'TEE-S']);
  expect((await golda.client.getSiteProduct({ params: { code: 'TEE' } })).variants.map(({ sku }) => sku)).toEqual(['TEE-S', 'TEE-L']);
  await setBuyers('TEE', [away('TEE-S'), away('TEE-M'), away('TEE-L')]);
  expect(await golda.client.getSiteProduct({ params: { code: 'TEE' } }).catch(codeOf)).toBe('not_found');
  expect(await onSite(golda, 'shirt')).toEqual([]);
  expect(await onSite(aVisitor(app), 'shirt')).toEqual(['TEE']);
});

test('a search reads on past what is hidden: a page is filled and the walk ends', async () => {
  const hidden = [];
  for (let at = 1; at <= 9; at += 1) {
    const { id } = await client().createProduct({ body: { code: `LAMP-${at}`, name: `Lamp ${at}`, variants: [{ sku: `LAMP-${at}` }] } });
    if (at < 7) hidden.push(client().setBuyers({ params: { id }, body: { rules: [{ roleId: gold, effect: 'exclude' }] } }));
  }
  await Promise.all(hidden);
  const walk: string[][] = [];
  let cursor: string | undefined;
  do {
    const page = await client().searchVariants({ query: { q: 'lamp', customerId: shop.goldCustomerId, limit: 2, ...(cursor && { cursor }) } });
    walk.push(page.items.map(({ sku }) => sku));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  expect(walk).toEqual([['LAMP-7', 'LAMP-8'], ['LAMP-9']]);
});

test('a line that was entered before stays at its price, says why at the line, and keeps the order from being submitted until it may be bought', async () => {
  const { id } = await client().createOrder({
    body: {
      customerId: shop.goldCustomerId,
      lines: [
        { sku: 'MUG', quantity: 10 },
        { sku: 'TEE-S', quantity: 1 },
      ],
    },
  });
  await readyToSubmit(app, id);
  const lines = async () =>
    (await client().getOrder({ params: { id } })).lines.map(({ sku, total, blockers }) => [sku, total.amount, blockers.map(({ detail }) => detail?.reason)]);
  await setBuyers('MUG', [{ roleId: gold, effect: 'exclude' }]);
  expect(await lines()).toEqual([
    ['MUG', 4_000, ['excluded']],
    ['TEE-S', 1_000, []],
  ]);
  // The history says so too, and when it is sold again.
  const newest = async () => (await client().getHistory({ params: { id }, query: { limit: 3 } })).items.map(({ sentence }) => sentence);
  expect(await newest()).toContain('MUG is not sold to this customer');
  await setBuyers('MUG', []);
  expect(await newest()).toContain('MUG is sold again');
  await setBuyers('MUG', [{ roleId: gold, effect: 'exclude' }]);
  const refusal = await problemOf(client().submitOrder({ params: { id }, body: {} }));
  expect(refusal.code).toBe('order.not_submittable');
  const gone = refusal.refusals?.filter(({ code }) => code === 'line.product_unavailable');
  expect(gone).toMatchObject([{ pointer: '/lines/0', detail: { reason: 'excluded' } }]);
  // More of it is refused with the reason; the rest of the order can be changed.
  expect(
    await client()
      .addLines({ params: { id }, body: { sku: 'MUG', quantity: 1 } })
      .catch(codeOf),
  ).toBe('line.product_unavailable');
  // For a customer without the role it is a line like any other, and again not for the first.
  await client().changeOrder({ params: { id }, body: { customerId: shop.customerId } });
  expect((await lines())[0]).toEqual(['MUG', 4_500, []]);
  await client().changeOrder({ params: { id }, body: { customerId: shop.goldCustomerId } });
  expect((await lines())[0]).toEqual(['MUG', 4_000, ['excluded']]);
  await setBuyers('MUG', []);
  expect((await lines())[0]).toEqual(['MUG', 4_000, []]);
});

test('a customer’s cart and saved cart keep such a line and do not say more than that it is not sold; copying tells it was left', async () => {
  const guest = aVisitor(app);
  await golda.client.addCartLines({ body: { lines: [{ variantId: shop.variants.MUG ?? '' }, { variantId: shop.variants['TEE-S'] ?? '' }] } });
  const saved = await golda.client.saveCart({ body: { name: 'Both' } });
  await setBuyers('MUG', [{ roleId: gold, effect: 'exclude' }]);
  const view = await golda.client.getSavedCart({ params: { id: saved.id } });
  const mug = view.lines.find(({ sku }) => sku === 'MUG');
  expect(mug?.blockers).toEqual([{ code: 'line.product_unavailable', lineId: mug?.id }]);
  expect(view.blockers.filter(({ code }) => code === 'line.product_unavailable')).toHaveLength(1);
  const copied = await golda.client.copySavedCart({ params: { id: saved.id } });
  expect(copied.left).toEqual([{ label: 'MUG', why: 'not_sold' }]);
  expect(copied.cart.lines.map(({ sku }) => sku)).toEqual(['TEE-S']);
  // A guest has no role: nothing is kept from them.
  expect((await guest.client.addCartLines({ body: { lines: [{ variantId: shop.variants.MUG ?? '' }] } })).cart?.lines).toHaveLength(1);
});

test('rules name roles and variants of the account, once; a role in one cannot be deleted, and hands it on when it is merged', async () => {
  const params = { id: shop.products.MUG ?? '' };
  const twice = { roleId: gold, effect: 'exclude' as const };
  for (const rules of [
    [{ ...twice, roleId: shop.customerId }],
    [{ ...twice, variantId: shop.variants['TEE-S'] ?? '' }],
    [twice, { ...twice, effect: 'include' as const }],
  ])
    expect(await client().setBuyers({ params, body: { rules } }).catch(codeOf)).toBe('request.invalid');
  const [from, into] = [await client().createPriceRole({ body: { name: 'From' } }), await client().createPriceRole({ body: { name: 'Into' } })];
  await setBuyers('MUG', [{ roleId: from.id, effect: 'exclude' }]);
  expect(
    await client()
      .deletePriceRole({ params: { id: from.id } })
      .catch(codeOf),
  ).toBe('price_role.in_use');
  await client().mergePriceRole({ params: { id: from.id }, body: { intoId: into.id } });
  expect((await client().listBuyers({ params })).items).toEqual([{ roleId: into.id, roleName: 'Into', variantId: null, sku: null, effect: 'exclude' }]);
});
