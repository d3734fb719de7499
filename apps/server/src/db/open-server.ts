import { Client } from 'pg';
import type { Config } from '../config.ts';
import { ConfigError } from '../config.ts';
import { findRunningEmbedded, openEmbedded } from './embedded/open.ts';

export type DatabaseServer = {
  readonly url: string;
  readonly relocatedTo: string | undefined;
  readonly announce: (address: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

const oldest = 16;
const nothing = async () => undefined;

/** The user's server when DATABASE_URL names one, which any number of processes share; else the built-in one, for us alone. */
export async function openDatabaseServer(config: Config, purpose: string): Promise<DatabaseServer> {
  if (config.databaseUrl === undefined) return openEmbedded({ dataFolder: config.dataFolder, purpose });
  await check(config.databaseUrl);
  return { url: config.databaseUrl, relocatedTo: undefined, announce: nothing, close: nothing };
}

/** For a command beside a serving process: what runs is used, else it is opened for the length of the command. */
export async function joinDatabaseServer(config: Config, purpose: string): Promise<DatabaseServer> {
  const running = config.databaseUrl === undefined ? await findRunningEmbedded(config.dataFolder) : undefined;
  if (running === undefined) return openDatabaseServer(config, purpose);
  return { url: running, relocatedTo: undefined, announce: nothing, close: nothing };
}

async function check(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ server_version_num: string }>('show server_version_num');
    const major = Math.floor(Number(rows[0]?.server_version_num) / 10_000);
    if (major < oldest) throw new ConfigError(`DATABASE_URL must be PostgreSQL ${oldest} or newer (it is ${major})`);
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    throw new ConfigError(
      `DATABASE_URL must be a PostgreSQL server that can be reached (${error instanceof Error ? error.message || String((error as { code?: string }).code) : String(error)})`,
    );
  } finally {
    await client.end();
  }
}
