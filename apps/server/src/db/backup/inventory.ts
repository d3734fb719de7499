// What there is to back up, read from PostgreSQL's own catalog: a table that a later migration adds is in it by itself.
import type { Client } from 'pg';
import type { Manifest } from './manifest.ts';

/** Tables whose rows outlive a restart, without columns that PostgreSQL computes. */
export async function readTables(client: Client): Promise<Manifest['tables']> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relpersistence = 'p' and c.relname <> 'schema_migrations'
      group by c.relname order by c.relname`,
  );
  const tables: Manifest['tables'] = [];
  for (const { name, columns } of rows) {
    const counted = await client.query<{ rows: string }>(`select count(*) as rows from ${client.escapeIdentifier(name)}`);
    tables.push({ name, columns, rows: Number(counted.rows[0]?.rows) });
  }
  return tables;
}

/** Where numbers go on, those of each account's orders among them. */
export async function readSequences(client: Client): Promise<Manifest['sequences']> {
  const { rows } = await client.query<{ name: string; start: string }>(
    `select sequencename as name, start_value as start from pg_sequences where schemaname = 'public' order by sequencename`,
  );
  const sequences: Manifest['sequences'] = [];
  for (const { name, start } of rows) {
    const at = await client.query<{ last: string; called: boolean }>(`select last_value as last, is_called as called from ${client.escapeIdentifier(name)}`);
    sequences.push({ name, start: Number(start), last: Number(at.rows[0]?.last), isCalled: at.rows[0]?.called ?? false });
  }
  return sequences;
}

/** Jobs not done yet; one that is being done counts as to do, since the restored database has nobody who does it. */
export async function readJobs(client: Client): Promise<Manifest['jobs']> {
  const { rows: found } = await client.query<{ there: boolean }>(`select to_regclass('pgboss.job') is not null as there`);
  if (found[0]?.there !== true) return [];
  const { rows } = await client.query<{ name: string; data: Record<string, unknown> | null; start_after: Date }>(
    `select name, data, start_after from pgboss.job where state in ('created', 'retry', 'active') and name !~ '^__pgboss' order by created_on, id`,
  );
  return rows.map(({ name, data, start_after }) => ({ name, data: data ?? {}, startAt: start_after.toISOString() }));
}

export async function readApplied(client: Client): Promise<Manifest['migrations']> {
  const { rows: found } = await client.query<{ there: boolean }>(`select to_regclass('public.schema_migrations') is not null as there`);
  if (found[0]?.there !== true) return [];
  const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from schema_migrations order by name');
  return rows;
}
