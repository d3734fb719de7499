// `--statements`: what our server sent to the database while an operation ran. Many statements a request, or one that is
// slow, is what makes systems of this kind crawl; a ratio alone does not say which.
import type { Client } from 'pg';

export const statementSettings = {
  shared_preload_libraries: 'pg_stat_statements',
  'pg_stat_statements.track': 'top',
  'pg_stat_statements.track_planning': 'on',
};

export async function startCounting(client: Client): Promise<void> {
  await client.query('create extension if not exists pg_stat_statements');
  await client.query('select pg_stat_statements_reset()');
}

type Statement = {
  readonly calls: number;
  readonly mean: number;
  readonly total: number;
  readonly plans: number;
  readonly planning: number;
  readonly query: string;
};

/** Statements a request and the dearest of them, by the time they took in all. */
export async function describeStatements(client: Client, requests: number): Promise<string> {
  const { rows } = await client.query<Statement>(
    `select calls::int, mean_exec_time as mean, total_exec_time as total, plans::int, total_plan_time as planning, regexp_replace(query, '\\s+', ' ', 'g') as query
     from pg_stat_statements where query not like '%pg_stat_statements%' and query not like 'vacuum%' order by total_exec_time + total_plan_time desc`,
  );
  const all = rows.reduce((sum, row) => sum + row.calls, 0);
  const spent = rows.reduce((sum, row) => sum + row.total, 0);
  const planned = rows.reduce((sum, row) => sum + row.planning, 0);
  const lines = rows
    .slice(0, 14)
    .map(
      (row) =>
        `  ${(row.calls / requests).toFixed(1).padStart(5)} × ${row.mean.toFixed(2).padStart(7)} ms, planned ${(row.plans / requests).toFixed(2)} × ${(row.planning / Math.max(1, row.plans)).toFixed(2).padStart(5)} ms  ${row.query.slice(0, 140)}`,
    );
  return [
    `  ${(all / requests).toFixed(1)} statements and ${(spent / requests).toFixed(2)} ms of them a request, ${(planned / requests).toFixed(2)} ms to plan them`,
    ...lines,
  ].join('\n');
}
