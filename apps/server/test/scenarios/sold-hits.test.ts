// What the domain says of whom a product is sold to, and what searches find for them, are one rule said in two places: every rule is walked
// over both. And however little somebody may have of much, they find it, on full pages.
import { type BuyerRule, isSoldTo } from '@backdesk/domain/catalog/sold-to.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aShop } from '../support/a-shop.ts';
import { aSignedInCustomer, type Visitor } from '../support/a-visitor.ts';
import type { TestApp } from '../support/create-test-app.ts';
import { createTestApp } from '../support/create-test-app.ts';

let app: TestApp;
let gold: string;
let silver: string;
beforeAll(async () => {
  app = await createTestApp();
  await aShop(app);
  gold = (await client().listPriceRoles({})).items.find(({ name }) => name === 'Gold')?.id ?? '';
  silver = (await client().createPriceRole({ body: { name: 'Silver' } })).id;
});
afterAll(() => app.close());

const client = () => app.owner.client;
const aCustomer = async (name: string, roleId: string | null) => {
  const { id } = await client().createCustomer({ body: { name, email: `${name}@roles.example`.toLowerCase() } });
  if (roleId !== null) await client().setCustomerPriceRole({ params: { id }, body: { roleId } });
  return id;
};

const aProduct = (code: string, name: string) => client().createProduct({ body: { code, name, published: true, variants: [{ sku: code, published: true }] } });
async function eightAtATime<T, R>(list: readonly T[], make: (one: T) => Promise<R>): Promise<R[]> {
  const made: R[] = [];
  for (let at = 0; at < list.length; at += 8) made.push(...(await Promise.all(list.slice(at, at + 8).map(make))));
  return made;
}

async function pagesOf(query: { q?: string; customerId?: string; limit: number; categoryId?: string }): Promise<string[][]> {
  const pages: string[][] = [];
  let cursor: string | undefined;
  do {
    const page = await client().searchVariants({ query: { ...query, ...(cursor !== undefined && { cursor }) } });
    pages.push(page.items.map(({ sku }) => sku));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return pages;
}

const effects = [null, 'include', 'exclude'] as const;
const rulesOf = (variantId: string | null, [ofGold, ofSilver]: readonly (BuyerRule['effect'] | null)[]): BuyerRule[] =>
  [
    { roleId: gold, effect: ofGold },
    { roleId: silver, effect: ofSilver },
  ].flatMap(({ roleId, effect }) => (effect ? [{ variantId, roleId, effect }] : []));
const pairs = effects.flatMap((ofGold) => effects.map((ofSilver) => [ofGold, ofSilver] as const));

test('every rule of a product, by every rule of a variant, says the same in the domain and in the search, for each role and for none', async () => {
  const walked = pairs.flatMap((ofProduct, at) => pairs.map((ofVariant, within) => ({ sku: `WALK-${at}${within}`, ofProduct, ofVariant })));
  const products = await eightAtATime(walked, async ({ sku, ofProduct, ofVariant }) => {
    const { id, variants } = await aProduct(sku, sku);
    const variantId = variants[0]?.id ?? '';
    return { id, sku, variantId, rules: [...rulesOf(null, ofProduct), ...rulesOf(variantId, ofVariant)] };
  });
  for (const { id, rules } of products)
    for (const { variantId, roleId, effect } of rules)
      await sql`insert into buyer_rules (account_id, id, product_id, variant_id, role_id, effect)
        values (${app.accountId}, gen_random_uuid(), ${id}, ${variantId}, ${roleId}, ${effect})`.execute(app.db);
  for (const roleId of [gold, silver, null]) {
    const customerId = await aCustomer(`Walker${roleId?.slice(-4) ?? ''}`, roleId);
    const sold = products.filter(({ rules, variantId }) => isSoldTo(rules, variantId, roleId)).map(({ sku }) => sku);
    expect(sold.length).toBeGreaterThan(10);
    expect((await pagesOf({ q: 'walk', customerId, limit: 50 })).flat()).toEqual(sold);
    const visitor = await aSignedInCustomer(app, customerId, `walker${roleId?.slice(-4) ?? ''}@roles.example`);
    expect(await codesOnSite(visitor, 'walk')).toEqual(sold);
  }
});

async function codesOnSite(visitor: Visitor, q: string): Promise<string[]> {
  const codes: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await visitor.client.listSiteProducts({ query: { q, limit: 24, ...(cursor !== undefined && { cursor }) } });
    codes.push(...page.items.map(({ code }) => code));
    cursor = page.nextCursor ?? undefined;
    // A page that goes on is full.
    if (cursor !== undefined) expect(page.items).toHaveLength(24);
  } while (cursor !== undefined);
  return codes;
}

test('who may have three of a hundred and sixty finds them two by two: typed, misspelt, in a category, on the desk and on the site', async () => {
  const { id: categoryId } = await client().createCategory({ body: { name: 'Crates', code: 'crates' } });
  const kept = ['CRATE-070', 'CRATE-130', 'CRATE-159'];
  const numbers = Array.from({ length: 160 }, (_, at) => String(at).padStart(3, '0'));
  await eightAtATime(numbers, (number) => aProduct(`CRATE-${number}`, `Crate ${number}`));
  await sql`insert into product_categories (account_id, category_id, product_id) select account_id, ${categoryId}, id from products where code like 'CRATE-%'`.execute(
    app.db,
  );
  await sql`insert into buyer_rules (account_id, id, product_id, role_id, effect)
    select account_id, gen_random_uuid(), id, ${gold}, 'include' from products where code like 'CRATE-%' and code <> all (${kept})`.execute(app.db);
  const customerId = await aCustomer('Nobody', null);
  const pages = [kept.slice(0, 2), kept.slice(2)];
  expect(await pagesOf({ q: 'crate', customerId, limit: 2 })).toEqual(pages);
  expect(await pagesOf({ categoryId, customerId, limit: 2 })).toEqual(pages);
  expect((await client().searchVariants({ query: { q: 'craet', customerId, limit: 2 } })).items.map(({ sku }) => sku)).toEqual(pages[0]);
  const visitor = await aSignedInCustomer(app, customerId, 'nobody@roles.example');
  const onSite = async (cursor?: string) => visitor.client.listSiteProducts({ query: { q: 'crate', limit: 2, ...(cursor !== undefined && { cursor }) } });
  const first = await onSite();
  const rest = await onSite(first.nextCursor ?? '');
  expect([first, rest].map(({ items }) => items.map(({ code }) => code))).toEqual(pages);
  expect(rest.nextCursor).toBeNull();
  expect((await pagesOf({ q: 'crate', limit: 50 })).flat()).toHaveLength(160);
});
