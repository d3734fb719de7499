import type { BulkChange } from '@backdesk/contract/catalog/bulk-edit.ts';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../../db/tables.ts';
import type { AccountScope } from '../../context.ts';
import { Problem } from '../../problem.ts';

export type BulkEditRow = {
  readonly id: string;
  readonly change: BulkChange;
  readonly count: number;
  readonly done: number;
  readonly changed: number;
  readonly createdBy: string;
  readonly createdName: string;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
};

export async function getBulkEdit(db: Kysely<Tables>, { accountId }: AccountScope, id: string): Promise<BulkEditRow> {
  const { rows } = await sql<BulkEditRow>`
    select id, change, cardinality(product_ids) as count, done, changed, created_by as "createdBy", created_name as "createdName",
      created_at as "createdAt", finished_at as "finishedAt"
    from bulk_edits where account_id = ${accountId} and id = ${id}`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Problem('not_found');
  return row;
}
