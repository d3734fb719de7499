// Takes a large catalogue file in by the real upload, and says how long it took, what it cost and how much memory the server
// held beyond what it held idle.
import { createReadStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { writeImportFile } from './import-file.ts';
import { closeConnections, send } from './load.ts';
import { forgetPeak, peakOf, residentOf } from './memory.ts';
import type { World } from './world.ts';

export type ImportFigures = {
  readonly rows: number;
  readonly megabytes: number;
  /** From the first byte sent to the end of the run, and until the upload was answered. */
  readonly seconds: number;
  readonly uploadSeconds: number;
  readonly rowsPerSecond: number;
  readonly processorSeconds: number;
  /** MB of the server, and the most it held beyond idle. */
  readonly idle: number;
  readonly overIdle: number;
  readonly wrong: readonly string[];
};

type Run = { readonly id: string; readonly state: string; readonly rowsRead: number; readonly rowsRefused: number; readonly error: string | null };

export async function measureImport(world: World, rows: number): Promise<ImportFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'backdesk-bench-import-'));
  const path = join(folder, 'catalogue.csv');
  try {
    const { refused } = await writeImportFile(path, rows);
    const megabytes = statSync(path).size / 1e6;
    const idle = residentOf(world.serverPid);
    forgetPeak(world.serverPid);
    const processorBefore = world.processorTime('ours');
    const began = performance.now();
    const started = await upload(world, path);
    const uploadSeconds = (performance.now() - began) / 1000;
    // Those kept from before stood idle meanwhile: the server may be closing them just now.
    closeConnections();
    const ended = await untilEnded(world, started.id);
    const seconds = (performance.now() - began) / 1000;
    const wrong = await faultsOf(world, ended, { rows, refused });
    return {
      rows,
      megabytes,
      seconds,
      uploadSeconds,
      rowsPerSecond: rows / seconds,
      processorSeconds: (world.processorTime('ours') - processorBefore) / 1000,
      idle,
      overIdle: Math.max(0, peakOf(world.serverPid) - idle),
      wrong,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Sent in pieces, so that the sender holds no whole file either. */
function upload(world: World, path: string): Promise<Run> {
  return new Promise((done, fail) => {
    const sent = request(
      `${world.ours}/api/v1/imports?kind=products&fileName=catalogue.csv`,
      { method: 'POST', headers: { ...world.headers, 'content-type': 'text/csv' } },
      (response) => {
        let body = '';
        response.on('data', (part) => (body += String(part)));
        response.on('end', () => (response.statusCode === 202 ? done(JSON.parse(body) as Run) : fail(new Error(`The upload was refused: ${body}`))));
      },
    );
    sent.on('error', fail);
    createReadStream(path).pipe(sent);
  });
}

async function untilEnded(world: World, id: string): Promise<Run> {
  for (;;) {
    const run = JSON.parse((await send({ method: 'GET', url: `${world.ours}/api/v1/imports/${id}`, headers: world.headers })).body) as Run;
    if (run.state !== 'running') return run;
    await wait(100);
  }
}

async function faultsOf(
  { client, accountId }: World,
  run: Run,
  { rows, refused }: { readonly rows: number; readonly refused: number },
): Promise<readonly string[]> {
  const { rows: counted } = await client.query<{ count: number }>(
    "select count(*)::int as count from variants where account_id = $1 and sku like 'IMP-%' and deleted_at is null",
    [accountId],
  );
  const there = counted[0]?.count;
  return [
    ...(run.state === 'done' ? [] : [`The import ended as ${run.state}: ${run.error}`]),
    ...(run.rowsRead === rows ? [] : [`The import read ${run.rowsRead} rows of ${rows}`]),
    ...(run.rowsRefused === refused ? [] : [`The import refused ${run.rowsRefused} rows, not ${refused}`]),
    ...(there === rows - refused ? [] : [`The import left ${there} variants, not ${rows - refused}`]),
  ];
}
