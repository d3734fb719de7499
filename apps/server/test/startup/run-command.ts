import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

export type Ran = { readonly code: number | null; readonly out: string; readonly error: string };
type Around = { readonly input?: string; readonly environment?: Readonly<Record<string, string>> };

/** `backdesk …` as people run it, a process of its own with a bare environment. */
export function runCommand(dataFolder: string, args: readonly string[], { input = '', environment = {} }: Around = {}): Promise<Ran> {
  const child = spawn(process.execPath, [main, ...args], {
    cwd: '/',
    env: { PATH: '/usr/local/bin:/usr/bin:/bin', BACKDESK_DATA: dataFolder, ...environment },
  });
  let out = '';
  let error = '';
  child.stdout.on('data', (part) => (out += String(part)));
  child.stderr.on('data', (part) => (error += String(part)));
  child.stdin.end(input);
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, error })));
}
