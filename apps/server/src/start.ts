import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import type { Pool } from 'pg';
import { systemClock } from './adapters/clock/port.ts';
import { openFiles } from './adapters/files/open-files.ts';
import { newUuid } from './adapters/ids/new-id.ts';
import { keepingMailer } from './adapters/mail/keeping-mailer.ts';
import { smtpMailer } from './adapters/mail/smtp-mailer.ts';
import { pictureFetcher } from './adapters/pictures/fetch-picture.ts';
import { createApp, joinJobs } from './app.ts';
import type { Config } from './config.ts';
import { ConfigError, projectRoot } from './config.ts';
import { attemptsStore } from './db/attempts-store.ts';
import { guardFiles } from './db/guard-files.ts';
import { purgeKeys } from './db/idempotency-store.ts';
import { openJobs } from './db/jobs.ts';
import { createAnnouncer, openListener } from './db/live-channel.ts';
import { migrate } from './db/migrate.ts';
import { openDatabaseServer } from './db/open-server.ts';
import { openDatabase, openPool } from './db/pool.ts';
import type { Services } from './db/transaction.ts';
import type { FirstStart } from './first-start.ts';
import { firstStart } from './first-start.ts';
import { loadFirstPages } from './http/faces/draw-first-page.ts';
import type { Face } from './http/faces/serve-faces.ts';
import { createFaceServer } from './http/faces/serve-faces.ts';
import { logError } from './http/log.ts';
import { securityHeaders } from './http/security-headers.ts';
import { serverTimeouts } from './http/server-timeouts.ts';
import { sweepFiles } from './modules/file/commands/sweep-files.ts';
import { createHub } from './modules/live/hub.ts';
import { seenSince } from './modules/live/life.ts';
import { purgePresence } from './modules/live/store.ts';
import { keepOrders } from './modules/order/kept-orders.ts';
import { purgeCustomerLinks } from './modules/site/store/links.ts';
import { purgePasswordResets } from './modules/staff/store/password-resets.ts';
import { purgeUsedCodes } from './modules/staff/store/second-factors.ts';

export type Running = {
  readonly address: string;
  readonly relocatedTo: string | undefined;
  /** Set at the very first start: what to sign in with. */
  readonly first: FirstStart | undefined;
  /** Takes no more requests, finishes those at work, then stops jobs and database. */
  readonly stop: () => Promise<void>;
};

export type StartOptions = {
  /** Builds the faces that need it; runs while the database is brought up. */
  readonly buildFaces: () => Promise<void>;
};

/** Brings everything up in the order in which each needs the other; what was opened is closed again when a later step fails. */
export async function start(config: Config, { buildFaces }: StartOptions): Promise<Running> {
  const closers: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const close of closers.splice(0).reverse()) await close();
  };
  try {
    const server = await openDatabaseServer(config, addressOf(config, config.port));
    closers.push(server.close);
    const built = buildFaces();
    built.catch(() => undefined); // awaited below; must not count as unhandled until then
    await migrate(server.url);
    if (config.databaseUrl !== undefined && !config.filesAreShared) {
      const files = await guardFiles(server.url, config.filesFolder);
      closers.push(files.close);
      if (!files.isAlone) throw new ConfigError(filesElsewhere);
    }
    const pool = openPool(server.url);
    const db = openDatabase(pool);
    closers.push(() => db.destroy());
    const http = await listen(config);
    closers.push(() => drain(http.server));
    const publicUrl = config.publicUrl ?? http.address;
    await server.announce(http.address);

    const mailer = config.smtpUrl === undefined ? keepingMailer : smtpMailer(config.smtpUrl, new URL(publicUrl).hostname);
    const base = {
      db,
      newId: newUuid,
      now: systemClock.now,
      publicUrl,
      secret: config.secret,
      announce: createAnnouncer(db),
      keptOrders: keepOrders(),
      files: openFiles(config.filesFolder),
      fetchPicture: pictureFetcher(),
    };
    const handlers = joinJobs({ services: base, mailer });
    const jobs = await openJobs(server.url, handlers, { supervise: true });
    closers.push(async () => {
      await jobs.stop();
      mailer.close();
    });
    const services: Services = { ...base, enqueue: jobs.enqueue };
    const hub = createHub({
      db,
      now: systemClock.now,
      listen: (heard) => openListener(server.url, heard),
      onError: (error) => logError('Those who follow orders were not told', error),
    });
    // After the last request in, before the first connection is cut.
    closers.push(hub.close);
    const first = await firstStart(services, config);
    await built;
    const app = createApp({
      services,
      hub,
      isReady: () => isReachable(pool),
      serveFace: createFaceServer(await facesOf()),
      searchesPerMinute: config.searchesPerMinute,
      proxies: config.proxies,
    });
    http.answerWith(getRequestListener(app.fetch));
    await jobs.work(handlers);
    closers.push(keepHouse(services));
    return { address: http.address, relocatedTo: server.relocatedTo, first, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const filesElsewhere =
  'FILES_URL must be a folder that all processes share: another process on this database keeps its files in a folder of its own, and neither would have the other’s';

const site = join(projectRoot, 'apps/site/dist');
const facesOf = async (): Promise<readonly Face[]> => [
  { folder: join(projectRoot, 'apps/admin/dist'), base: '/admin/', page: 'index.html' },
  // Pictures of the demo store's products.
  { folder: join(projectRoot, 'apps/server/src/demo/pictures'), base: '/demo/', page: '' },
  { folder: site, base: '/e/', page: 'estimate.html' },
  {
    folder: site,
    base: '/',
    page: 'index.html',
    pagesBelow: '/products/',
    draw: await loadFirstPages({ file: join(projectRoot, 'apps/site/server/dist/first-page.js'), manifest: join(site, '.vite/manifest.json') }),
  },
];

type Listener = (request: IncomingMessage, response: ServerResponse) => unknown;

/** Listens at once, so that a port in use is known early; until everything is up it answers 503. */
async function listen(config: Config): Promise<{ readonly server: Server; readonly address: string; readonly answerWith: (listener: Listener) => void }> {
  let listener: Listener = (_, response) => {
    response
      .writeHead(503, {
        ...Object.fromEntries(securityHeaders(config.publicUrl ?? '')),
        'content-type': 'text/plain; charset=utf-8',
        'cache-control': 'no-store',
        'retry-after': '2',
      })
      .end('Backdesk is starting.\n');
  };
  const server = createServer(serverTimeouts, (request, response) => void listener(request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const problem =
        error.code === 'EADDRINUSE'
          ? `PORT must be free: ${config.port} is in use on ${config.host}`
          : `HOST and PORT must be an address of this machine (${error.message})`;
      reject(new ConfigError(problem));
    });
    server.listen(config.port, config.host, resolve);
  });
  const bound = server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : config.port;
  return {
    server,
    address: addressOf(config, port),
    answerWith: (next) => {
      listener = next;
    },
  };
}

/** What to type into a browser: an address that stands for all of them is reached as this machine. */
function addressOf(config: Config, port: number): string {
  const host = ['0.0.0.0', '::'].includes(config.host) ? 'localhost' : config.host;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** Waits for the requests at work; streams that stay open for ever are cut after a while. */
async function drain(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), 10_000);
  await closed;
  clearTimeout(cut);
}

async function isReachable(pool: Pool): Promise<boolean> {
  try {
    await pool.query('select 1');
    return true;
  } catch (error) {
    logError('Not ready', error);
    return false;
  }
}

/** Every hour: forgets idempotency keys, sign-in attempts and unused files that have served their time. Any process may do it. */
function keepHouse({ db, now, files }: Services): () => Promise<void> {
  const run = async () => {
    try {
      await purgeKeys(db, now());
      await attemptsStore(db, now).purge();
      await purgePasswordResets(db, now());
      await purgeCustomerLinks(db, now());
      await purgeUsedCodes(db, now());
      await purgePresence(db, seenSince(now()));
      await sweepFiles(db, files, now());
    } catch (error) {
      logError('Housekeeping failed', error);
    }
  };
  const timer = setInterval(run, 3_600_000);
  timer.unref();
  return async () => clearInterval(timer);
}
