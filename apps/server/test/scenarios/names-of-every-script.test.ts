// 10,000 customers with names of every script, and people who type them in their own way (issue "Make it hold", bad input).
import { searchText, searchWords } from '@backdesk/domain/core/search-words.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asTyped, namesOfEveryScript } from '../../../../packages/domain/test/names-of-every-script.ts';
import type { TestApp } from '../support/create-test-app.ts';
import { createTestApp } from '../support/create-test-app.ts';

const names = namesOfEveryScript(10_000);
/** Those that are looked for, made and imported as people do; the others stand around them. */
const customers = names.filter((_, at) => at % 101 === 0);
const products = names.filter((_, at) => at % 101 === 7);
const others = names.filter((_, at) => at % 101 !== 0);
const csv = (name: string) => `"${name.replaceAll('"', '""')}"`;

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
  const { client } = app.owner;
  await sql`
    insert into customers (account_id, id, name, name_key, search_text, created_at, updated_at)
    select ${app.accountId}, gen_random_uuid(), o.name, o.key, o.words, ${app.clock.now()}, ${app.clock.now()}
    from jsonb_to_recordset(${JSON.stringify(others.map((name) => ({ name, key: searchWords(name).join(' '), words: searchText([name]) })))}::jsonb)
      as o (name text, key text, words text)`.execute(app.db);
  const runs = [
    await client.startCustomerImport({
      query: {},
      body: new Blob([['Customer number,Name', ...customers.map((name, at) => `N${at},${csv(name)}`)].join('\n')]),
    }),
    await client.startImport({
      query: { kind: 'products' },
      body: new Blob([['Handle,Title,Variant SKU,Variant Price', ...products.map((name, at) => `p-${at},${csv(name)},SKU-${at},1`)].join('\n')]),
    }),
  ];
  await app.runJobs();
  for (const { id } of runs) expect(await client.getImport({ params: { id } })).toMatchObject({ state: 'done', rowsRefused: 0 });
  await sql`analyze customers, variants, products`.execute(app.db);
});
afterAll(() => app.close());

/** In one of the ways after the other; every seventh only half of it. */
const typed = (name: string, at: number) => {
  const way = Object.values(asTyped(name))[at % 5] ?? name;
  return at % 7 === 0 ? [...way].slice(0, Math.ceil([...way].length / 2)).join('') : way;
};

test('a customer is found by the own name, in another case, composed, decomposed, without marks or half typed', async () => {
  const lost: string[] = [];
  for (const [at, name] of customers.entries()) {
    const { items } = await app.owner.client.listCustomers({ query: { q: typed(name, at), limit: 20 } });
    if (!items.some(({ number }) => number === `N${at}`)) lost.push(`${name} by ${typed(name, at)}`);
  }
  expect([customers.length, lost]).toEqual([100, []]);
});

test('a product is found so, in the box Add Product and in the listing', async () => {
  const lost: string[] = [];
  for (const [at, name] of products.entries()) {
    const query = { q: typed(name, at), limit: 20 };
    const { items: variants } = await app.owner.client.searchVariants({ query });
    const { items: found } = await app.owner.client.listProducts({ query });
    if (!variants.some(({ sku }) => sku === `SKU-${at}`) || !found.some(({ code }) => code === `p-${at}`)) lost.push(`${name} by ${query.q}`);
  }
  expect([products.length, lost]).toEqual([99, []]);
});
