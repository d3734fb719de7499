// Everything that was kept, in pages: what verifying reads.
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../../db/tables.ts';

type Db = Kysely<Tables>;

export type KeptText = { readonly orderId: string; readonly revision: number; readonly text: string; readonly sha256: Buffer };

/** Every revision or decision of the installation, in pages by account and order: what verifying reads. */
export async function* walkKept(db: Db, table: 'estimate_revisions' | 'estimate_decisions'): AsyncGenerator<KeptText & { readonly accountId: string }> {
  const key = table === 'estimate_revisions' ? sql`revision::text` : sql`id::text`;
  let after = ['', '', ''] as const satisfies readonly string[] as readonly [string, string, string];
  for (;;) {
    const { rows } = await sql<KeptText & { accountId: string; key: string }>`
      select account_id "accountId", order_id "orderId", revision, content "text", sha256, ${key} "key" from ${sql.table(table)}
      where (account_id::text, order_id::text, ${key}) > (${after[0]}, ${after[1]}, ${after[2]})
      order by account_id::text, order_id::text, ${key} limit 500`.execute(db);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined) return;
    after = [last.accountId, last.orderId, last.key];
  }
}

export type KeptFile = { readonly accountId: string; readonly orderId: string; readonly revision: number; readonly hash: string };

/** Every PDF of estimates and acceptances of the installation, in pages: what verifying reads. */
export async function* walkKeptFiles(db: Db): AsyncGenerator<KeptFile> {
  let after = ['', ''] as const satisfies readonly string[] as readonly [string, string];
  for (;;) {
    const { rows } = await sql<KeptFile & { fileId: string }>`
      select * from (
        select d.account_id "accountId", d.order_id "orderId", d.revision, encode(f.sha256, 'hex') hash, f.id "fileId" from estimate_documents d
        join files f on f.account_id = d.account_id and f.id = d.file_id
        union all
        select c.account_id, d.order_id, d.revision, encode(f.sha256, 'hex'), f.id from estimate_certificates c
        join estimate_decisions d on d.account_id = c.account_id and d.id = c.decision_id
        join files f on f.account_id = c.account_id and f.id = c.file_id) kept
      where ("accountId"::text, "fileId"::text) > (${after[0]}, ${after[1]}) order by "accountId"::text, "fileId"::text limit 500`.execute(db);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined) return;
    after = [last.accountId, last.fileId];
  }
}

export type Missing = Pick<KeptText, 'orderId' | 'revision'> & { readonly accountId: string; readonly what: 'revision' | 'decision' };

/**
 * What must be there and is not: a number below the newest revision of an order, or that one itself, and the decision that a revision
 * has its status by.
 */
export async function listMissing(db: Db): Promise<readonly Missing[]> {
  const { rows } = await sql<Missing>`
    with newest (account_id, order_id, revision) as (
      select account_id, order_id, max(revision) from (
        select account_id, order_id, revision from estimate_revisions
        union all select account_id, id, estimate_revision from orders where estimate_revision is not null
      ) known group by account_id, order_id
    )
    select n.account_id "accountId", n.order_id "orderId", number revision, 'revision' what
    from newest n cross join generate_series(1, n.revision) number
    where not exists (select from estimate_revisions r where r.account_id = n.account_id and r.order_id = n.order_id and r.revision = number)
    union all
    select r.account_id, r.order_id, r.revision, 'decision' from estimate_revisions r
    where r.status in ('accepted', 'accepted_in_part', 'declined', 'changes_requested') and not exists (
      select from estimate_decisions d
      where d.account_id = r.account_id and d.order_id = r.order_id and d.revision = r.revision and d.kind = r.status)
    order by 1, 2, 3`.execute(db);
  return rows;
}
