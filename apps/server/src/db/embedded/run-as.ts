import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Who PostgreSQL runs as. It refuses to be root, so as root it gets a user of the machine's list. */
export type RunAs = { readonly uid: number; readonly gid: number; readonly name: string } | 'ourselves';

/**
 * Picks that user: `postgres`, else `nobody`, else the first that is not root. It has to be one
 * of /etc/passwd, because initdb looks its own name up and ends when it finds none.
 */
export function chooseRunAs(): RunAs {
  if (process.getuid?.() !== 0) return 'ourselves';
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name, , uid, gid]) => ({ name: name ?? '', uid: Number(uid), gid: Number(gid) }))
    .filter((user) => user.uid > 0);
  const chosen = users.find((user) => user.name === 'postgres') ?? users.find((user) => user.name === 'nobody') ?? users[0];
  if (chosen === undefined) throw new Error('PostgreSQL cannot run as root and /etc/passwd lists no other user.');
  return chosen;
}

export type Finished = { readonly code: number | null; readonly output: string };

/** Runs a program to its end as that user, in `/`, with a bare environment (no LANG, no PG* of the caller). */
export function runAs(who: RunAs, program: string, args: readonly string[]): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: '/',
      env: { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
      stdio: ['ignore', 'pipe', 'pipe'],
      // Its own group: Ctrl-C in a terminal must reach us, who stop it in order, and not initdb or pg_ctl.
      detached: true,
      ...(who === 'ourselves' ? {} : { uid: who.uid, gid: who.gid }),
    });
    let output = '';
    child.stdout.on('data', (part) => (output += String(part)));
    child.stderr.on('data', (part) => (output += String(part)));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}
