import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from '@backdesk/contract/client.ts';
import { createClient } from '@backdesk/contract/client.ts';
import type { Routes } from '@backdesk/contract/routes.ts';
import { routes } from '@backdesk/contract/routes.ts';
import type { RoleName } from '@backdesk/domain/staff/roles.ts';
import { openFiles } from '../../src/adapters/files/open-files.ts';
import { newUuid } from '../../src/adapters/ids/new-id.ts';
import { keepingMailer } from '../../src/adapters/mail/keeping-mailer.ts';
import type { Mailer } from '../../src/adapters/mail/port.ts';
import type { FetchPicture } from '../../src/adapters/pictures/port.ts';
import { createApp, joinJobs } from '../../src/app.ts';
import type { Jobs } from '../../src/db/jobs.ts';
import { openJobs } from '../../src/db/jobs.ts';
import { createAnnouncer, openListener } from '../../src/db/live-channel.ts';
import type { Database } from '../../src/db/pool.ts';
import { openDatabase, openPool } from '../../src/db/pool.ts';
import { findSystemActing } from '../../src/db/sign-in-queries.ts';
import type { Services } from '../../src/db/transaction.ts';
import { inTransaction } from '../../src/db/transaction.ts';
import { createHub, type Hub } from '../../src/modules/live/hub.ts';
import { keepOrders } from '../../src/modules/order/kept-orders.ts';
import { createApiKey } from '../../src/modules/staff/commands/create-api-key.ts';
import { hashPassword } from '../../src/modules/staff/password.ts';
import { insertAccount, insertMembership, insertStaff } from '../../src/modules/staff/store/people.ts';
import { cloneDatabase } from './clone-database.ts';
import type { FakeClock } from './fake-clock.ts';
import { createFakeClock } from './fake-clock.ts';

/** Somebody at the door: a typed client and plain requests with their credentials. */
export type Caller = {
  readonly client: Client<Routes>;
  readonly request: (method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>) => Promise<Response>;
  readonly headers: Readonly<Record<string, string>>;
};

export type Person = Caller & { readonly staffId: string; readonly email: string };

export type TestApp = {
  readonly url: string;
  readonly clock: FakeClock;
  readonly db: Database;
  readonly services: Services;
  readonly hub: Hub;
  readonly databaseUrl: string;
  /** Any request, with no credentials but those in it. */
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>;
  /** The owner of the first account, signed in by cookie. */
  readonly owner: Caller;
  /** A key of the first account with the owner's rights. */
  readonly apiKey: Caller;
  /** The owner of another account in the same installation. */
  readonly stranger: Caller;
  readonly anonymous: Caller;
  readonly accountId: string;
  /** A new member of the first account with these roles, by API key. */
  readonly as: (...roles: readonly RoleName[]) => Promise<Caller>;
  /** Somebody with a sign-in of their own (`ownerPassword`), signed in by cookie; without `in`, in the first account. */
  readonly person: (email: string, roles: readonly RoleName[], where?: { readonly in: 'main' | 'other' }) => Promise<Person>;
  readonly otherAccountId: string;
  /** Does all jobs that are due now (mail …) and answers how many. */
  readonly runJobs: () => Promise<number>;
  readonly close: () => Promise<void>;
};

export const ownerEmail = 'owner@shop.example';
export const ownerPassword = 'correct horse battery';
const strangerEmail = 'owner@other.example';
const secret = 'a secret of the tests, at least 32 characters';
// As little as can be: a sign-in at the real cost takes three tenths of a second, and every test app has two.
const passwordHash = hashPassword(ownerPassword, { log2N: 4, r: 1, p: 1 });

/**
 * The server on a database of its own, driven over HTTP without a socket, with a clock that stands at 23 November 2026,
 * 09:00 UTC. Two accounts, `main` and `other`. Every answer is held to the contract's schema.
 */
export async function createTestApp(
  options: { readonly mailer?: Mailer; readonly searchesPerMinute?: number; readonly publicUrl?: string; readonly fetchPicture?: FetchPicture } = {},
): Promise<TestApp> {
  const database = await cloneDatabase();
  const pool = openPool(database.url, 8);
  const db = openDatabase(pool);
  const clock = createFakeClock();
  const publicUrl = options.publicUrl ?? 'http://localhost:3000';
  const folder = await mkdtemp(join(tmpdir(), 'backdesk-files-'));
  const base = {
    db,
    newId: newUuid,
    now: clock.now,
    publicUrl,
    secret,
    announce: createAnnouncer(db),
    keptOrders: keepOrders({ isChecked: true }),
    files: openFiles(folder),
    fetchPicture: options.fetchPicture ?? (async () => 'unreachable' as const),
  };
  const jobHandlers = joinJobs({ services: base, mailer: options.mailer ?? keepingMailer });
  let jobs: Jobs | undefined;
  const openJobsOnce = async () => {
    jobs ??= await openJobs(database.url, jobHandlers, { supervise: false });
    return jobs;
  };
  const services = { ...base, enqueue: async (...args: Parameters<Jobs['enqueue']>) => (await openJobsOnce()).enqueue(...args) };
  const hub = createHub({
    db,
    now: clock.now,
    listen: (heard) => openListener(database.url, heard),
    onError: (error) => console.error(error),
  });
  const app = createApp({
    services,
    hub,
    isReady: async () => true,
    serveFace: () => undefined,
    checksAnswers: true,
    searchesPerMinute: options.searchesPerMinute ?? 0,
    proxies: 1,
  });
  const fetchApp = async (path: string, init?: RequestInit) => app.request(new URL(path, publicUrl).href, init);
  const accountId = await addAccount(db, 'main', ownerEmail);
  const otherAccountId = await addAccount(db, 'other', strangerEmail);
  const as = async (...roles: readonly RoleName[]) => callerWith(fetchApp, { authorization: `Bearer ${await makeKey(services, accountId, roles)}` });
  return {
    url: publicUrl,
    clock,
    db,
    services,
    hub,
    databaseUrl: database.url,
    fetch: fetchApp,
    owner: await signIn(fetchApp, ownerEmail),
    apiKey: await as('owner'),
    stranger: await signIn(fetchApp, strangerEmail),
    anonymous: callerWith(fetchApp, {}),
    accountId,
    otherAccountId,
    as,
    person: async (email, roles, where) => {
      const staffId = await addPerson(db, email);
      await insertMembership(db, { accountId: where?.in === 'other' ? otherAccountId : accountId, staffId, roles });
      return { ...(await signIn(fetchApp, email)), staffId, email };
    },
    runJobs: async () => (await openJobsOnce()).runDue(jobHandlers),
    close: async () => {
      await hub.close();
      await jobs?.stop();
      await db.destroy();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

type Fetch = TestApp['fetch'];

async function addAccount(db: Database, code: string, email: string): Promise<string> {
  const id = newUuid();
  await insertAccount(db, { id, code, name: `Shop ${code}` });
  const staffId = await addPerson(db, email, `Owner of ${code}`);
  await insertMembership(db, { accountId: id, staffId, roles: ['owner'] });
  return id;
}

async function addPerson(db: Database, email: string, name = email.split('@')[0] ?? ''): Promise<string> {
  const id = newUuid();
  await insertStaff(db, { id, credentialId: newUuid(), email, name, passwordHash: await passwordHash });
  return id;
}

async function makeKey(services: Parameters<typeof inTransaction>[0], accountId: string, roles: readonly RoleName[]): Promise<string> {
  const acting = await findSystemActing(services.db, accountId);
  if (acting === undefined) throw new Error('The account is missing.');
  const { key } = await inTransaction(services, acting, (context) => createApiKey(context, { name: `Key of ${roles.join(', ')}`, roles }));
  return key;
}

async function signIn(fetchApp: Fetch, email: string): Promise<Caller> {
  const response = await fetchApp('/api/v1/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: ownerPassword }),
  });
  if (!response.ok) throw new Error(`Signing in failed: ${await response.text()}`);
  const cookie = response.headers.getSetCookie().map((line) => line.split(';')[0]);
  return callerWith(fetchApp, { cookie: cookie.join('; '), 'sec-fetch-site': 'same-origin' });
}

function callerWith(fetchApp: Fetch, headers: Readonly<Record<string, string>>): Caller {
  const client = createClient(routes, {
    headers,
    fetch: (input, init) => fetchApp(String(input), init),
  });
  const request = (method: string, path: string, body?: unknown, more: Readonly<Record<string, string>> = {}) =>
    fetchApp(path, {
      method,
      headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...more },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  return { client, request, headers };
}
