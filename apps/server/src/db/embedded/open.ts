import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { findBinaries } from './binaries.ts';
import type { Cluster } from './cluster.ts';
import { clusterUrl, ensureCluster, isClusterRunning, startCluster, stopCluster } from './cluster.ts';
import { locate } from './location.ts';
import { chooseRunAs } from './run-as.ts';

/** Another process serves from this data folder. The process ends with code 3. */
export class AlreadyRunning extends Error {
  override readonly name = 'AlreadyRunning';
}

export type Embedded = {
  readonly url: string;
  /** Set when the database could not stay in the data folder. */
  readonly relocatedTo: string | undefined;
  /** Tells later starts where we answer. */
  readonly announce: (address: string) => Promise<void>;
  /** Gives the folder back and stops the database in order. */
  readonly close: () => Promise<void>;
};

export type EmbeddedOptions = {
  readonly dataFolder: string;
  /** What a second start on this folder is told: an address, or the command that runs. */
  readonly purpose: string;
  readonly settings?: Readonly<Record<string, string>>;
};

const database = 'backdesk';
const lockKey = 7_250_001;

/**
 * Opens the built-in database for one process: makes it when new, starts it or adopts the one that outlived us, and
 * takes a session lock in it, which PostgreSQL gives back by itself however we end.
 */
export async function openEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const cluster = await findCluster(options);
  await ensureCluster(cluster);
  await startCluster(cluster);
  await createDatabase(await clusterUrl(cluster, 'postgres'));
  const url = await clusterUrl(cluster, database);
  const keeper = keepLock(cluster, await takeLock(url, options.purpose), options.purpose);
  return {
    url,
    relocatedTo: cluster.location.relocated ? cluster.location.folder : undefined,
    announce: keeper.announce,
    close: async () => {
      await keeper.end();
      await stopCluster(cluster);
    },
  };
}

/** The address of the built-in database when it runs already (a command beside a serving process), else undefined. */
export async function findRunningEmbedded(dataFolder: string): Promise<string | undefined> {
  const cluster = await findCluster({ dataFolder, purpose: '' });
  return (await isClusterRunning(cluster)) ? clusterUrl(cluster, database) : undefined;
}

async function findCluster(options: EmbeddedOptions): Promise<Cluster> {
  const who = chooseRunAs();
  const location = await locate(options.dataFolder, await findBinaries(), who);
  return { who, location, settings: options.settings ?? {} };
}

async function createDatabase(url: string): Promise<void> {
  const client = await connect(url);
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (found.rowCount === 0) await client.query(`create database ${database}`);
  } catch (error) {
    const code = (error as { readonly code?: string }).code;
    if (code !== '42P04' && code !== '23505') throw error; // two first starts at once: the other one made it
  } finally {
    await client.end();
  }
}

/** Tries for half a minute: a database that was killed replays its log first, one that is stopping lets go soon. */
async function connect(url: string, applicationName?: string): Promise<Client> {
  for (let tries = 0; ; tries += 1) {
    const client = new Client({ connectionString: url, ...(applicationName ? { application_name: applicationName } : {}) });
    // A lost connection is seen by its user as a failed query; without a listener it would end the process.
    client.on('error', () => undefined);
    try {
      await client.connect();
      return client;
    } catch (error) {
      if (tries >= 150 || !isPassing(error)) throw error;
      await wait(200);
    }
  }
}

const isPassing = (error: unknown) => ['57P03', 'ECONNREFUSED', 'ECONNRESET'].includes((error as { readonly code?: string }).code ?? '');

async function takeLock(url: string, purpose: string): Promise<Client> {
  const client = await connect(url, nameOf(purpose));
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [lockKey]);
  if (rows[0]?.taken === true) return client;
  const holder = await client.query<{ name: string }>(
    `select a.application_name as name from pg_locks l join pg_stat_activity a on a.pid = l.pid
     where l.locktype = 'advisory' and l.objid = $1 and l.granted`,
    [lockKey],
  );
  await client.end();
  throw new AlreadyRunning(`Backdesk is already running: ${holder.rows[0]?.name ?? 'another process has its data folder'}`);
}

// PostgreSQL cuts an application name at 63 bytes.
const nameOf = (purpose: string) => purpose.slice(0, 63);

/** Holds the lock for as long as we live: when the database was killed it is started again and the lock taken again. */
function keepLock(cluster: Cluster, first: Client, firstPurpose: string) {
  let client = first;
  let purpose = firstPurpose;
  let isEnding = false;
  const watch = () => client.once('end', () => void (isEnding ? undefined : regain()));
  const regain = async (): Promise<void> => {
    while (!isEnding) {
      try {
        await startCluster(cluster);
        client = await takeLock(await clusterUrl(cluster, database), purpose);
        return void watch();
      } catch (error) {
        console.error(JSON.stringify({ level: 'error', message: 'The built-in database is away', error: String(error) }));
        await wait(1_000);
      }
    }
  };
  watch();
  return {
    announce: async (address: string) => {
      purpose = address;
      await client.query(`select set_config('application_name', $1, false)`, [nameOf(address)]);
    },
    end: async () => {
      isEnding = true;
      await client.end();
    },
  };
}
