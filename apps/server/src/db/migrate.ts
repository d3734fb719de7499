import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';

export type Migration = { readonly name: string; readonly sql: string; readonly sha256: string };

/** The files of `migrations/`, in the order of their names. */
export function readMigrations(folder: URL = new URL('./migrations/', import.meta.url)): readonly Migration[] {
  return readdirSync(fileURLToPath(folder))
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const sql = readFileSync(new URL(name, folder), 'utf8');
      return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
    });
}

const lockKey = 7_250_002;

/**
 * Brings the database up to the newest file, each in its transaction, and answers which were applied now. Forward only.
 * Processes that start together take turns by an advisory lock. Refuses a file that was changed after it was applied,
 * and a database that has files we don't know (a newer version wrote it).
 */
export async function migrate(url: string, migrations: readonly Migration[] = readMigrations()): Promise<readonly string[]> {
  const client = new Client({ connectionString: url, application_name: 'backdesk migrate' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    await client.query(
      `create table if not exists schema_migrations (
         name text primary key, sha256 text not null, applied_at timestamptz not null default now())`,
    );
    const applied = await client.query<{ name: string; sha256: string }>('select name, sha256 from schema_migrations');
    const pending = pendingOf(migrations, new Map(applied.rows.map((row) => [row.name, row.sha256])));
    for (const migration of pending) await apply(client, migration);
    return pending.map((migration) => migration.name);
  } finally {
    await client.end();
  }
}

function pendingOf(migrations: readonly Migration[], applied: ReadonlyMap<string, string>): readonly Migration[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration.sha256]));
  for (const [name, sha256] of applied) {
    if (!known.has(name)) throw new Error(`The database was migrated by a newer Backdesk (${name} is not known here).`);
    if (known.get(name) !== sha256) throw new Error(`Migration ${name} was changed after it was applied: add a new file.`);
  }
  const pending = migrations.filter((migration) => !applied.has(migration.name));
  const last = [...applied.keys()].sort().at(-1) ?? '';
  const early = pending.find((migration) => migration.name < last);
  if (early !== undefined) throw new Error(`Migration ${early.name} comes before ${last}, which is applied: give it a later number.`);
  return pending;
}

async function apply(client: Client, migration: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(migration.sql);
    await client.query('insert into schema_migrations (name, sha256) values ($1, $2)', [migration.name, migration.sha256]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`Migration ${migration.name} failed: ${String(error)}`, { cause: error });
  }
}
