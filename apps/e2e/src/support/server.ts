// A whole Backdesk of its own: the real start command in a child process, on an empty folder and a free port of loopback.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** What somebody signs in with. */
export type Owner = { readonly email: string; readonly password: string };

export const firstOwner: Owner = { email: 'owner@backdesk.example', password: 'correct horse battery staple' };

/** What the server was told by its environment: a command beside it is told the same. */
export type Environment = Readonly<Record<string, string>>;

export type RunningServer = {
  readonly url: string;
  readonly environment: Environment;
  /** As when the machine fails: it ends at once, in the middle of whatever it does. */
  readonly kill: () => Promise<void>;
  /** At the same address, after it was killed. */
  readonly startAgain: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

type ServerOptions = {
  /** Left out: its built-in database. */
  readonly databaseUrl?: string;
  /** What else it is told by its environment. */
  readonly more?: Environment;
};

const root = fileURLToPath(new URL('../../../../', import.meta.url));

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

async function untilReady(url: string, child: ChildProcess, output: () => string): Promise<void> {
  const deadline = Date.now() + 120_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}:\n${output()}`);
    const ready = await fetch(`${url}/readyz`).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The server was not ready in time:\n${output()}`);
}

/** Starts it with an owner and no demo data, and gives its address once it is ready. */
export async function startServer({ databaseUrl, more = {} }: ServerOptions = {}): Promise<RunningServer> {
  const port = await freePort();
  const folder = await mkdtemp(join(tmpdir(), 'backdesk-e2e-'));
  // As root the database runs as another user: one that cannot reach the folder would have its data put elsewhere, and left there.
  await chmod(folder, 0o755);
  const url = `http://127.0.0.1:${port}`;
  let printed = '';
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: process.env.HOME ?? '',
    PORT: String(port),
    HOST: '127.0.0.1',
    BACKDESK_DATA: folder,
    BACKDESK_DEMO: '0',
    BACKDESK_OWNER_EMAIL: firstOwner.email,
    BACKDESK_OWNER_PASSWORD: firstOwner.password,
    ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }),
    ...more,
  };
  const keep = (chunk: Buffer) => {
    printed += chunk.toString('utf8');
  };
  const begin = () => {
    const begun = spawn(process.execPath, [join(root, 'apps/server/src/main.ts')], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    begun.stdout.on('data', keep);
    begun.stderr.on('data', keep);
    return begun;
  };
  let child = begin();
  // Whatever ends this process by its own doing takes the server along.
  const endToo = () => {
    child.kill('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', endToo);
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await ended;
  };
  const stop = async () => {
    process.off('exit', endToo);
    await end('SIGTERM');
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await untilReady(url, child, () => printed);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url,
    environment: env,
    kill: () => end('SIGKILL'),
    startAgain: async () => {
      child = begin();
      await untilReady(url, child, () => printed);
    },
    stop,
  };
}

/** Runs `backdesk …` beside a running server and gives what it printed; rejects when it fails. */
export async function runBackdesk(environment: Environment, args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [join(root, 'apps/server/src/cli/main.ts'), ...args], { cwd: root, env: { ...environment } });
  return stdout;
}
