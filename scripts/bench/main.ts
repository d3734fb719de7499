// `npm run bench`: our server beside a floor on one database in one run. The two take turns (A B A B …), so that what
// else the machine does hits both alike. Only the ratio travels from one machine to another; nothing here fails by time,
// only by a wrong sum, a lost line or a refused request.
// Flags: --products 10000 --variants 2.5 (a product) --customers 10000 --drafts 1100 --orders 0 --large 500,5000
//        --import 100000 (rows of a file, 0 for none) --live 200 (connections that are told of edits, 0 for none) --pdf 50 (lines of an estimate, 0 for none)
//        --seconds 2 --rounds 3 --warm 3 (seconds before a row is measured) --clients 1,16 --only "add a line" --out bench.json
//        --beside other.json (an earlier run: its p95 and processor time beside this one's)
//        --statements (what each request of ours sends to the database)
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { arch, cpus, platform } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkSums } from './check-sums.ts';
import { besideTable, goalsTable } from './goals.ts';
import { closeConnections } from './load.ts';
import { linesInDraft, makeDrafts, makeOrders } from './make-drafts.ts';
import { type ImportFigures, measureImport } from './measure-import.ts';
import { type LiveFigures, liveText, measureLive } from './measure-live.ts';
import { measurePaper, type PaperFigures, paperText } from './measure-paper.ts';
import { type Ledger, operationsOf } from './operations.ts';
import { importText, type Row, rowText, table } from './report.ts';
import { statementSettings } from './statements.ts';
import { takeTurns } from './take-turns.ts';
import { timed } from './timed.ts';
import { openWorld, type World } from './world.ts';

const { values: flags } = parseArgs({
  options: {
    products: { type: 'string', default: '10000' },
    variants: { type: 'string', default: '2.5' },
    customers: { type: 'string', default: '10000' },
    drafts: { type: 'string', default: '1100' },
    orders: { type: 'string', default: '0' },
    large: { type: 'string', default: '500,5000' },
    import: { type: 'string', default: '100000' },
    live: { type: 'string', default: '200' },
    pdf: { type: 'string', default: '50' },
    seconds: { type: 'string', default: '2' },
    rounds: { type: 'string', default: '3' },
    warm: { type: 'string', default: '3' },
    clients: { type: 'string', default: '1,16' },
    only: { type: 'string', default: '' },
    out: { type: 'string', default: 'bench.json' },
    beside: { type: 'string' },
    statements: { type: 'boolean', default: false },
  },
});
const products = Number(flags.products);
const variants = Math.round(products * Number(flags.variants));
const numbersOf = (list: string): readonly number[] => list.split(',').filter(Boolean).map(Number);
const say = (text: string): void => console.log(text);

// Orders are confirmed by mail, and its texts are built.
execFileSync(process.execPath, [join(import.meta.dirname, '../build.ts'), '--if-needed'], { stdio: 'inherit' });
const world = await openWorld({ products, variants, customers: Number(flags.customers), settings: flags.statements ? statementSettings : {} }, say);
try {
  process.exitCode = (await measure(world)) ? 0 : 1;
} finally {
  closeConnections();
  await world.close();
}

async function measure(open: World): Promise<boolean> {
  const ledger: Ledger = { added: new Map(), created: 0, submitted: new Set() };
  const [count, orders] = [Number(flags.drafts), Number(flags.orders)];
  const drafts = await timed(say, `${count} drafts of ${linesInDraft} lines`, () => makeDrafts(open, ledger, { drafts: count, large: numbersOf(flags.large) }));
  if (orders > 0) await timed(say, `${orders} orders beside them`, () => makeOrders(open, ledger, { from: count, count: orders }));
  await timed(say, 'vacuum and analyze', () => open.client.query('vacuum analyze'));
  const failures: string[] = [];
  const rows: Row[] = [];
  const turns = { seconds: Number(flags.seconds), rounds: Number(flags.rounds), warm: Number(flags.warm), statements: flags.statements };
  for (const operation of operationsOf(open, drafts, ledger).filter(({ name }) => name.includes(flags.only))) {
    for (const clients of operation.isAlone === true ? [1] : numbersOf(flags.clients)) {
      const measured = await takeTurns(open, operation, { ...turns, clients });
      rows.push(measured.row);
      failures.push(...measured.failures);
      say(rowText(measured.row));
    }
  }
  const memory = open.memory();
  const sums = await checkSums(open, ledger, linesInDraft);
  const live = isLive() ? await measureLive(open, { streams: Number(flags.live), perSecond: 20, seconds: 15 }) : undefined;
  const paper = isDrawing() ? await measurePaper(open, Number(flags.pdf)) : undefined;
  const imported = isImporting() ? await measureImport(open, Number(flags.import)) : undefined;
  const starts = { ours: await open.coldStart('ours'), floor: await open.coldStart('floor') };
  const wrong = [...sums, ...(imported?.wrong ?? []), ...(live?.wrong ?? []), ...(paper?.wrong ?? [])];
  describe({ rows, memory, starts, wrong, failures, imported, live, paper });
  const machine = { cores: cpus().length, model: cpus()[0]?.model, platform: platform(), arch: arch(), node: process.version };
  const kept = { at: new Date().toISOString(), machine, flags, memory, starts, wrong, failures: failures.length, imported, live, paper, rows };
  writeFileSync(flags.out, `${JSON.stringify(kept, null, 2)}\n`);
  return wrong.length === 0 && failures.length === 0;
}

/** A run of chosen rows imports only when that is what was chosen. */
function isImporting(): boolean {
  return Number(flags.import) > 0 && 'import'.includes(flags.only);
}

function isLive(): boolean {
  return Number(flags.live) > 0 && 'live'.includes(flags.only);
}

function isDrawing(): boolean {
  return Number(flags.pdf) > 0 && 'pdf'.includes(flags.only);
}

type Outcome = {
  readonly rows: readonly Row[];
  readonly memory: ReturnType<World['memory']>;
  readonly starts: { readonly ours: number; readonly floor: number };
  readonly wrong: readonly string[];
  readonly failures: readonly string[];
  readonly imported: ImportFigures | undefined;
  readonly live: LiveFigures | undefined;
  readonly paper: PaperFigures | undefined;
};

function describe({ rows, memory, starts, wrong, failures, imported, live, paper }: Outcome): void {
  if (rows.length > 0) say(`\n${table(rows)}\n\n${goalsTable(rows)}`);
  if (flags.beside !== undefined)
    say(`\nBeside ${flags.beside}:\n\n${besideTable(rows, JSON.parse(readFileSync(flags.beside, 'utf8')) as { readonly rows: readonly Row[] })}`);
  say(
    `\n${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown'}; ${products} products, ${variants} variants, ${flags.customers} customers, ${flags.orders} orders beside the drafts.`,
  );
  say(`Memory after the requests: server ${memory.server} MB, PostgreSQL ${memory.postgres} MB, floor ${memory.floor} MB.`);
  say(`Cold start to the first answer: ${starts.ours.toFixed(1)} s, floor ${starts.floor.toFixed(1)} s.`);
  if (imported !== undefined) say(importText(imported));
  if (live !== undefined) say(liveText(live));
  if (paper !== undefined) say(paperText(paper));
  say(
    wrong.length === 0
      ? 'Every total is the sum of its parts, reserved stock is what the orders hold, every history follows, and no line is lost.'
      : wrong.join('\n'),
  );
  for (const failure of failures.slice(0, 5)) say(`REFUSED ${failure}`);
  if (failures.length > 0) say(`${failures.length} requests were refused.`);
}
