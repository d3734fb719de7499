// Processor time of a server together with PostgreSQL, in milliseconds since each process began: what a request costs, however busy
// the machine is with other things. From /proc; 0 where there is none.
import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second, for every program alike. */
const millisecondsATick = 10;

/** Of the server's process and of all processes that PostgreSQL started, of which `backend` is one. */
export function processorTime(server: number, backend: number): number {
  const postmaster = statOf(backend)?.parent;
  if (postmaster === undefined) return 0;
  const numbers = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const ofPostgres = numbers.map((name) => statOf(Number(name))).filter((stat) => stat?.parent === postmaster);
  return [statOf(server), ...ofPostgres].reduce((sum, stat) => sum + (stat?.milliseconds ?? 0), 0);
}

function statOf(pid: number): { readonly parent: number; readonly milliseconds: number } | undefined {
  try {
    // After the name in brackets, which may hold spaces: state, parent, … user and system time.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return { parent: Number(fields[1]), milliseconds: (Number(fields[11]) + Number(fields[12])) * millisecondsATick };
  } catch {
    return undefined;
  }
}
