// `npm run bench`: our server beside two floors on one database in one run. The two take turns (A B A B …), so that what
// else the machine does hits both alike. Only the ratio travels from one machine to another; nothing here fails by time,
// only by a wrong sum, a lost line or a refused request.
// Flags: --products 10000 --variants 25000 --customers 10000 --drafts 1100 --large 500,5000 --seconds 2 --rounds 3 --clients 1,16
//        --only "add a line" --out bench.json
//        --statements (what each request of ours sends to the database)
import { writeFileSync } from 'node:fs';
import { arch, cpus, platform } from 'node:os';
import { parseArgs } from 'node:util';
import { checkSums } from './check-sums.ts';
import { closeConnections, load, type Sample, send } from './load.ts';
import { type Drafts, type LargeDraft, type Ledger, type Operation, operationsOf } from './operations.ts';
import { figuresOf, type Row, table } from './report.ts';
import { describeStatements, startCounting, statementSettings } from './statements.ts';
import { openWorld, type World } from './world.ts';

const { values: flags } = parseArgs({
  options: {
    products: { type: 'string', default: '10000' },
    variants: { type: 'string', default: '25000' },
    customers: { type: 'string', default: '10000' },
    drafts: { type: 'string', default: '1100' },
    large: { type: 'string', default: '500,5000' },
    seconds: { type: 'string', default: '2' },
    rounds: { type: 'string', default: '3' },
    clients: { type: 'string', default: '1,16' },
    only: { type: 'string', default: '' },
    out: { type: 'string', default: 'bench.json' },
    statements: { type: 'boolean', default: false },
  },
});
const linesInDraft = 10;
const say = (text: string): void => console.log(text);

const world = await openWorld(
  {
    products: Number(flags.products),
    variants: Number(flags.variants),
    customers: Number(flags.customers),
    settings: flags.statements ? statementSettings : {},
  },
  say,
);
try {
  process.exitCode = (await measure(world)) ? 0 : 1;
} finally {
  closeConnections();
  await world.close();
}

async function measure(open: World): Promise<boolean> {
  const ledger: Ledger = { added: new Map(), created: 0, submitted: new Set() };
  const drafts = await makeDrafts(open, ledger);
  await open.client.query('vacuum analyze');
  const failures: string[] = [];
  const rows: Row[] = [];
  for (const operation of operationsOf(open, drafts, ledger).filter(({ name }) => name.includes(flags.only))) {
    for (const clients of operation.isAlone === true ? [1] : flags.clients.split(',').map(Number)) {
      const row = await interleaved(operation, clients, failures);
      rows.push(row);
      say(
        `${row.operation}, ${clients} clients: ${row.ours.p50.toFixed(2)} ms, ${row.ours.perSecond.toFixed(0)}/s (floor ${row.floor.p50.toFixed(2)} ms, ${row.floor.perSecond.toFixed(0)}/s)`,
      );
    }
  }
  const wrong = await checkSums(open, ledger, linesInDraft);
  const memory = open.memory();
  const starts = { ours: await open.coldStart('ours'), floor: await open.coldStart('floor') };
  say(
    `\n${table(rows)}\n\n${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown'}; ${flags.products} products, ${flags.variants} variants, ${flags.customers} customers.\nMemory after the run: server ${memory.server} MB, PostgreSQL ${memory.postgres} MB, floor ${memory.floor} MB. Cold start to the first answer: ${starts.ours.toFixed(1)} s, floor ${starts.floor.toFixed(1)} s.`,
  );
  say(
    wrong.length === 0
      ? 'Every total is the sum of its parts, reserved stock is what the orders hold, every history follows, and no line is lost.'
      : wrong.join('\n'),
  );
  for (const failure of failures.slice(0, 5)) say(`REFUSED ${failure}`);
  if (failures.length > 0) say(`${failures.length} requests were refused.`);
  const machine = { cores: cpus().length, model: cpus()[0]?.model, platform: platform(), arch: arch(), node: process.version };
  writeFileSync(
    flags.out,
    `${JSON.stringify({ at: new Date().toISOString(), machine, flags, memory, starts, wrong, failures: failures.length, rows }, null, 2)}\n`,
  );
  return wrong.length === 0 && failures.length === 0;
}

/** A short warm-up of both, then turns. */
async function interleaved(operation: Operation, clients: number, failures: string[]): Promise<Row> {
  const seconds = Number(flags.seconds);
  const run = async (side: 'ours' | 'floor', length: number): Promise<Sample> => {
    const before = world.processorTime(side);
    const sample = await load({ clients, seconds: length, flow: operation[side] });
    failures.push(...sample.failures);
    return { ...sample, processorTime: world.processorTime(side) - before };
  };
  const before = failures.length;
  await run('floor', 0.5);
  await run('ours', 0.5);
  const floor: Sample[] = [];
  const ours: Sample[] = [];
  for (let round = 0; round < Number(flags.rounds); round += 1) {
    floor.push(await run('floor', seconds));
    if (flags.statements) await startCounting(world.client);
    const sample = await run('ours', seconds);
    ours.push(sample);
    if (flags.statements) say(await describeStatements(world.client, sample.milliseconds.length));
  }
  return { operation: operation.name, kind: operation.kind, clients, refused: failures.length - before, ours: figuresOf(ours), floor: figuresOf(floor) };
}

/** Drafts through the API, ten lines each: half to read, half to add to; and a large one of each size asked for. */
async function makeDrafts(open: World, ledger: Ledger): Promise<Drafts> {
  const count = Number(flags.drafts);
  say(`Making ${count} drafts of ${linesInDraft} lines over the API …`);
  const ids: string[] = [];
  for (let at = 0; at < count; at += 1) ids.push((await makeDraft(open, ledger, at, linesInDraft)).id);
  const large: LargeDraft[] = [];
  for (const size of flags.large.split(',').filter(Boolean).map(Number)) large.push(await makeLargeDraft(open, ledger, size));
  const half = Math.floor(count / 2);
  return { toRead: ids.slice(0, half), toChange: ids.slice(half), large };
}

type MadeDraft = { readonly id: string; readonly lines: readonly { readonly id: string }[] };

function linesAt(open: World, at: number, count: number) {
  return Array.from({ length: count }, (_, line) => ({
    sku: open.catalog[(at * 31 + line * 97) % open.catalog.length]?.sku,
    quantity: 1 + ((at + line) % 48),
    asNewLine: true,
  }));
}

async function makeDraft(open: World, ledger: Ledger, at: number, lines: number): Promise<MadeDraft> {
  const customerId = open.customers[at % open.customers.length]?.id;
  const answer = await send({
    method: 'POST',
    url: `${open.ours}/api/v1/orders`,
    headers: open.headers,
    body: { customerId, lines: linesAt(open, at, lines) },
  });
  if (answer.status !== 201) throw new Error(`A draft was not made: ${answer.status} ${answer.body}`);
  ledger.created += 1;
  return JSON.parse(answer.body) as MadeDraft;
}

/** A request takes a thousand lines at most, so a larger draft is filled in several. */
async function makeLargeDraft(open: World, ledger: Ledger, size: number): Promise<LargeDraft> {
  const most = 1_000;
  const { id, lines } = await makeDraft(open, ledger, size, Math.min(size, most));
  for (let made = most; made < size; made += most) {
    const body = { lines: linesAt(open, made, Math.min(most, size - made)) };
    const answer = await send({ method: 'POST', url: `${open.ours}/api/v1/orders/${id}/lines`, headers: open.headers, body });
    if (answer.status >= 300) throw new Error(`Lines were not added: ${answer.status} ${answer.body.slice(0, 300)}`);
  }
  return { id, lines: size, lineId: lines[Math.floor(lines.length / 2)]?.id ?? '' };
}
