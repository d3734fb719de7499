import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Client, DatabaseError } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Files } from '../../adapters/files/port.ts';
import { type Migration, migrate, readMigrations } from '../migrate.ts';
import { type Entry, readArchive, UnreadableBackup } from './archive.ts';
import { readApplied } from './inventory.ts';
import { type Manifest, manifestName, manifestSchema } from './manifest.ts';

export type RestoreParts = {
  readonly databaseUrl: string;
  readonly files: Pick<Files, 'keep'>;
  readonly onProgress: (what: string, share: number) => void;
};
export type Restored = { readonly manifest: Manifest; readonly rows: number; readonly files: number };

/** Why a backup is not restored; nothing was changed. */
export class RestoreRefused extends Error {
  override readonly name = 'RestoreRefused';
}

/**
 * Puts a backup into an empty database: the schema of its day, then its rows, all in one transaction, then the migrations since. Every
 * foreign key is proven anew and the rows of each table are counted against the manifest; a file that ends early leaves nothing.
 * Throws `UnreadableBackup` or `RestoreRefused`.
 */
export async function restoreBackup(path: string, parts: RestoreParts): Promise<Restored> {
  const entries = readArchive(path);
  try {
    const manifest = await readManifest(path, entries);
    const migrations = migrationsOf(manifest);
    const client = new Client({ connectionString: parts.databaseUrl, application_name: 'backdesk restore' });
    await client.connect();
    let files = 0;
    try {
      await refuseUnlessEmpty(client, manifest);
      await migrate(parts.databaseUrl, migrations);
      files = await load(client, manifest, entries, parts).catch((error: unknown) => {
        // Data that PostgreSQL does not take (classes 22 and 23): not what was written.
        if (error instanceof DatabaseError && /^2[23]/.test(error.code ?? ''))
          throw new UnreadableBackup(`${path} was changed: ${error.message}.`, { cause: error });
        throw error;
      });
    } finally {
      await client.end();
    }
    await migrate(parts.databaseUrl);
    return { manifest, rows: manifest.tables.reduce((sum, table) => sum + table.rows, 0), files };
  } finally {
    await entries.return(undefined);
  }
}

async function readManifest(path: string, entries: AsyncGenerator<Entry>): Promise<Manifest> {
  const first = await entries.next();
  const text = first.done === true || first.value.name !== manifestName ? '' : Buffer.from(first.value.bytes).toString('utf8');
  const parsed = manifestSchema.safeParse(parseOrNothing(text));
  if (!parsed.success) throw new UnreadableBackup(`${path} is no backup of Backdesk, or one of a newer version.`);
  return parsed.data;
}

function parseOrNothing(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The migrations that made the backup's database; each must be known here, and the same. */
function migrationsOf(manifest: Manifest): readonly Migration[] {
  const known = new Map(readMigrations().map((migration) => [migration.name, migration]));
  return manifest.migrations.map(({ name, sha256 }) => {
    const migration = known.get(name);
    if (migration?.sha256 !== sha256)
      throw new RestoreRefused(`The backup was made by a newer Backdesk than this one (${name} is not known here): restore it with that version.`);
    return migration;
  });
}

async function refuseUnlessEmpty(client: Client, manifest: Manifest): Promise<void> {
  const applied = await readApplied(client);
  if (applied.length === 0) return;
  const { rows } = await client.query<{ there: boolean }>('select exists (select from accounts) as there');
  if (rows[0]?.there === true)
    throw new RestoreRefused(
      'There is a store in this database already. Restore into an empty one: name another folder with BACKDESK_DATA, or another DATABASE_URL.',
    );
  const ofBackup = new Set(manifest.migrations.map(({ name }) => name));
  if (applied.some(({ name }) => !ofBackup.has(name)))
    throw new RestoreRefused('This database has the tables of another version already. Restore into an empty one.');
}

async function load(client: Client, manifest: Manifest, entries: AsyncGenerator<Entry>, { files, onProgress }: RestoreParts): Promise<number> {
  const name = (text: string) => client.escapeIdentifier(text);
  const tables = manifest.tables.map((table) => name(table.name));
  const all = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  await client.query('begin');
  // Rows come in the order of table names, not of who names whom; and what triggers wrote is among the rows.
  const keys = await dropForeignKeys(client);
  for (const table of tables) await client.query(`alter table ${table} disable trigger user`);
  if (tables.length > 0) await client.query(`truncate ${tables.join(', ')}`);

  let next = await entries.next();
  let done = 0;
  for (const table of manifest.tables) {
    onProgress(table.name, all === 0 ? 0 : done / all);
    const pieces = async function* () {
      for (; next.done !== true && next.value.name === `tables/${table.name}`; next = await entries.next()) yield next.value.bytes;
    };
    if (table.rows > 0)
      await pipeline(
        Readable.from(pieces(), { objectMode: false }),
        client.query(copyFrom(`copy ${name(table.name)} (${table.columns.map(name).join(', ')}) from stdin`)),
      );
    const { rows } = await client.query<{ count: string }>(`select count(*) from ${name(table.name)}`);
    if (Number(rows[0]?.count) !== table.rows)
      throw new UnreadableBackup(`The backup holds ${rows[0]?.count} rows of ${table.name} where there were ${table.rows}.`);
    done += table.rows;
  }
  let kept = 0;
  onProgress('files', 1);
  for (; next.done !== true; next = await entries.next()) {
    const key = /^files\/(.+)$/.exec(next.value.name)?.[1];
    if (key === undefined) throw new UnreadableBackup(`The backup holds ${next.value.name}, which is not known here.`);
    await files.keep(key, { bytes: next.value.bytes });
    kept += 1;
  }
  for (const { name: sequence, start, last, isCalled } of manifest.sequences) {
    await client.query(`create sequence if not exists ${name(sequence)} start ${start}`);
    await client.query('select setval($1::regclass, $2, $3)', [name(sequence), last, isCalled]);
  }
  for (const { table, key, definition } of keys) await client.query(`alter table ${table} add constraint ${key} ${definition}`);
  for (const table of tables) await client.query(`alter table ${table} enable trigger user`);
  await client.query('commit');
  // Plans of the first requests are made by what is in the tables.
  await client.query('analyze');
  return kept;
}

type ForeignKey = { readonly table: string; readonly key: string; readonly definition: string };

async function dropForeignKeys(client: Client): Promise<readonly ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(
    `select conrelid::regclass::text as table, quote_ident(conname) as key, pg_get_constraintdef(oid) as definition
       from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace order by 1, 2`,
  );
  for (const { table, key } of rows) await client.query(`alter table ${table} drop constraint ${key}`);
  return rows;
}
