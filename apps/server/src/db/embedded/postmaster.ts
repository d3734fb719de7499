import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** No process has it, anywhere: the largest id that PostgreSQL can read. */
const nobodysPid = 2_147_483_646;

/**
 * The living postmaster of a data folder by its `postmaster.pid`: process id on the first line, port on the fourth.
 * After a crash the file names a process that is gone: PostgreSQL sees that itself and, by the shared memory the file
 * names too, waits for backends that outlived it. So the file is never removed here. When the id belongs to another
 * program by now PostgreSQL would refuse to start: then only the id is replaced by one that nobody has.
 */
export async function findPostmaster(data: string): Promise<{ readonly pid: number; readonly port: number } | undefined> {
  const path = join(data, 'postmaster.pid');
  const lines = readLines(path);
  if (lines === undefined) return undefined;
  const pid = Number(lines[0]);
  if (!Number.isSafeInteger(pid) || pid <= 0 || !isAlive(pid)) return undefined;
  if (await isPostgres(pid)) return { pid, port: Number(lines[3]) };
  // Between our two looks another start may have written its own: change only what we read.
  if (readLines(path)?.[0] === lines[0]) writeFileSync(path, [nobodysPid, ...lines.slice(1)].join('\n'));
  return undefined;
}

function readLines(path: string): readonly string[] | undefined {
  try {
    return readFileSync(path, 'utf8')
      .split('\n')
      .map((line) => line.trim());
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function isPostgres(pid: number): Promise<boolean> {
  const command = process.platform === 'linux' ? readCommand(pid) : await askPs(pid);
  return /postgres/.test(command.split(/[\0 ]/)[0] ?? '');
}

const readCommand = (pid: number) => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return ''; // it ended between the two looks
  }
};

const askPs = (pid: number) =>
  execute('ps', ['-o', 'command=', '-p', String(pid)]).then(
    ({ stdout }) => stdout,
    () => '',
  );
