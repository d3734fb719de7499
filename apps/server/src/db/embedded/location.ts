import { createHash, randomBytes } from 'node:crypto';
import { chownSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { programIn } from './binaries.ts';
import type { RunAs } from './run-as.ts';
import { runAs } from './run-as.ts';

/** Where the cluster and the programs that run it are, once the user that runs them can reach both. */
export type Location = {
  readonly folder: string;
  readonly native: string;
  readonly relocated: boolean;
};

/**
 * The database lies in the data folder. As root it has to be reachable for the user PostgreSQL runs as, which it is
 * not below `/root` or any other closed folder: then folder and programs go to /var/lib, and `postgres-at` in the
 * data folder remembers where, so that removing the data folder begins anew and nothing is adopted by accident.
 */
export async function locate(dataFolder: string, native: string, who: RunAs): Promise<Location> {
  const pointer = join(dataFolder, 'postgres-at');
  if (existsSync(pointer)) {
    const folder = readFileSync(pointer, 'utf8').trim();
    return { folder, native: await reachablePrograms(native, folder, who), relocated: true };
  }
  const inPlace = join(dataFolder, 'postgres');
  mkdirSync(inPlace, { recursive: true, mode: 0o700 });
  if (who === 'ourselves') return { folder: inPlace, native, relocated: false };
  chownSync(inPlace, who.uid, who.gid);
  if (await canUse(who, inPlace)) {
    return { folder: inPlace, native: await reachablePrograms(native, inPlace, who), relocated: false };
  }
  const folder = elsewhere(dataFolder, who);
  rmSync(inPlace, { recursive: true });
  writeFileSync(pointer, `${folder}\n`, { flag: 'wx' });
  return { folder, native: await reachablePrograms(native, folder, who), relocated: true };
}

function elsewhere(dataFolder: string, who: Exclude<RunAs, 'ourselves'>): string {
  const hash = createHash('sha256').update(dataFolder).digest('hex').slice(0, 8);
  const folder = join('/var/lib', `backdesk-${hash}-${randomBytes(3).toString('hex')}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chownSync(folder, who.uid, who.gid);
  return folder;
}

async function canUse(who: RunAs, folder: string): Promise<boolean> {
  const tried = await runAs(who, '/bin/sh', ['-c', 'test -w "$1" && test -x "$1"', 'sh', folder]);
  return tried.code === 0;
}

/** The programs as npm installed them, or a copy beside the data where that user can run them. */
async function reachablePrograms(native: string, folder: string, who: RunAs): Promise<string> {
  if (who === 'ourselves') return native;
  const tried = await runAs(who, '/bin/sh', ['-c', 'test -x "$1"', 'sh', programIn(native, 'postgres')]);
  if (tried.code === 0) return native;
  const version = createHash('sha256')
    .update(readFileSync(programIn(native, 'pg_ctl')))
    .digest('hex')
    .slice(0, 12);
  const copy = join(folder, `programs-${version}`);
  if (existsSync(copy)) return copy;
  const partial = `${copy}.${process.pid}`;
  cpSync(native, partial, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(partial, copy);
  } catch {
    rmSync(partial, { recursive: true }); // another start made it meanwhile
  }
  return copy;
}
