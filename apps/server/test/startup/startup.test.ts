import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ServerProcess } from './server-process.ts';
import { signIn, startServer } from './server-process.ts';

// Real processes on a machine that runs other tests beside them.
let folder: string;
let processes: ServerProcess[];
const start = (environment: Record<string, string> = {}, data = folder) => {
  const server = startServer(data, environment);
  processes.push(server);
  return server;
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'backdesk-startup-'));
  // As people have it: a folder that other users of the machine can enter.
  chmodSync(folder, 0o755);
  processes = [];
});

/** Ends what a test left: also the database of a server that was killed, by adopting and stopping it in order. */
afterEach(async () => {
  for (const { child } of processes) child.kill('SIGKILL');
  await Promise.all(processes.map((server) => server.ended));
  if (existsSync(join(folder, 'postgres/data/postmaster.pid'))) {
    const adopter = startServer(folder);
    await adopter.ready().catch(() => undefined);
    adopter.child.kill('SIGTERM');
    await adopter.ended;
  }
  const pointer = join(folder, 'postgres-at');
  if (existsSync(pointer)) rmSync(readFileSync(pointer, 'utf8').trim(), { recursive: true });
  rmSync(folder, { recursive: true });
});

const createKey = async (address: string, cookie: string, name: string) => {
  const response = await fetch(`${address}/api/v1/api-keys`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ name }),
  });
  return response.ok;
};

const keyNames = async (address: string, cookie: string) => {
  const response = await fetch(`${address}/api/v1/api-keys?limit=200`, { headers: { cookie } });
  return ((await response.json()) as { readonly items: readonly { readonly name: string }[] }).items.map((item) => item.name);
};

describe('starting', () => {
  test('works with no LANG, is alive and ready, and ends in order by SIGTERM', async () => {
    const server = start();
    const address = await server.ready();
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
    expect(existsSync(join(folder, 'postgres/data/postmaster.pid'))).toBe(false);
  });

  test('a second one starts on what the first left, and has everything', async () => {
    const first = start();
    const address = await first.ready();
    await createKey(address, await signIn(address), 'kept');
    first.child.kill('SIGTERM');
    await first.ended;
    const again = await start().ready();
    expect(await keyNames(again, await signIn(again))).toEqual(['kept']);
  });

  test('twice on one folder says where the first one answers, with exit code 3, and harms nothing', async () => {
    const address = await start().ready();
    const second = start();
    expect(await second.ended).toBe(3);
    expect(second.output()).toContain(`already running: ${address}`);
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
  });

  test('twice at once on a new folder leaves exactly one', async () => {
    const servers = [start(), start()];
    const outcomes = await Promise.all(servers.map((server) => Promise.race([server.ready(), server.ended])));
    expect(outcomes.filter((outcome) => typeof outcome === 'string')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 3)).toHaveLength(1);
  });

  test('keeps secrets to their owner', async () => {
    await start().ready();
    expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'postgres')).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, 'postgres/data/backdesk.json')).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(folder, 'postgres')).filter((name) => name.startsWith('password'))).toEqual([]);
  });
});

describe('after a crash', () => {
  test('kill -9 loses nothing that was acknowledged', async () => {
    const acknowledged: string[] = [];
    for (let round = 0; round < 2; round += 1) {
      const server = start();
      const address = await server.ready();
      const cookie = await signIn(address);
      const writers = Array.from({ length: 4 }, async (_, writer) => {
        for (let count = 0; ; count += 1) {
          const name = `${round}-${writer}-${count}`;
          if (!(await createKey(address, cookie, name).catch(() => false))) return;
          acknowledged.push(name);
        }
      });
      setTimeout(() => server.child.kill('SIGKILL'), 400);
      await Promise.all([server.ended, ...writers]);
    }
    const address = await start().ready();
    const cookie = await signIn(address);
    const kept = new Set<string>();
    for (let cursor: string | null = ''; cursor !== null; ) {
      const response: Response = await fetch(`${address}/api/v1/api-keys?limit=200${cursor === '' ? '' : `&cursor=${cursor}`}`, { headers: { cookie } });
      const page = (await response.json()) as { readonly items: readonly { readonly name: string }[]; readonly nextCursor: string | null };
      for (const { name } of page.items) kept.add(name);
      cursor = page.nextCursor;
    }
    expect(acknowledged.length).toBeGreaterThan(10);
    expect(acknowledged.filter((name) => !kept.has(name))).toEqual([]);
  });

  test('a database that was killed under us is brought back without a restart', async () => {
    const address = await start().ready();
    const cookie = await signIn(address);
    await createKey(address, cookie, 'before');
    const postmaster = () => Number(readFileSync(join(folder, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0]);
    const killed = postmaster();
    process.kill(killed, 'SIGKILL');
    // Its children live on for a moment and still answer: what counts is that there is a new postmaster.
    await expect.poll(postmaster, { timeout: 40_000, interval: 200 }).not.toBe(killed);
    await expect.poll(async () => (await fetch(`${address}/readyz`)).status, { timeout: 40_000, interval: 200 }).toBe(200);
    expect(await keyNames(address, cookie)).toEqual(['before']);
  });

  test('a postmaster.pid that the machine left behind does not keep it from starting', async () => {
    const first = start();
    await first.ready();
    first.child.kill('SIGTERM');
    await first.ended;
    // The id belongs to another program by now: to this test.
    const data = join(folder, 'postgres/data');
    writeFileSync(join(data, 'postmaster.pid'), `${process.pid}\n${data}\n1700000000\n5432\n\n127.0.0.1\n  1 1\nready   \n`);
    await start().ready();
  });
});

describe('bad settings', () => {
  test('are named with what they must be before anything starts, with exit code 2', async () => {
    const server = start({ PORT: 'abc', BACKDESK_OWNER_PASSWORD: 'short' });
    expect(await server.ended).toBe(2);
    expect(server.output()).toContain('PORT must be a whole number from 0 to 65535 (it is "abc")');
    expect(server.output()).toContain('BACKDESK_OWNER_PASSWORD must be at least 12 characters long (it is not shown)');
    expect(existsSync(join(folder, 'postgres'))).toBe(false);
  });

  test('a port in use is one', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { readonly port: number };
    const server = start({ PORT: String(port) });
    expect(await server.ended).toBe(2);
    expect(server.output()).toContain(`PORT must be free: ${port} is in use`);
    expect(existsSync(join(folder, 'postgres/data/postmaster.pid'))).toBe(false);
    other.close();
  });

  test('a database server that cannot be reached is one', async () => {
    const server = start({ DATABASE_URL: 'postgres://nobody:pw@127.0.0.1:9/none' });
    expect(await server.ended).toBe(2);
    expect(server.output()).toContain('DATABASE_URL must be a PostgreSQL server that can be reached');
    expect(server.output()).not.toContain('pw@');
  });
});

// Only root has to hand the database to another user; for anybody else their own folder is always within reach.
const isRoot = process.getuid?.() === 0;
describe.runIf(isRoot)('as root in a folder that PostgreSQL’s user cannot enter', () => {
  test('the database goes elsewhere, the place is printed, and a second start finds it', async () => {
    chmodSync(folder, 0o700);
    const data = join(folder, 'closed');
    mkdirSync(data, { mode: 0o700 });
    const server = start({}, data);
    const address = await server.ready();
    const elsewhere = readFileSync(join(data, 'postgres-at'), 'utf8').trim();
    expect(server.output()).toContain(elsewhere);
    await createKey(address, await signIn(address), 'kept');
    server.child.kill('SIGTERM');
    await server.ended;
    const second = start({}, data);
    const again = await second.ready();
    expect(await keyNames(again, await signIn(again))).toEqual(['kept']);
    second.child.kill('SIGTERM');
    await second.ended;
    rmSync(elsewhere, { recursive: true });
  });
});
