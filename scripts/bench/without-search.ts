// Search indexes are made quicker than they are kept: while very many rows come in they are away.
import type { Client } from 'pg';

/** Does the work without the trigram indexes of these tables, and makes them again. Nobody else should look for anything meanwhile. */
export async function withoutSearch<T>(client: Client, tables: readonly string[], work: () => Promise<T>): Promise<T> {
  const { rows } = await client.query<{ readonly name: string; readonly definition: string }>(
    `select quote_ident(indexname) as name, indexdef as definition from pg_indexes where schemaname = 'public' and tablename = any($1) and indexdef like '%USING gin%'`,
    [tables],
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  const result = await work();
  for (const { definition } of rows) await client.query(definition);
  return result;
}
