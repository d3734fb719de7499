import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestApp } from '../support/create-test-app.ts';
import { createTestApp } from '../support/create-test-app.ts';

let app: TestApp;

const variant = (sku: string, ...values: readonly string[]) => ({
  sku,
  options: values.map((value, index) => ({ name: ['Colour', 'Size'][index] ?? 'Style', value })),
  prices: [{ quantity: 1, extendedPrice: '10' }],
});

beforeAll(async () => {
  app = await createTestApp();
  const products = [
    { code: 'tee', name: 'Heavy tee', variants: [variant('TEE-RED-M', 'Red', 'M'), variant('TEE-RED-L', 'Red', 'L'), variant('TEE-BLU-M', 'Blue', 'M')] },
    { code: 'ice-wrench', name: 'Ice tool', variants: [variant('Tool - Ice 15mm Wrench')] },
    { code: 'mug-11', name: 'Mug 11 oz', variants: [variant('MUG-11')] },
    { code: 'cm', name: 'Crème brûlée mould', variants: [variant('CREME_100%')] },
    { code: 'red-hat', name: 'Redwood hat', variants: [variant('HAT-1')] },
    { code: 'zh', name: '红色衬衫', variants: [variant('ZH-1')] },
    { code: 'ar', name: 'قميص أحمر', variants: [variant('AR-1')] },
    { code: 'fire', name: 'Sticker 🔥', variants: [variant('ST-1')] },
    { code: 'quote', name: `5' "long" O'Hara lock`, variants: [variant("LOCK 5'")] },
    { code: 'steel', name: 'Bottle of aluminium', variants: [variant('BTL-ALU')] },
  ];
  for (const body of products) await app.owner.client.createProduct({ body });
});
afterAll(() => app.close());

const find = async (q: string) => (await app.owner.client.searchVariants({ query: { q } })).items.map(({ sku, match }) => `${match} ${sku}`);

test.each([
  ['a SKU as it is', 'TEE-RED-M', ['exact TEE-RED-M']],
  ['a SKU in lower case', 'mug-11', ['exact MUG-11']],
  ['a SKU with spaces and hyphens', 'Tool - Ice 15mm Wrench', ['exact Tool - Ice 15mm Wrench']],
  ['the beginning of a SKU', 'TEE-', ['prefix TEE-BLU-M', 'prefix TEE-RED-L', 'prefix TEE-RED-M', 'words BTL-ALU']],
  ['a code: its variants', 'red-hat', ['exact HAT-1']],
  ['the beginning of a code', 'red-h', ['prefix HAT-1', 'words TEE-RED-M', 'words TEE-RED-L']],
  ['the beginning of a name', 'crème br', ['prefix CREME_100%']],
  ['words in any order over name, option and SKU', 'm red tee', ['words TEE-RED-M']],
  ['words in the order people say them', 'tee red m', ['words TEE-RED-M']],
  ['a word twice', 'red red heavy', ['words TEE-RED-M', 'words TEE-RED-L']],
  ['a SKU without its hyphens', 'teeredm', ['words TEE-RED-M']],
  ['a part of a word', 'rench', ['words Tool - Ice 15mm Wrench']],
  ['without marks', 'creme brulee', ['prefix CREME_100%']],
  ['Chinese, from the middle', '衬衫', ['words ZH-1']],
  ['one Chinese character', '衬', ['words ZH-1']],
  ['Arabic', 'أحمر', ['words AR-1']],
  ['emoji', '🔥', ['words ST-1']],
  ['an apostrophe', "o'hara", ["words LOCK 5'"]],
  ['a swapped pair of letters', 'wrnech', ['near Tool - Ice 15mm Wrench']],
  ['a missing letter in one of two words', 'heavy tee bleu', ['near TEE-BLU-M']],
  ['another spelling', 'aluminum bottle', ['near BTL-ALU']],
  ['a slip in a SKU', 'TEE-RDE-L', ['near TEE-RED-L']],
  ['nothing like it', 'xylophone', []],
])('finds by %s', async (_, q, skus) => {
  expect(await find(q)).toEqual(skus);
});

test('one letter finds what begins with it, the beginning of a SKU first', async () => {
  const found = await find('t');
  expect(found.slice(0, 4)).toEqual(['prefix TEE-BLU-M', 'prefix TEE-RED-L', 'prefix TEE-RED-M', 'prefix Tool - Ice 15mm Wrench']);
});

test('exact before prefix before whole words before parts of words', async () => {
  expect(await find('red')).toEqual(['prefix HAT-1', 'words TEE-RED-M', 'words TEE-RED-L']);
  const products = (await app.owner.client.listProducts({ query: { q: 'tee' } })).items.map(({ code }) => code);
  expect(products).toEqual(['tee', 'steel']);
});

test('signs are no patterns: % and _ find only what holds them', async () => {
  expect(await find('%')).toEqual([]);
  expect(await find('_')).toEqual([]);
  expect(await find('CREME_100%')).toEqual(['exact CREME_100%']);
  expect(await find('CREMEX100%')).not.toContain('exact CREME_100%');
});

test('pages follow each other without a gap or a repetition, through all kinds of match', async () => {
  for (const q of ['tee', 'e', 'red', undefined]) {
    const all = (await app.owner.client.searchVariants({ query: { ...(q === undefined ? {} : { q }), limit: 50 } })).items.map(({ sku }) => sku);
    const paged: string[] = [];
    let cursor: string | null = null;
    do {
      const page: { items: { sku: string }[]; nextCursor: string | null } = await app.owner.client.searchVariants({
        query: { ...(q === undefined ? {} : { q }), limit: 1, ...(cursor === null ? {} : { cursor }) },
      });
      paged.push(...page.items.map(({ sku }) => sku));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(paged).toEqual(all);
    expect(new Set(all).size).toBe(all.length);
  }
});

test('products are found by the SKU of a variant, with what a list shows', async () => {
  const { items } = await app.owner.client.listProducts({ query: { q: 'TEE-RED-L' } });
  expect(items).toMatchObject([{ code: 'tee', variantCount: 3, firstSku: 'TEE-RED-M', priceFrom: '10.00', available: null }]);
});

test('products are named by their ids, in that order, without what is deleted or another account’s', async () => {
  const { client } = app.owner;
  const { items } = await client.listProducts({ query: { limit: 3 } });
  const [first, second, third] = items.map(({ id }) => id) as [string, string, string];
  const made = await client.createProduct({ body: { code: 'GONE', name: 'Gone', variants: [{ sku: 'GONE' }] } });
  await client.deleteProduct({ params: { id: made.id } });
  const named = await client.listProducts({ query: { ids: [third, made.id, first, second].join(), limit: 1 } });
  expect([named.items.map(({ id }) => id), named.nextCursor]).toEqual([[third, first, second], null]);
  expect(named.items[1]).toEqual(items[0]);
  expect((await app.stranger.client.listProducts({ query: { ids: first } })).items).toEqual([]);
});

const odd = [
  '.*',
  '(',
  ')',
  '[a-z]+',
  '^$',
  '\\',
  '\\\\',
  '\\d',
  "'",
  '"',
  "'; drop table products; --",
  '--',
  '/*',
  '$$',
  '$1',
  ':a',
  '{',
  '{}',
  '{"a":1}',
  '}',
  '|',
  '||',
  '&',
  '!',
  '<->',
  'a & b',
  'a:*',
  '*',
  '?',
  '+',
  '~',
  '`',
  '%',
  '%%',
  '_',
  '%_%',
  '%25',
  '&amp;',
  '<script>',
  '</b>',
  '#',
  '@',
  '=',
  '=cmd()',
  '-',
  '--red',
  '- red',
  '+red',
  'NULL',
  'null',
  'undefined',
  'NaN',
  'true',
  '0',
  '-1',
  '1e9',
  '٣',
  'Ⅷ',
  '½',
  '㍿',
  'İ',
  'ı',
  'ẞ',
  'ſ',
  'ﬃ',
  'Å',
  'Å',
  'é',
  'é',
  'Σς',
  '\u200b',
  '\u200f',
  '\u202e',
  '\u00a0',
  '\ufeff',
  '\ufffd',
  '👩‍👩‍👧‍👦',
  '🇩🇪',
  '🏳️‍🌈',
  '한국어',
  'ภาษาไทย',
  'हिन्दी',
  'עברית',
  'a'.repeat(200),
  '衬'.repeat(200),
  'a '.repeat(100),
  'ab cd ef gh ij kl mn op qr st uv wx yz aa bb cc',
  "' or 1=1",
  'tee%',
  '%tee',
  'tee_',
  't_e',
  'red\\',
  'tee"',
  'tee;',
  '(tee',
  'tee)',
  'TEE RED-M/',
  '..',
  '...',
  ',',
  ';',
];

test.each(odd.map((q) => [q]))('an odd search is answered: %s', async (q) => {
  for (const path of ['variants', 'products', 'customers', 'companies']) {
    const response = await app.owner.request('GET', `/api/v1/${path}?q=${encodeURIComponent(q)}`);
    expect(`${path} ${response.status}`).toBe(`${path} 200`);
  }
});

const searchFor = (q: string) => app.owner.request('GET', `/api/v1/variants?q=${encodeURIComponent(q)}`);

test.each([
  ['NUL', 'tee\u0000'],
  ['more than 200 characters', 'a'.repeat(201)],
])('a search is refused that holds %s', async (_, q) => {
  const response = await searchFor(q);
  expect(response.status).toBe(422);
  expect(await response.json()).toMatchObject({ code: 'request.invalid', errors: [{ pointer: '/q' }] });
});

test.each(['tee\nred', 'tee\tred'])('what is copied from elsewhere parts words: %j', async (q) => {
  const [response, plain] = [await searchFor(q), await searchFor('tee red')];
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual(await plain.json());
});

test.each(['x', 'bm9wZQ', '=', Buffer.from('["0","a"]').toString('base64url'), Buffer.from('["9","a","x","1","y"]').toString('base64url')])(
  'a made-up cursor is refused: %s',
  async (cursor) => {
    for (const path of ['variants', 'products', 'customers', 'companies']) {
      const response = await app.owner.request('GET', `/api/v1/${path}?q=tee&cursor=${encodeURIComponent(cursor)}`);
      expect(`${path} ${response.status}`).toBe(`${path} 422`);
    }
  },
);
