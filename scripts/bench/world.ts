// What the bench runs against: an embedded PostgreSQL of its own with the settings the product uses (fsync on), our
// server and the floor as processes of their own, on one database that is seeded before the clock starts.
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Client } from 'pg';
import { openEmbedded } from '../../apps/server/src/db/embedded/open.ts';
import { benchId } from './insert-rows.ts';
import { type Memory, memoryOf } from './memory.ts';
import { processorTime } from './processor-time.ts';
import { seedBuyers } from './seed-buyers.ts';
import { type CatalogSample, type CatalogSize, seedCatalog } from './seed-catalog.ts';
import { type CustomerSample, seedCustomers } from './seed-customers.ts';
import { timed } from './timed.ts';
import { withoutSearch } from './without-search.ts';

export type World = {
  /** Addresses without a slash at the end. */
  readonly ours: string;
  readonly serverPid: number;
  readonly floor: string;
  /** Sent with each request to ours. */
  readonly headers: Readonly<Record<string, string>>;
  readonly client: Client;
  readonly accountId: string;
  readonly catalog: readonly CatalogSample[];
  readonly customers: readonly CustomerSample[];
  /** A customer from whom some products are kept. */
  readonly buyerId: string;
  /** A shipping rate that serves everywhere. */
  readonly rateId: string;
  readonly memory: () => Memory;
  /** Seconds from the start of a further process until its first answer, on the same database. */
  readonly coldStart: (side: 'ours' | 'floor') => Promise<number>;
  /** Milliseconds of processor time so far, of that server and PostgreSQL. */
  readonly processorTime: (side: 'ours' | 'floor') => number;
  readonly close: () => Promise<void>;
};

export type WorldSize = CatalogSize & {
  readonly customers: number /** Of the database, beyond what the product sets. */;
  readonly settings?: Readonly<Record<string, string>>;
};

const oursArgs = ['apps/server/src/main.ts', '--no-build'];
const floorArgs = ['scripts/bench/floor-server.ts'];
const root = resolve(import.meta.dirname, '../..');

export async function openWorld(size: WorldSize, say: (text: string) => void): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'backdesk-bench-'));
  // As root the database runs as another user: one that cannot reach the folder would have its data put elsewhere, and left there.
  chmodSync(folder, 0o755);
  mkdirSync(join(folder, 'database'), { mode: 0o755 });
  const database = await openEmbedded({ dataFolder: join(folder, 'database'), purpose: 'bench', settings: size.settings ?? {} });
  const children: ChildProcess[] = [];
  const client = new Client({ connectionString: database.url });
  const close = async (): Promise<void> => {
    await client.end().catch(() => undefined);
    await Promise.all(children.map(stop));
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  };
  // Whoever stops the bench leaves no server behind.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void close().finally(() => process.exit(1)));
  try {
    const env = {
      ...process.env,
      DATABASE_URL: database.url,
      BACKDESK_DATA: join(folder, 'data'),
      BACKDESK_DEMO: '0',
      // The bench searches as fast as it can, which is what the limit is against.
      BACKDESK_SEARCHES_PER_MINUTE: '0',
      HOST: '127.0.0.1',
      PORT: '0',
      NODE_ENV: 'production',
    };
    const ours = await startServer(children, oursArgs, env);
    await client.connect();
    const accountId = (await client.query<{ account_id: string }>('select account_id from accounts')).rows[0]?.account_id ?? '';
    const catalog = await timed(say, `${size.products} products, ${size.variants} variants`, () =>
      withoutSearch(client, ['products', 'variants'], () => seedCatalog(client, accountId, size)),
    );
    const customers = await timed(say, `${size.customers} customers`, () =>
      withoutSearch(client, ['customers', 'companies'], () => seedCustomers(client, accountId, size.customers)),
    );
    const buyerId = benchId('customer', size.customers - 1);
    await timed(say, 'buyer rules', () => seedBuyers(client, accountId, catalog, buyerId));
    await timed(say, 'vacuum and analyze', () => client.query('vacuum analyze'));
    const floor = await startServer(children, floorArgs, { ...env, BENCH_ACCOUNT: accountId });
    const backend = (await client.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]?.pid ?? 0;
    const timeOf = (side: 'ours' | 'floor'): number => processorTime(children[side === 'ours' ? 0 : 1]?.pid ?? 0, backend);
    const headers = { authorization: `Bearer ${await makeKey(client, accountId)}`, 'content-type': 'application/json' };
    const rateId = (await client.query<{ id: string }>('select id from shipping_rates where account_id = $1', [accountId])).rows[0]?.id ?? '';
    const coldStart = async (side: 'ours' | 'floor'): Promise<number> => {
      const more: ChildProcess[] = [];
      const began = performance.now();
      const address = side === 'ours' ? await startServer(more, oursArgs, env) : await startServer(more, floorArgs, { ...env, BENCH_ACCOUNT: accountId });
      await fetch(side === 'ours' ? `${address}/api/v1/orders?limit=1` : `${address}/orders`, { headers });
      const seconds = (performance.now() - began) / 1000;
      await Promise.all(more.map(stop));
      return seconds;
    };
    return {
      ours,
      serverPid: children[0]?.pid ?? 0,
      floor,
      headers,
      client,
      accountId,
      catalog,
      customers,
      buyerId,
      rateId,
      memory: () => memoryOf([children[0]?.pid ?? 0, children[1]?.pid ?? 0], backend),
      coldStart,
      processorTime: timeOf,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Starts a server and waits for the first address it prints. */
function startServer(children: ChildProcess[], args: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  let output = '';
  return new Promise((done, fail) => {
    const read = (chunk: Buffer): void => {
      output += chunk;
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0];
      if (address !== undefined) done(address);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.on('exit', (code) => fail(new Error(`${args[0]} ended with ${code}:\n${output}`)));
    child.on('error', fail);
  });
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((done) => {
    const force = setTimeout(() => child.kill('SIGKILL'), 15_000);
    child.once('exit', () => {
      clearTimeout(force);
      done();
    });
    child.kill('SIGTERM');
  });
}

async function makeKey(client: Client, accountId: string): Promise<string> {
  const key = `bdk_${randomBytes(32).toString('base64url')}`;
  const hash = createHash('sha256').update(key).digest();
  await client.query("insert into api_keys (account_id, id, name, prefix, hash, roles) values ($1, $2, 'bench', $3, $4, '{owner}')", [
    accountId,
    benchId('key', 0),
    key.slice(0, 12),
    hash,
  ]);
  return key;
}
