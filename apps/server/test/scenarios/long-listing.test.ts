// A listing of very many orders: the first page is read from an index, in whichever order it is shown, and not sorted out of all there are.
import { CompiledQuery, type KyselyPlugin } from 'kysely';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyOrders } from '../../../../scripts/bench/copy-orders.ts';
import { listOrders } from '../../src/modules/order/queries/list-orders.ts';
import { aPriceList, readyToSubmit } from '../support/a-ready-order.ts';
import { aShop } from '../support/a-shop.ts';
import type { TestApp } from '../support/create-test-app.ts';
import { createTestApp } from '../support/create-test-app.ts';

let app: TestApp;

beforeAll(async () => {
  app = await createTestApp();
  const { customerId } = await aShop(app);
  await aPriceList(app);
  const ids: string[] = [];
  for (const isSubmitted of [false, true]) {
    const { id } = await app.owner.client.createOrder({ body: { customerId, lines: [{ sku: 'MUG', quantity: 2 }] } });
    ids.push(id);
    if (!isSubmitted) continue;
    await readyToSubmit(app, id);
    await app.owner.client.submitOrder({ params: { id }, body: {} });
  }
  const client = new Client({ connectionString: app.databaseUrl });
  await client.connect();
  await copyOrders(client, app.accountId, { sourceIds: ids, count: 2_000 });
  await client.query('vacuum analyze');
  await client.end();
});
afterAll(() => app.close());

type Listed = Pick<Parameters<typeof listOrders>[1], 'stage' | 'sort' | 'numbered'>;

/** How PostgreSQL goes about what the listing asks. */
async function planOf(query: Listed): Promise<string> {
  let asked: CompiledQuery | undefined;
  const listening: KyselyPlugin = {
    transformQuery: ({ node, queryId }) => {
      asked = app.db.getExecutor().compileQuery(node, queryId);
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  const context = { db: app.db.withPlugin(listening), scope: { accountId: app.accountId }, now: app.clock.now() };
  await listOrders(context as unknown as Parameters<typeof listOrders>[0], { limit: 50, ...query });
  const { rows } = await app.db.executeQuery<{ 'QUERY PLAN': string }>(CompiledQuery.raw(`explain ${asked?.sql}`, [...(asked?.parameters ?? [])]));
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

test.each<[string, Listed, string]>([
  ['submitted orders, newest', { stage: ['submitted'], sort: '-submitted' }, 'orders_submitted'],
  ['submitted and canceled ones, oldest', { stage: ['submitted', 'canceled'], sort: 'submitted' }, 'orders_submitted'],
  ['drafts by number', { stage: ['draft'], sort: '-number' }, 'orders_number'],
  ['saved carts with those in use, by number', { stage: ['saved_cart', 'cart'], numbered: 'true', sort: 'number' }, 'orders_number'],
  ['drafts by their last change', { stage: ['draft'], sort: '-updated' }, 'order_activity_listing'],
])('%s: the index gives the order', async (_what, query, index) => {
  const plan = await planOf(query);
  expect(plan).toContain(index);
  expect(plan).not.toContain('Seq Scan on orders');
});

test('pages give each of them once, in that order', async () => {
  for (const [stage, sort, count] of [
    ['submitted', '-submitted', 1_001],
    ['draft', 'number', 1_001],
  ] as const) {
    const keys: (string | number)[] = [];
    let cursor: string | null | undefined;
    do {
      const { items, nextCursor } = await app.owner.client.listOrders({ query: { stage, sort, limit: 100, ...(cursor && { cursor }) } });
      keys.push(...items.map((row) => (sort === 'number' ? Number(row.number) : (row.submittedAt ?? ''))));
      cursor = nextCursor;
    } while (cursor !== null);
    expect(keys).toHaveLength(count);
    expect(new Set(keys).size).toBe(count);
    const sorted = sort === 'number' ? keys.toSorted((one, other) => Number(one) - Number(other)) : keys.toSorted().toReversed();
    expect(keys).toEqual(sorted);
  }
});
