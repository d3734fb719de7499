import type { BulkChange } from '@backdesk/contract/catalog/bulk-edit.ts';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Tables } from '../../../db/tables.ts';
import type { AccountScope } from '../../context.ts';
import { Problem } from '../../problem.ts';
import type { BulkDone } from '../bulk-undo.ts';

export type BulkEditRow = {
  readonly id: string;
  readonly change: BulkChange;
  /** The edit that this one takes back, or (not takesBack) makes again. */
  readonly undoes: string | null;
  readonly takesBack: boolean;
  readonly isUndone: boolean;
  /** Which products it changed is known. */
  readonly isUndoable: boolean;
  readonly count: number;
  readonly done: number;
  readonly changed: number;
  readonly left: number;
  readonly createdBy: string;
  readonly createdName: string;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
};

type Db = Kysely<Tables>;

export async function getBulkEdit(db: Db, scope: AccountScope, id: string): Promise<BulkEditRow> {
  const [row] = await readEdits(db, scope, sql`where e.account_id = ${scope.accountId} and e.id = ${id}`);
  if (row === undefined) throw new Problem('not_found');
  return row;
}

/** The newest first. */
export function listBulkEdits(db: Db, scope: AccountScope, limit: number): Promise<readonly BulkEditRow[]> {
  return readEdits(db, scope, sql`where e.account_id = ${scope.accountId} order by e.created_at desc, e.id desc limit ${limit}`);
}

async function readEdits(db: Db, scope: AccountScope, which: RawBuilder<unknown>): Promise<readonly BulkEditRow[]> {
  const ofEdit = sql`from bulk_edit_products p where p.account_id = ${scope.accountId} and p.bulk_edit_id = e.id`;
  const { rows } = await sql<BulkEditRow>`
    select e.id, e.change, e.undoes, e.takes_back as "takesBack", cardinality(e.product_ids) as count, e.done, e.changed,
      (select count(*)::integer ${ofEdit} and p.is_left) as left,
      exists (select ${ofEdit} and p.version is not null) as "isUndoable",
      exists (select from bulk_edits u where u.account_id = ${scope.accountId} and u.undoes = e.id) as "isUndone",
      e.created_by as "createdBy", e.created_name as "createdName", e.created_at as "createdAt", e.finished_at as "finishedAt"
    from bulk_edits e ${which}`.execute(db);
  return rows;
}

export type LeftProduct = {
  readonly productId: string;
  readonly code: string;
  readonly name: string;
  readonly isDeleted: boolean;
  readonly changedBy: string | null;
  readonly changedAt: Date | null;
};

/** The first products that an undo left as they are, with who changed them last. */
export async function listLeftProducts(db: Db, { accountId }: AccountScope, id: string, limit: number): Promise<readonly LeftProduct[]> {
  const { rows } = await sql<LeftProduct>`
    select p.id as "productId", p.code, p.name, p.deleted_at is not null as "isDeleted", e.actor_name as "changedBy", e.at as "changedAt"
    from bulk_edit_products b
    join products p on p.account_id = b.account_id and p.id = b.product_id
    left join lateral (
      select e.actor_name, e.at from events e where e.account_id = b.account_id and e.subject_id = b.product_id order by e.version desc, e.index desc limit 1
    ) e on true
    where b.account_id = ${accountId} and b.bulk_edit_id = ${id} and b.is_left
    order by lower(p.name), p.id limit ${limit}`.execute(db);
  return rows;
}

/** The products that an edit changed, in the order it did. */
export async function listBulkChanged(db: Db, { accountId }: AccountScope, id: string): Promise<readonly string[]> {
  const { rows } = await sql<{ product_id: string }>`
    select b.product_id from bulk_edits e, unnest(e.product_ids) with ordinality as i (id, place), bulk_edit_products b
    where e.account_id = ${accountId} and e.id = ${id}
      and b.account_id = e.account_id and b.bulk_edit_id = e.id and b.product_id = i.id and b.version is not null
    order by i.place`.execute(db);
  return rows.map(({ product_id: productId }) => productId);
}

/** What an edit did to these products, by their events of then. */
export async function loadBulkDone(db: Db, { accountId }: AccountScope, id: string, productIds: readonly string[]): Promise<ReadonlyMap<string, BulkDone>> {
  const { rows } = await sql<BulkDone>`
    select b.product_id as "productId", b.version, b.marked, json_agg(json_build_object('data', e.data) order by e.index) as events
    from bulk_edit_products b
    join events e on e.account_id = b.account_id and e.subject_id = b.product_id and e.version = b.version
    where b.account_id = ${accountId} and b.bulk_edit_id = ${id} and b.product_id = any(${productIds}::uuid[]) and b.version is not null
    group by b.product_id, b.version, b.marked`.execute(db);
  return new Map(rows.map((row) => [row.productId, row]));
}
