// Memory in MB after the run, from /proc; 0 where there is none.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

export type Memory = { readonly server: number; readonly floor: number; readonly postgres: number };

/** Of both servers (their process ids in this order), and of all processes that PostgreSQL started, of which `backend` is one. */
export function memoryOf([server, floor]: readonly [number, number], backend: number): Memory {
  const postmaster = Number(field(backend, 'status', /PPid:\s+(\d+)/));
  const backends = readProcesses().filter((pid) => Number(field(pid, 'status', /PPid:\s+(\d+)/)) === postmaster);
  const postgres = [postmaster, ...backends].reduce((sum, pid) => sum + proportionalOf(pid), 0);
  return { server: residentOf(server), floor: residentOf(floor), postgres: Math.round(postgres) };
}

export const residentOf = (pid: number) => Math.round(Number(field(pid, 'status', /VmRSS:\s+(\d+)/)) / 1024);

/** The most a process held since its start, or since `forgetPeak`. */
export const peakOf = (pid: number) => Math.round(Number(field(pid, 'status', /VmHWM:\s+(\d+)/)) / 1024);

/** From now on the peak is counted anew. Where the system does not do that, the peak since the start stands. */
export function forgetPeak(pid: number): void {
  try {
    writeFileSync(`/proc/${pid}/clear_refs`, '5');
  } catch {
    // Told too high, never too low.
  }
}

/** The shared buffers are in every process of PostgreSQL: counted by its share (Pss), not once for each. */
const proportionalOf = (pid: number) => Number(field(pid, 'smaps_rollup', /Pss:\s+(\d+)/)) / 1024;

const readProcesses = () => readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? [Number(name)] : []));

function field(pid: number, file: string, pattern: RegExp): string {
  try {
    return pattern.exec(readFileSync(`/proc/${pid}/${file}`, 'utf8'))?.[1] ?? '0';
  } catch {
    return '0';
  }
}
