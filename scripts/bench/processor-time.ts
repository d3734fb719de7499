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
  // Backends that ended meanwhile are counted with the postmaster that waited for them.
  return [statOf(server), statOf(postmaster), ...ofPostgres].reduce((sum, stat) => sum + (stat?.milliseconds ?? 0), statOf(postmaster)?.ended ?? 0);
}

type Stat = { readonly parent: number; readonly milliseconds: number /** Of children that ended. */; readonly ended: number };

function statOf(pid: number): Stat | undefined {
  try {
    // After the name in brackets, which may hold spaces: state, parent, … user and system time, the same of ended children.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    const time = (at: number) => (Number(fields[at]) + Number(fields[at + 1])) * millisecondsATick;
    return { parent: Number(fields[1]), milliseconds: time(11), ended: time(13) };
  } catch {
    return undefined;
  }
}
