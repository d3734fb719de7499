// Pasted rows against the catalogue over HTTP: the reading and the deciding have tables of their own in the domain.
import { readRows } from '@backdesk/domain/entry/read-rows.ts';
import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { TestApp } from '../support/create-test-app.ts';
import { createTestApp } from '../support/create-test-app.ts';

let app: TestApp;

const variant = (sku: string, size: string) => ({ sku, options: [{ name: 'Size', value: size }], prices: [{ quantity: 1, extendedPrice: '10' }] });

beforeAll(async () => {
  app = await createTestApp();
  const { client } = app.owner;
  await client.createProduct({ body: { code: 'tee', name: 'Heavy tee', variants: [variant('TEE-M', 'M'), variant('TEE-L', 'L')] } });
  await client.createProduct({ body: { code: 'mug-11', name: 'Mug 11 oz', variants: [{ sku: 'MUG-11', prices: [{ quantity: 1, extendedPrice: '4.10' }] }] } });
  await client.createProduct({ body: { code: 'n24', name: 'Nails', variants: [{ sku: '24' }] } });
  await client.createProduct({ body: { code: 'a501', name: 'Anchor', variants: [{ sku: '501' }] } });
  const bottle = await client.createProduct({ body: { code: 'btl', name: 'Steel bottle', variants: [{ sku: 'BTL' }] } });
  const options = [{ kind: 'choice' as const, name: 'Lid', required: true, values: [{ name: 'Sports' }] }];
  await client.setConfiguration({ params: { id: bottle.id }, body: { options } });
});
afterAll(() => app.close());

async function matched(text: string) {
  const read = readRows(text);
  if (!read.ok) throw new Error(read.reason);
  const { items } = await app.owner.client.matchRows({ body: { rows: read.rows.map(({ readings }) => ({ readings: [...readings] })) } });
  return items.map(({ status, why, quantity, hits }) => [why ?? status, quantity, hits.map(({ sku }) => sku)]);
}

test('a mail with SKUs, names, doubts and courtesy: what is sure is sure, the rest asks', async () => {
  expect(
    await matched('Hello Ana,\n24 x tee-m\nMUG-11 144\n12 pcs mug\n11 oz mug\n6 x heavy tee\n5 BTL\nTEE-L\n501 24\n3 x hevy teee\n9 x unobtainium'),
  ).toEqual([
    ['none', null, []],
    ['certain', 24, ['TEE-M']],
    ['certain', 144, ['MUG-11']],
    ['certain', 12, ['MUG-11']],
    ['several', 11, ['MUG-11']],
    ['several', 6, ['TEE-M', 'TEE-L']],
    ['options', 5, ['BTL']],
    ['quantity', null, ['TEE-L']],
    ['several', 501, ['24', '501']],
    ['similar', 3, ['TEE-M', 'TEE-L']],
    ['none', 9, []],
  ]);
});

test('an option that is only asked after another answer asks nothing of a pasted row', async () => {
  const { client } = app.owner;
  const flask = await client.createProduct({ body: { code: 'flask', name: 'Flask', variants: [{ sku: 'FLASK' }] } });
  const [box, wrap] = ['0199d000-0000-7000-8000-000000000b01', '0199d000-0000-7000-8000-000000000b02'];
  const options = [
    { id: wrap, kind: 'choice' as const, name: 'Gift wrap', values: [{ id: box, name: 'Gift box' }] },
    { kind: 'text' as const, name: 'Card text', required: true, maxLength: 80, onlyWhen: { optionId: wrap, value: box } },
  ];
  await client.setConfiguration({ params: { id: flask.id }, body: { options } });
  expect(await matched('24 x FLASK')).toEqual([['certain', 24, ['FLASK']]]);
});

test('a whole price beside the quantity is never taken for it without asking', async () => {
  expect(await matched('MUG-11;12;10\nTEE-M;6;4')).toEqual([
    ['quantity', null, ['MUG-11']],
    ['quantity', null, ['TEE-M']],
  ]);
  expect(await matched('Artikel-Nr;Bestellt;Preis\nMUG-11;24;10')).toEqual([['certain', 24, ['MUG-11']]]);
  // The SKU is a figure itself, before or behind the quantity.
  expect(await matched('501;6;9\n501;7;9')).toMatchObject([
    ['quantity', null, ['501']],
    ['quantity', null, ['501']],
  ]);
  expect(await matched('6;501\n7;501')).toMatchObject([
    ['certain', 6, ['501']],
    ['certain', 7, ['501']],
  ]);
});

test('prices are those of the customer, as the search of Add Product gives them', async () => {
  const { items } = await app.owner.client.matchRows({ body: { rows: [{ readings: [{ words: 'MUG-11', quantity: 2 }] }] } });
  const [hit] = (await app.owner.client.searchVariants({ query: { q: 'MUG-11' } })).items;
  expect(items[0]?.hits).toEqual([hit]);
});

test('more rows than an order takes at once, and words longer than the search, are refused with the place', async () => {
  const row = { readings: [{ words: 'TEE-M', quantity: 1 }] };
  const post = async (body: object) => app.owner.request('POST', '/api/v1/variants/match', body);
  expect((await post({ rows: Array.from({ length: 1001 }, () => row) })).status).toBe(422);
  expect((await post({ rows: [] })).status).toBe(422);
  const long = await post({ rows: [row, { readings: [{ words: 'x'.repeat(201), quantity: 1 }] }] });
  expect(JSON.stringify(await long.json())).toContain('/rows/1/readings/0/words');
});

/** How often the database was asked while `work` ran. */
async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  const asked = vi.spyOn(pg.Client.prototype, 'query');
  try {
    await work();
    return asked.mock.calls.length;
  } finally {
    asked.mockRestore();
  }
}

test('a long list asks the database no more often than a short one', async () => {
  const kinds = ['24 x TEE-M', 'MUG-11 144', '11 oz mug', '3 x hevy teee', '9 x unobtainium'];
  const list = (count: number) => Array.from({ length: count }, (_, at) => kinds[at % kinds.length]?.replace('unobtainium', `unobtainium${at}`)).join('\n');
  const short = await statementsOf(() => matched(list(5)));
  expect(await statementsOf(() => matched(list(250)))).toBe(short);
});

test('what a later reading finds is proposed before the misspelling of an earlier one', async () => {
  const row = {
    readings: [
      { words: 'hevy', quantity: 5 },
      { words: 'mug 11', quantity: 5 },
    ],
  };
  const { items } = await app.owner.client.matchRows({ body: { rows: [row] } });
  expect(items[0]).toMatchObject({ status: 'certain', quantity: 5, hits: [{ sku: 'MUG-11' }] });
});

test('a name whose other hits are not sold to the customer is not certain; its SKU is', async () => {
  const { client } = app.owner;
  const role = await client.createPriceRole({ body: { name: 'Club' } });
  const lamps = [];
  for (let at = 1; at <= 7; at += 1) {
    const code = `desk-lamp-${at}`;
    lamps.push(
      await client.createProduct({
        body: { code, name: `Desk lamp ${at}`, variants: [{ sku: `LAMP-${at}`, prices: [{ quantity: 1, extendedPrice: '20' }] }] },
      }),
    );
  }
  for (const lamp of lamps.slice(0, 5)) {
    await client.setBuyers({ params: { id: lamp.id }, body: { rules: [{ roleId: role.id, variantId: null, effect: 'include' }] } });
  }
  const customer = await client.createCustomer({ body: { name: 'Someone' } });
  const row = (words: string) => ({ readings: [{ words, quantity: 12, isMarked: true }] });
  const { items } = await client.matchRows({ body: { customerId: customer.id, rows: [row('desk lamp'), row('LAMP-6')] } });
  expect(items.map(({ status, why, hits }) => [why ?? status, hits.map(({ sku }) => sku)])).toEqual([
    ['several', ['LAMP-6']],
    ['certain', ['LAMP-6']],
  ]);
});
