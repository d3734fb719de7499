import { Kysely, PostgresDialect, sql } from 'kysely';
import { Client, Pool, types } from 'pg';
import type { Tables } from './tables.ts';

export type Database = Kysely<Tables>;

/** bigint columns hold minor units and counters: beyond 2^53 they would silently lose cents, so that is refused. */
function parseBigint(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`A bigint of the database is too large: ${text}`);
  return value;
}

const parseTime = types.getTypeParser(types.builtins.TIMESTAMPTZ, 'text') as (text: string) => unknown;

/**
 * "2026-11-27 11:50:13.123+00" as a Date, like pg's own parser without its expression: a page of a listing has a hundred and fifty. What is
 * written in another way (another zone, BC, infinity) is left to that.
 */
export function parseInstant(text: string): unknown {
  const isPlain = text.endsWith('+00') && text.charAt(4) === '-' && text.charAt(10) === ' ';
  return isPlain ? new Date(`${text.slice(0, 10)}T${text.slice(11, -3)}Z`) : parseTime(text);
}

// numeric stays a string (it becomes an exact rational), a date stays "2026-11-23" (a Date would shift it by the zone).
const parsers = new Map<number, (text: string) => unknown>([
  [types.builtins.INT8, parseBigint],
  [types.builtins.DATE, (text) => text],
  [types.builtins.TIMESTAMPTZ, parseInstant],
]);
const getTypeParser = ((oid: number, format?: 'text' | 'binary') =>
  (format !== 'binary' && parsers.get(oid)) || types.getTypeParser(oid, format)) as typeof types.getTypeParser;

/**
 * Put before a statement of a transaction whose rows nobody looks at: it goes out at once and is not waited for, the next
 * one travels with it. When it fails, the next one fails with its error.
 */
export const aheadMark = '/* sent ahead */';
/** The same, for a statement in parts. */
export const sentAhead = sql.raw(aheadMark);

const isAhead = (text: string) => text === 'begin' || text.startsWith(aheadMark);
const nothing = { command: '', rowCount: 0, rows: [] };

type Corked = { readonly cork: () => void; readonly uncork: () => void };

/** In characters: above the longest statement that is written by hand, an order with all it holds. A bulk insert may be longer. */
const longestNamed = 24_000;

/**
 * Statements that come a second time on a connection are prepared there under a name, so that PostgreSQL plans them
 * once. The number of names is bounded: a bulk insert has another text for each number of rows. What is sent ahead (and
 * every `begin`) saves a round trip, and all of one turn go out in one write to the socket: the system call costs more
 * than making the statement.
 */
class PreparingClient extends Client {
  readonly #seen = new Map<string, string | undefined>();
  #named = 0;
  #ahead: Promise<unknown> | undefined;
  #isCorked = false;

  constructor(config?: ConstructorParameters<typeof Client>[0]) {
    super(config);
    // The pool listens only while a connection is idle. One that breaks while it is lent fails its statements; without a
    // listener its error would end the process as well.
    this.on('error', () => undefined);
  }

  override query(...args: unknown[]): never {
    const [text, values, ...rest] = args;
    if (typeof text !== 'string' || !Array.isArray(values) || rest.length > 0) return super.query(...(args as [never])) as never;
    const name = this.#nameOf(text);
    this.#gather();
    const sent = super.query((name === undefined ? { text, values } : { name, text, values }) as never) as unknown as Promise<unknown>;
    const ahead = this.#ahead;
    const joined = ahead === undefined ? sent : joinOutcome(ahead, sent);
    if (!isAhead(text)) {
      this.#ahead = undefined;
      return joined as never;
    }
    joined.catch(() => undefined); // told by the next statement
    this.#ahead = joined;
    return Promise.resolve(nothing) as never;
  }

  /** Holds back what is written until this turn has nothing more to send. */
  #gather(): void {
    if (this.#isCorked) return;
    const { stream } = (this as unknown as { readonly connection: { readonly stream: Corked } }).connection;
    this.#isCorked = true;
    stream.cork();
    process.nextTick(() => {
      this.#isCorked = false;
      stream.uncork();
    });
  }

  #nameOf(text: string): string | undefined {
    if (text.length > longestNamed) return undefined;
    if (this.#seen.has(text)) {
      // Counted, not made of the text's length: two statements of one length would share a name.
      const known = this.#seen.get(text) ?? `s${++this.#named}`;
      this.#seen.set(text, known);
      return known;
    }
    if (this.#seen.size < 1_000) this.#seen.set(text, undefined);
    return undefined;
  }
}

/** The second's result when both succeed; else the first error there was, since those after it only follow from it. */
async function joinOutcome(first: Promise<unknown>, second: Promise<unknown>): Promise<unknown> {
  second.catch(() => undefined);
  await first;
  return second;
}

/** A pool whose waits are bounded: 5 s for a lock (then a twin in flight is told so), 30 s for a statement, 5 s for a connection. */
export function openPool(url: string, max = 20): Pool {
  const pool = new Pool({
    connectionString: url,
    max,
    Client: PreparingClient,
    pipeline: true,
    types: { getTypeParser },
    application_name: 'backdesk',
    connectionTimeoutMillis: 5_000,
    lock_timeout: 5_000,
    statement_timeout: 30_000,
    // For a server that says nothing more (a pulled cable): ours ends the connection a little after the server would have.
    query_timeout: 35_000,
    keepAlive: true,
    idle_in_transaction_session_timeout: 60_000,
  });
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  return pool;
}

export function openDatabase(pool: Pool): Database {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}
