import type { ImportRun } from '@backdesk/contract/import/schema.ts';
import type { Mapping } from '@backdesk/domain/customer/import-columns.ts';
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Tables } from '../../../db/tables.ts';
import type { AccountScope, CommandContext } from '../../context.ts';
import { actorKey } from '../../context.ts';
import type { Counts } from '../counts.ts';
import type { FileHead } from '../file-head.ts';
import type { Notice, RefusedCells } from '../notice.ts';

type Db = Kysely<Tables>;

export type NewImport = FileHead & {
  readonly id: string;
  readonly kind: 'products' | 'customers';
  readonly fileName: string;
  readonly overwrite: boolean;
  readonly dryRun: boolean;
  readonly mapping: Mapping | null;
  /** null: not counted. */
  readonly rowsTotal: number | null;
  /** Required custom fields of customers that no column fills. */
  readonly unfilledFields: ImportRun['unfilledFields'];
};

export async function insertImport({ tx, scope, actor, now }: CommandContext, run: NewImport): Promise<void> {
  const layout = run.kind === 'products' && run.mapping === null ? 'shopify' : 'columns';
  await sql`
    insert into imports (account_id, id, kind, layout, file_name, state, overwrite, dry_run, mapping, heading, delimiter, rows_total, unfilled_fields, created_by,
      created_at, touched_at)
    values (${scope.accountId}, ${run.id}, ${run.kind}, ${layout}, ${run.fileName}, 'running', ${run.overwrite}, ${run.dryRun},
      ${run.mapping === null ? null : JSON.stringify(run.mapping)}::jsonb, ${run.heading}::text[], ${run.delimiter}, ${run.rowsTotal},
      ${JSON.stringify(run.unfilledFields)}::jsonb, ${actorKey(actor)}, ${now}, ${now})`.execute(tx);
}

/** Keeps the file, piece by piece. */
export async function keepFile({ tx, scope }: CommandContext, importId: string, pieces: AsyncIterable<string>): Promise<void> {
  let part = 0;
  for await (const content of pieces) {
    await sql`insert into import_files (account_id, import_id, part, content) values (${scope.accountId}, ${importId}, ${part}, ${content})`.execute(tx);
    part += 1;
  }
}

/** Imports of an account take turns, batch by batch, so that two never make the same product or SKU. */
export async function takeTurn({ tx, scope }: CommandContext): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`import ${scope.accountId}`}, 0))`.execute(tx);
}

/** How far the run has come, locked until the batch commits; undefined when it runs no more. */
export async function lockProgress(
  { tx, scope }: CommandContext,
  importId: string,
): Promise<{ readonly rowsRead: number; readonly notices: number } | undefined> {
  const { rows } = await sql<{ rowsRead: number; notices: number }>`
    select i.rows_read as "rowsRead",
      (select coalesce(max(n.ordinal), 0) from import_notices n where n.account_id = i.account_id and n.import_id = i.id) as notices
    from imports i where i.account_id = ${scope.accountId} and i.id = ${importId} and i.state = 'running' for update`.execute(tx);
  return rows[0];
}

export async function addProgress({ tx, scope, now }: CommandContext, importId: string, counts: Counts): Promise<void> {
  const { rowsRead, rowsRefused, valuesKept, products, variants, customers } = counts;
  await sql`
    update imports set rows_read = rows_read + ${rowsRead}, rows_refused = rows_refused + ${rowsRefused}, values_kept = values_kept + ${valuesKept},
      customers_created = customers_created + ${customers.created}, customers_updated = customers_updated + ${customers.updated},
      customers_unchanged = customers_unchanged + ${customers.unchanged},
      products_created = products_created + ${products.created}, products_updated = products_updated + ${products.updated},
      products_unchanged = products_unchanged + ${products.unchanged}, variants_created = variants_created + ${variants.created},
      variants_updated = variants_updated + ${variants.updated}, variants_unchanged = variants_unchanged + ${variants.unchanged}, touched_at = ${now}
    where account_id = ${scope.accountId} and id = ${importId}`.execute(tx);
}

export async function addNotices(
  { tx, scope }: CommandContext,
  importId: string,
  { after, notices }: { readonly after: number; readonly notices: readonly Notice[] },
): Promise<void> {
  if (notices.length === 0) return;
  const rows = notices.map((notice, index) => ({ ...notice, ordinal: after + index + 1 }));
  await sql`
    insert into import_notices (account_id, import_id, ordinal, kind, row_number, column_name, value, reason)
    select ${scope.accountId}, ${importId}, n.ordinal, n.kind, n."row", n."column", n.value, n.reason
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (ordinal integer, kind text, "row" integer, "column" text, value text, reason text)`.execute(
    tx,
  );
}

export async function addRefusedRows({ tx, scope }: CommandContext, importId: string, rows: readonly RefusedCells[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into import_refused_rows (account_id, import_id, row_number, cells, reason)
    select ${scope.accountId}, ${importId}, r."row", r.cells, r.reason
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r ("row" integer, cells text[], reason text)`.execute(tx);
}

/** A dry run that was cut off is begun anew: what it had said of the rows goes. */
export async function forgetProgress(db: Db, scope: AccountScope, importId: string): Promise<void> {
  await sql`
    with notices as (delete from import_notices where account_id = ${scope.accountId} and import_id = ${importId}),
      refused as (delete from import_refused_rows where account_id = ${scope.accountId} and import_id = ${importId})
    update imports set rows_read = 0, rows_refused = 0, values_kept = 0, products_created = 0, products_updated = 0, products_unchanged = 0,
      variants_created = 0, variants_updated = 0, variants_unchanged = 0
    where account_id = ${scope.accountId} and id = ${importId} and state = 'running' and dry_run`.execute(db);
}

/** Ends a run on a person's word; what it has taken in stays. The lock waits for the batch that is being taken in. */
export async function cancelRun({ tx, scope, now }: CommandContext, id: string): Promise<void> {
  await sql`
    with ended as (update imports set state = 'canceled', finished_at = ${now}
      where account_id = ${scope.accountId} and id = ${id} and state = 'running' returning id)
    delete from import_files f using ended where f.account_id = ${scope.accountId} and f.import_id = ended.id`.execute(tx);
}

/** Ends a run; its file goes. */
export async function finishImport(
  db: Db,
  scope: AccountScope,
  { id, error, now }: { readonly id: string; readonly error: string | null; readonly now: Date },
): Promise<void> {
  const state = error === null ? 'done' : 'failed';
  await sql`
    with ended as (update imports set state = ${state}, error = ${error}, finished_at = ${now}
      where account_id = ${scope.accountId} and id = ${id} and state = 'running')
    delete from import_files where account_id = ${scope.accountId} and import_id = ${id}`.execute(db);
}

/** Runs that stand still and have no file to go on with died with the command line that ran them. */
export async function failAbandoned(db: Db, scope: AccountScope, now: Date): Promise<void> {
  await sql`
    update imports i set state = 'failed', error = 'The process that ran it ended before it was done.', finished_at = ${now}
    where i.account_id = ${scope.accountId} and i.state = 'running' and i.touched_at < ${now}::timestamptz - interval '5 minutes'
      and not exists (select 1 from import_files f where f.account_id = i.account_id and f.import_id = i.id)`.execute(db);
}
