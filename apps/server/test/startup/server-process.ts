import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

export type ServerProcess = {
  readonly child: ChildProcess;
  /** Waits until it says that it is ready; rejects with what it said when it ends instead. */
  readonly ready: () => Promise<string>;
  readonly ended: Promise<number | null>;
  readonly output: () => string;
};

export const ownerPassword = 'correct horse battery';

/** The real server as a child process with a bare environment: no LANG, no PG*, nothing of the test run's own. */
export function startServer(dataFolder: string, environment: Readonly<Record<string, string>> = {}): ServerProcess {
  const child = spawn(process.execPath, [main, '--no-build'], {
    cwd: '/',
    env: {
      PATH: '/usr/local/bin:/usr/bin:/bin',
      PORT: '0',
      BACKDESK_DATA: dataFolder,
      BACKDESK_DEMO: '0',
      BACKDESK_OWNER_PASSWORD: ownerPassword,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout?.on('data', (part) => (output += String(part)));
  child.stderr?.on('data', (part) => (output += String(part)));
  const ended = new Promise<number | null>((resolve) => child.on('close', (code) => resolve(code)));
  const ready = () =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const address = /Desk +(http:\S+)\/admin/.exec(output)?.[1];
        if (address !== undefined) resolve(address);
      };
      child.stdout?.on('data', look);
      look();
      void ended.then(() => reject(new Error(`It ended before it was ready:\n${output}`)));
    });
  return { child, ready, ended, output: () => output };
}

/** Signs in as the owner; answers the cookie. */
export async function signIn(address: string): Promise<string> {
  const response = await fetch(`${address}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'owner@backdesk.example', password: ownerPassword }),
  });
  if (!response.ok) throw new Error(`Signing in failed: ${await response.text()}`);
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}
