// A backup as people make it and need it: written beside a running server, restored on another machine (an empty folder with a
// PostgreSQL of its own), and everything is there: orders to the cent, links that customers have, files, mail still to send.
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type ClonedDatabase, cloneDatabase } from '../support/clone-database.ts';
import { runCommand } from './run-command.ts';
import { type ServerProcess, signIn, startServer } from './server-process.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

type Row = { readonly id: string; readonly stage: string; readonly number: number; readonly totals: unknown };
type Order = Readonly<Record<string, unknown>> & { readonly lines: readonly Readonly<Record<string, unknown>>[] };
type Page<Item> = { readonly items: readonly Item[]; readonly nextCursor: string | null };

let folder: string;
let database: ClonedDatabase;
let server: ServerProcess;
let backup: string;
let before: Awaited<ReturnType<typeof seen>>;
let link: string;
let fileId: string;
let waiting: string;
const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const at = (name: string) => join(folder, name);

async function opened(address: string) {
  const cookie = await signIn(address);
  return async <Answer>(path: string, init: RequestInit = {}): Promise<Answer> => {
    const response = await fetch(`${address}/api/v1${path}`, { ...init, headers: { cookie, ...(init.headers as Record<string, string>) } });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Answer;
  };
}
type Call = Awaited<ReturnType<typeof opened>>;
const asJson = (body: unknown): RequestInit => ({ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

/** All orders of all stages with their lines, sums and addresses, and how much there is of the rest. */
async function seen(call: Call) {
  const rows: Row[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: Page<Row> = await call(`/orders?limit=200${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`);
    rows.push(...page.items);
    cursor = page.nextCursor;
  }
  const orders: Record<string, unknown> = {};
  for (const { id } of rows) {
    // Not its version and mails: the jobs of a store go on meanwhile.
    const { number, stage, customer, lines, totals, checkout, shipping, billing, name, poNumber }: Order = await call(`/orders/${id}`);
    const sold = lines.map(({ sku, quantity, total }) => ({ sku, quantity, total }));
    orders[id] = { number, stage, customer, sold, totals, checkout, shipping, billing, name, poNumber };
  }
  const [products, customers] = [await call<Page<unknown>>('/products?limit=200'), await call<Page<unknown>>('/customers?limit=200')];
  return { orders, products: products.items, customers: customers.items };
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'backdesk-backup-'));
  chmodSync(folder, 0o755);
  mkdirSync(at('source'));
  database = await cloneDatabase();
  // A mail server that is away: mails wait.
  server = startServer(at('source'), { DATABASE_URL: database.url, BACKDESK_DEMO: '1', SMTP_URL: 'smtp://127.0.0.1:9' });
  const call = await opened(await server.ready());
  const form = new FormData();
  form.set('file', new Blob([picture], { type: 'image/png' }), 'logo.png');
  fileId = (await call<{ id: string }>('/files', { method: 'POST', body: form })).id;
  const { items } = await call<Page<Row>>('/orders?stage=draft&limit=1');
  waiting = items[0]?.id ?? '';
  await call(`/orders/${waiting}/estimates`, asJson({ email: 'rosa@north.example' }));
  link = new URL((await call<{ url: string }>(`/orders/${waiting}/estimates/1/link`, asJson({}))).url).pathname;
  before = await seen(call);
  backup = at('backdesk.backup');
  expect(await runCommand(at('source'), ['backup', backup], { environment: { DATABASE_URL: database.url } })).toMatchObject({ code: 0, error: '' });
});

afterAll(async () => {
  server.child.kill('SIGTERM');
  await server.ended;
  await database.drop();
  const pointer = join(at('elsewhere'), 'postgres-at');
  if (existsSync(pointer)) rmSync(readFileSync(pointer, 'utf8').trim(), { recursive: true });
  rmSync(folder, { recursive: true });
});

test('a backup is for its owner’s eyes, and never written over another', async () => {
  expect(statSync(backup).mode & 0o777).toBe(0o600);
  const again = await runCommand(at('source'), ['backup', backup], { environment: { DATABASE_URL: database.url } });
  expect([again.code, again.error]).toEqual([2, expect.stringContaining('is there already')]);
  expect(await runCommand(at('source'), ['backup'])).toMatchObject({ code: 2, error: expect.stringContaining('Name one file') });
});

test('what is cut, changed, or no backup is refused in a line, and leaves nothing behind', async () => {
  const empty = await cloneDatabase();
  const restore = (path: string) => runCommand(at('source'), ['restore', path], { environment: { DATABASE_URL: empty.url } });
  const whole = readFileSync(backup);
  const tar = gunzipSync(whole);
  const changed = Buffer.from(tar);
  const order = changed.lastIndexOf(Object.keys(before.orders)[0] ?? '');
  changed[order] = changed[order] === 0x30 ? 0x31 : 0x30;
  const newer = Buffer.from(tar.toString('latin1').replace('0001-schema.sql', '9999-schema.sql'), 'latin1');
  const cases: readonly (readonly [string, Buffer, string])[] = [
    ['cut in the middle', whole.subarray(0, whole.length / 2), 'cannot be read to its end|no backup'],
    ['cut by a byte', whole.subarray(0, -1), 'no backup'],
    ['noise', randomBytes(10_000), 'no backup'],
    ['nothing', Buffer.alloc(0), 'no backup'],
    ['a zip of something else', gzipSync('hello'), 'no backup'],
    ['a row that names an order by another letter', gzipSync(changed), 'was changed'],
    ['made by a newer Backdesk', gzipSync(newer), 'newer Backdesk'],
  ];
  for (const [what, bytes, says] of cases) {
    writeFileSync(at('bad.backup'), bytes);
    const { code, error, out } = await restore(at('bad.backup'));
    expect([code, out], `${what}: ${error}`).toEqual([2, '']);
    expect(error, what).toMatch(new RegExp(says));
    expect(error, what).not.toMatch(/^\s+at /m);
  }
  expect((await restore(at('missing.backup'))).error).toContain('There is no file');
  // The database is as empty as it was: the whole backup still goes in.
  expect(await restore(backup)).toMatchObject({ code: 0, error: '' });
  const full = await restore(backup);
  expect([full.code, full.error]).toEqual([2, expect.stringContaining('There is a store in this database already')]);
  await empty.drop();
});

test('an empty folder becomes the store that was: every order to the cent, links, files, mail to send, and the numbers go on', async () => {
  server.child.kill('SIGTERM');
  await server.ended;
  mkdirSync(at('elsewhere'));
  chmodSync(at('elsewhere'), 0o755);
  const { code, out, error } = await runCommand(at('elsewhere'), ['restore', backup]);
  expect([code, error]).toEqual([0, '']);
  expect(out).toMatch(/^\d+ rows of \d+ tables and \d+ files, as they were at /m);
  const verified = await runCommand(at('elsewhere'), ['verify', 'estimates']);
  expect([verified.code, verified.out]).toEqual([0, expect.stringContaining('all as they were kept')]);

  server = startServer(at('elsewhere'));
  const address = await server.ready();
  const call = await opened(address);
  const after = await seen(call);
  expect(Object.keys(after.orders).length).toBeGreaterThan(10);
  expect(after).toEqual(before);

  expect((await fetch(`${address}${link.replace('/e/', '/api/estimates/v1/')}`)).status).toBe(200);
  const bytes = await fetch(`${address}/api/v1/files/${fileId}`, { headers: { cookie: await signIn(address) } });
  expect(Buffer.from(await bytes.arrayBuffer()).equals(picture)).toBe(true);
  const mails = async () =>
    (await call<Page<{ recipients: readonly string[]; state: string }>>(`/orders/${waiting}/mails`)).items.map(
      ({ recipients, state }) => `${recipients} ${state}`,
    );
  await expect.poll(mails, { timeout: 60_000, interval: 500 }).toContain('rosa@north.example kept');
  const [customer] = after.customers as readonly { readonly id: string }[];
  const { number } = await call<Row>('/orders', asJson({ customerId: customer?.id }));
  expect(number).toBeGreaterThan(Math.max(...(Object.values(after.orders) as readonly Row[]).map((row) => row.number)));
});
