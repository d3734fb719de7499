import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { programIn } from './binaries.ts';
import type { Location } from './location.ts';
import { findPostmaster } from './postmaster.ts';
import type { RunAs } from './run-as.ts';
import { runAs } from './run-as.ts';

export type Cluster = {
  readonly location: Location;
  readonly who: RunAs;
  /** Server settings given on the command line; tests turn fsync off here, nothing else may. */
  readonly settings: Readonly<Record<string, string>>;
};

type Kept = { readonly port: number; readonly password: string };

const user = 'backdesk';
const dataOf = (cluster: Cluster) => join(cluster.location.folder, 'data');
const keptPath = (data: string) => join(data, 'backdesk.json');
const readKept = (cluster: Cluster) => JSON.parse(readFileSync(keptPath(dataOf(cluster)), 'utf8')) as Kept;

/** Makes the cluster when there is none: beside its place and then renamed, so that a killed first start leaves no half. */
export async function ensureCluster(cluster: Cluster): Promise<void> {
  const data = dataOf(cluster);
  if (existsSync(join(data, 'PG_VERSION'))) return;
  const suffix = `${process.pid}-${randomBytes(3).toString('hex')}`;
  const fresh = `${data}.new-${suffix}`;
  const passwordFile = join(cluster.location.folder, `password-${suffix}`);
  const password = randomBytes(24).toString('base64url');
  writeOwned(cluster, passwordFile, password);
  try {
    const made = await runAs(cluster.who, programIn(cluster.location.native, 'initdb'), [
      `--pgdata=${fresh}`,
      `--username=${user}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--locale=C.UTF-8',
      '--data-checksums',
      ...(cluster.settings.fsync === 'off' ? ['--no-sync'] : []),
    ]);
    if (made.code !== 0) throw new Error(`The database could not be made in ${cluster.location.folder}:\n${made.output}`);
    writeOwned(cluster, keptPath(fresh), JSON.stringify({ port: await freePort(), password }));
    renameSync(fresh, data);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(join(data, 'PG_VERSION'))) throw error; // else another start made it meanwhile: use that one
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** Starts the postmaster, or finds the one that is alive (also one that outlived us). Says whether it was started now. */
export async function startCluster(cluster: Cluster): Promise<'started' | 'was_running'> {
  const data = dataOf(cluster);
  if ((await findPostmaster(data)) !== undefined) return 'was_running';
  const log = join(cluster.location.folder, 'postgres.log');
  rotate(log);
  const port = await usablePort(cluster);
  const settings = Object.entries({ ...serverSettings, ...cluster.settings });
  const options = [`-p ${port}`, ...settings.map(([name, value]) => `-c ${name}=${value}`)].join(' ');
  const started = await runAs(cluster.who, programIn(cluster.location.native, 'pg_ctl'), [
    'start',
    '-D',
    data,
    '-l',
    log,
    '-w',
    '-t',
    '120',
    '-s',
    '-o',
    options,
  ]);
  if (started.code === 0) return 'started';
  // Two starts at once: the other one's postmaster is there.
  if ((await findPostmaster(data)) !== undefined) return 'was_running';
  throw new Error(`The database did not start; ${log} says why:\n${started.output}\n${lastLines(log)}`);
}

/** Stops it in order: sessions are ended, everything is written, the next start needs no recovery. */
export async function stopCluster(cluster: Cluster): Promise<void> {
  const stopped = await runAs(cluster.who, programIn(cluster.location.native, 'pg_ctl'), ['stop', '-D', dataOf(cluster), '-m', 'fast', '-w', '-t', '60', '-s']);
  if (stopped.code !== 0 && (await findPostmaster(dataOf(cluster))) !== undefined) throw new Error(`The database did not stop:\n${stopped.output}`);
}

/** The address of the running postmaster: its port is the one it wrote itself. */
export async function clusterUrl(cluster: Cluster, database: string): Promise<string> {
  const postmaster = await findPostmaster(dataOf(cluster));
  if (postmaster === undefined) throw new Error('The built-in database is not running.');
  return `postgres://${user}:${readKept(cluster).password}@127.0.0.1:${postmaster.port}/${database}`;
}

/** Whether a postmaster of this cluster is alive. */
export async function isClusterRunning(cluster: Cluster): Promise<boolean> {
  return (await findPostmaster(dataOf(cluster))) !== undefined;
}

// Commits stay durable (the defaults of fsync, full_page_writes, synchronous_commit). No JIT: our statements are short.
const serverSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  jit: 'off',
  shared_buffers: '128MB',
  max_connections: '100',
  log_min_messages: 'warning',
};

function writeOwned(cluster: Cluster, path: string, text: string): void {
  writeFileSync(path, text, { mode: 0o600 });
  if (cluster.who !== 'ourselves') chownSync(path, cluster.who.uid, cluster.who.gid);
}

/** The port of last time when it is free still, so that other programs find the database where it was. */
async function usablePort(cluster: Cluster): Promise<number> {
  const kept = readKept(cluster);
  if (await isFree(kept.port)) return kept.port;
  const port = await freePort();
  const path = keptPath(dataOf(cluster));
  writeOwned(cluster, `${path}.new`, JSON.stringify({ ...kept, port }));
  renameSync(`${path}.new`, path);
  return port;
}

const isFree = (port: number) =>
  listenOnce(port).then(
    () => true,
    () => false,
  );
const freePort = () => listenOnce(0);

function listenOnce(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : port));
    });
  });
}

function rotate(log: string): void {
  if (existsSync(log) && statSync(log).size > 10_000_000) renameSync(log, `${log}.1`);
}

function lastLines(log: string): string {
  return existsSync(log) ? readFileSync(log, 'utf8').split('\n').slice(-12).join('\n') : '';
}
