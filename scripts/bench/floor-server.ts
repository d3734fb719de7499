// The floor: bare node:http and pg on the same database and machine, doing for each operation the least that any server
// must: one select for a read, one select and one insert in a transaction for a write, a trigram or prefix select for a
// search. No sign-in, no checks, no prices. What we add to it is what the ratio shows. Started by world.ts as a process
// of its own, as our server is.
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Pool, type PoolClient } from 'pg';

const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 20 });
const account = process.env.BENCH_ACCOUNT;

type Answer = (url: URL, body: { readonly [key: string]: unknown }) => Promise<unknown>;

const one = async (name: string, text: string, values: unknown[]): Promise<unknown[]> => (await pool.query({ name, text, values })).rows;

/** The two longest words as patterns of their own: `like all (array)` would keep the planner from the trigram index. */
function patterns(url: URL): readonly string[] {
  const words = (url.searchParams.get('q') ?? '').split(/[ .]/).toSorted((a, b) => b.length - a.length);
  return [words[0] ?? '', words[1] ?? words[0] ?? ''].map((word) => `%${word}%`);
}

const operations: Readonly<Record<string, Answer>> = {
  '/products': (url) =>
    one(
      'products',
      `select id, code, name, image_url from products where account_id = $1 and deleted_at is null and search_text like $2 and search_text like $3 limit 20`,
      [account, ...patterns(url)],
    ),
  '/variants': (url) =>
    one(
      'variants',
      `select id, product_id, sku, title from variants where account_id = $1 and deleted_at is null and lower(sku) like $2 order by lower(sku) limit 20`,
      [account, `${(url.searchParams.get('q') ?? '').toLowerCase()}%`],
    ),
  '/customers': (url) =>
    one(
      'customers',
      `select id, name, email, company_id from customers where account_id = $1 and deleted_at is null and search_text like $2 and search_text like $3 limit 20`,
      [account, ...patterns(url)],
    ),
  '/order': (url) =>
    one(
      'order',
      `select o.*, (select json_agg(l order by l.position) from order_lines l where l.account_id = o.account_id and l.order_id = o.id) as lines
       from orders o where o.account_id = $1 and o.id = $2`,
      [account, url.searchParams.get('id')],
    ),
  '/orders': () =>
    one(
      'orders',
      `select id, number, stage, name, customer_id, total_amount, currency, item_count, updated_at from orders
       where account_id = $1 and stage = 'draft' and deleted_at is null order by updated_at desc, id desc limit 50`,
      [account],
    ),
  '/orders/found': (url) =>
    one(
      'orders found',
      `select id, number, stage, name, customer_id, total_amount, currency, item_count, updated_at from orders
       where account_id = $1 and stage = 'draft' and deleted_at is null and search_text like $2 and search_text like $3 limit 50`,
      [account, ...patterns(url)],
    ),
  '/lines': (_, body) =>
    inTransaction(async (client) => {
      const order = await client.query({
        name: 'lock',
        text: 'select id, version from orders where account_id = $1 and id = $2',
        values: [account, body.orderId],
      });
      await client.query({
        name: 'line',
        text: 'insert into bench_lines (id, order_id, sku, quantity) values ($1, $2, $3, $4)',
        values: [randomUUID(), body.orderId, body.sku, body.quantity],
      });
      return order.rows;
    }),
  '/create': (_, body) =>
    inTransaction((client) =>
      client.query({
        name: 'create',
        text: 'insert into bench_orders (id, customer_id) values ($1, $2) returning id',
        values: [randomUUID(), body.customerId],
      }),
    ).then((result) => result.rows),
};

async function inTransaction<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

async function bodyOf(request: IncomingMessage): Promise<{ readonly [key: string]: unknown }> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return chunks.length === 0 ? {} : (JSON.parse(Buffer.concat(chunks).toString()) as { readonly [key: string]: unknown });
}

await pool.query('create table if not exists bench_lines (id uuid primary key, order_id uuid not null, sku text not null, quantity integer not null)');
await pool.query('create table if not exists bench_orders (id uuid primary key, customer_id uuid not null)');

const server = createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://floor');
  const operation = operations[url.pathname];
  const answer = async (): Promise<void> => {
    const result = operation === undefined ? null : await operation(url, await bodyOf(request));
    response.writeHead(operation === undefined ? 404 : 200, { 'content-type': 'application/json' }).end(JSON.stringify(result));
  };
  answer().catch((error: unknown) => response.writeHead(500).end(String(error)));
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
process.on('SIGTERM', () => process.exit(0));
