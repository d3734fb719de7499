import type { Readable } from 'node:stream';
import { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { Files } from '../../adapters/files/port.ts';
import { type Entry, writeArchive } from './archive.ts';
import { readApplied, readJobs, readSequences, readTables } from './inventory.ts';
import { type Manifest, manifestName } from './manifest.ts';

export type BackupParts = {
  readonly databaseUrl: string;
  readonly files: Pick<Files, 'open' | 'list'>;
  readonly secret: string;
  readonly now: () => Date;
  /** Told of each table and of the files: what is being written, and how much of all (0 to 1). */
  readonly onProgress: (what: string, share: number) => void;
};
export type Backed = { readonly tables: number; readonly rows: number; readonly files: number };

/** As large as a piece of a table grows. */
const pieceBytes = 4 * 1024 * 1024;

/**
 * Writes all there is of one moment into a file: every table, where numbers go on, jobs to do, files that people sent, and the secret.
 * Others go on working meanwhile: it reads one snapshot, by COPY, and holds nobody up.
 */
export async function writeBackup(path: string, parts: BackupParts): Promise<Backed> {
  const client = new Client({ connectionString: parts.databaseUrl, application_name: 'backdesk backup' });
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const tables = await readTables(client);
    const manifest: Manifest = {
      format: 1,
      madeAt: parts.now().toISOString(),
      migrations: await readApplied(client),
      tables,
      sequences: await readSequences(client),
      jobs: await readJobs(client),
      secret: parts.secret,
    };
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    const counted = { files: 0 };
    await writeArchive(path, entriesOf(client, manifest, rows, parts, counted));
    return { tables: tables.length, rows, files: counted.files };
  } finally {
    await client.end();
  }
}

async function* entriesOf(client: Client, manifest: Manifest, rows: number, parts: BackupParts, counted: { files: number }): AsyncGenerator<Entry> {
  yield { name: manifestName, bytes: Buffer.from(JSON.stringify(manifest)) };
  let done = 0;
  for (const table of manifest.tables) {
    parts.onProgress(table.name, rows === 0 ? 0 : done / rows);
    for await (const bytes of piecesOf(client, table)) yield { name: `tables/${table.name}`, bytes };
    done += table.rows;
  }
  parts.onProgress('files', 1);
  // Files are kept before the row that names them, and never changed: what the snapshot names is here.
  for await (const key of parts.files.list()) {
    yield { name: `files/${key}`, bytes: new Uint8Array(await new Response((await parts.files.open(key)) as never).arrayBuffer()) };
    counted.files += 1;
  }
}

async function* piecesOf(client: Client, table: Manifest['tables'][number]): AsyncGenerator<Uint8Array> {
  if (table.rows === 0) return;
  const columns = table.columns.map((column) => client.escapeIdentifier(column)).join(', ');
  const stream = client.query(copyTo(`copy ${client.escapeIdentifier(table.name)} (${columns}) to stdout`)) as unknown as Readable;
  let held: Buffer[] = [];
  let size = 0;
  for await (const part of stream) {
    held.push(part as Buffer);
    size += (part as Buffer).length;
    if (size < pieceBytes) continue;
    yield Buffer.concat(held);
    held = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(held);
}
