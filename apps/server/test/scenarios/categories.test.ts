// Categories over HTTP: a tree that is made, moved and deleted while its products stay, and a listing that keeps to one branch.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aShop, type Shop } from '../support/a-shop.ts';
import type { TestApp } from '../support/create-test-app.ts';
import { createTestApp } from '../support/create-test-app.ts';
import { problemOf } from '../support/problem-of.ts';

let app: TestApp;
let shop: Shop;
beforeAll(async () => {
  app = await createTestApp();
  shop = await aShop(app);
});
afterAll(() => app.close());

const client = () => app.owner.client;
const make = async (name: string, parentId: string | null = null) => (await client().createCategory({ body: { name, parentId } })).id;
const tree = async () => (await client().listCategories({})).items.map(({ path, productCount }) => `${path.join(' › ')} (${productCount})`);
const put = (code: string, ...categoryIds: string[]) => client().setProductCategories({ params: { id: shop.products[code] ?? '' }, body: { categoryIds } });
const found = async (categoryId: string, q?: string) => (await client().listProducts({ query: { categoryId, ...(q && { q }) } })).items.map(({ code }) => code);

test('a catalogue in a tree: filtered by a branch, moved, renamed, and a deleted category hands its own upward', async () => {
  const [gifts, wear] = [await make('Gifts'), await make('Work wear')];
  const tees = await make('Tees', wear);
  expect((await client().listCategories({})).items.map(({ code }) => code)).toEqual(['gifts', 'work-wear', 'tees']);
  expect((await put('TEE', tees, gifts)).categoryIds.toSorted()).toEqual([tees, gifts].toSorted());
  await put('MUG', gifts);
  expect(await tree()).toEqual(['Gifts (2)', 'Work wear (0)', 'Work wear › Tees (1)']);
  expect(await found(gifts)).toEqual(['MUG', 'TEE']);
  expect(await found(wear)).toEqual(['TEE']);
  expect(await found(gifts, 'mug')).toEqual(['MUG']);
  expect(await found(gifts, 'pen')).toEqual([]);
  await client().changeCategory({ params: { id: gifts }, body: { after: wear, name: 'Presents' } });
  expect(await tree()).toEqual(['Work wear (0)', 'Work wear › Tees (1)', 'Presents (2)']);
  await client().deleteCategory({ params: { id: wear } });
  expect(await tree()).toEqual(['Tees (1)', 'Presents (2)']);
  await client().deleteCategory({ params: { id: gifts } });
  expect(await tree()).toEqual(['Tees (1)']);
  expect((await client().getProduct({ params: { id: shop.products.MUG ?? '' } })).categoryIds).toEqual([]);
});

test('a page of a category goes on where the page before ended', async () => {
  const all = await make('Everything');
  for (const code of ['TEE', 'MUG', 'PEN']) await put(code, all);
  const codes: string[] = [];
  let cursor: string | null = null;
  do {
    const query: { readonly categoryId: string; readonly limit: number; readonly cursor?: string } = { categoryId: all, limit: 1, ...(cursor && { cursor }) };
    const answer = await client().listProducts({ query });
    codes.push(...answer.items.map(({ code }) => code));
    cursor = answer.nextCursor;
  } while (cursor !== null);
  expect(codes).toEqual(['MUG', 'PEN', 'TEE']);
});

test('a ring, a code twice, a level too many and a parent of others are refused', async () => {
  const [a, b] = [await make('A'), await make('B')];
  await client().changeCategory({ params: { id: b }, body: { parentId: a } });
  expect((await problemOf(client().changeCategory({ params: { id: a }, body: { parentId: b } }))).code).toBe('category.within_itself');
  expect((await problemOf(client().createCategory({ body: { name: 'X', code: 'A' } }))).code).toBe('category.code_taken');
  let deepest = b;
  for (const name of ['C', 'D', 'E', 'F']) deepest = await make(name, deepest);
  expect((await problemOf(make('G', deepest))).code).toBe('category.too_deep');
  const theirs = (await app.stranger.client.createCategory({ body: { name: 'Theirs' } })).id;
  expect((await problemOf(make('H', theirs))).code).toBe('request.invalid');
  expect((await problemOf(put('TEE', theirs))).code).toBe('request.invalid');
  expect(await found(theirs)).toEqual([]);
});

test('Add Product looks in a category and those below it: all of it by name, or what the words or the beginning of a SKU find', async () => {
  const desk = client();
  const [outer, other] = await Promise.all(['Outerwear', 'Elsewhere'].map((name) => desk.createCategory({ body: { name } })));
  const inner = await desk.createCategory({ body: { name: 'Rainwear', parentId: outer?.id ?? '' } });
  const makeProduct = async (code: string, name: string, categoryId: string) => {
    const sizes = ['S', 'M'].map((value) => ({ sku: `${code}-${value}`, options: [{ name: 'Size', value }] }));
    const { id } = await desk.createProduct({ body: { code, name, variants: sizes } });
    await desk.setProductCategories({ params: { id }, body: { categoryIds: [categoryId] } });
  };
  await makeProduct('ANO', 'Anorak zinc', outer?.id ?? '');
  await makeProduct('PON', 'Poncho zinc', inner.id);
  await makeProduct('UMB', 'Umbrella zinc', other?.id ?? '');
  const inAddProduct = async (q: string, categoryId?: string) => {
    const skus: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const query = { q, limit: 3, ...(categoryId && { categoryId }), ...(cursor && { cursor }) };
      const page = await desk.searchVariants({ query });
      skus.push(...page.items.map(({ sku }) => sku));
      if (page.nextCursor === null) return skus;
      cursor = page.nextCursor;
    }
  };
  expect(await inAddProduct('', outer?.id)).toEqual(['ANO-S', 'ANO-M', 'PON-S', 'PON-M']);
  expect(await inAddProduct('zinc m', outer?.id)).toEqual(['ANO-M', 'PON-M']);
  expect(await inAddProduct('pon-s', outer?.id)).toEqual(['PON-S']);
  expect(await inAddProduct('umbrella', outer?.id)).toEqual([]);
  expect(await inAddProduct('umbrella')).toEqual(['UMB-S', 'UMB-M']);
  const missing = '0199aaaa-0000-7000-8000-00000000dead';
  expect(await inAddProduct('', missing)).toEqual([]);
});
