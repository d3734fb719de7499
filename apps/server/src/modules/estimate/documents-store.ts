import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../db/tables.ts';
import type { AccountScope } from '../context.ts';
import type { FileRow } from '../file/queries.ts';

type Db = Kysely<Tables>;
type Revision = { readonly orderId: string; readonly revision: number };

/** The document that was drawn of this very content, if one was. An unreleased revision may have been written anew since. */
export async function findDocument(db: Db, scope: AccountScope, { orderId, revision }: Revision, contentSha256: Buffer): Promise<FileRow | undefined> {
  const { rows } = await sql<FileRow>`
    select f.id, f.account_id "accountId", encode(f.sha256, 'hex') hash, f.bytes, f.media_type "mediaType", f.name, f.width, f.height,
      f.created_by "createdBy", f.created_at "createdAt"
    from estimate_documents d join files f on f.account_id = d.account_id and f.id = d.file_id
    where d.account_id = ${scope.accountId} and d.order_id = ${orderId} and d.revision = ${revision} and d.content_sha256 = ${contentSha256}`.execute(db);
  return rows[0];
}

/** Notes the document of a revision; one of other content gives way. */
export async function saveDocument(
  db: Db,
  scope: AccountScope,
  document: Revision & { readonly fileId: string; readonly contentSha256: Buffer; readonly madeAt: Date },
): Promise<void> {
  const { orderId, revision, fileId, contentSha256, madeAt } = document;
  await sql`insert into estimate_documents (account_id, order_id, revision, file_id, content_sha256, made_at)
    values (${scope.accountId}, ${orderId}, ${revision}, ${fileId}, ${contentSha256}, ${madeAt})
    on conflict (account_id, order_id, revision) do update
      set file_id = excluded.file_id, content_sha256 = excluded.content_sha256, made_at = excluded.made_at`.execute(db);
}

/** That somebody fetched it by a link. */
export async function recordDownload(db: Db, scope: AccountScope, { orderId, revision }: Revision, linkId: string, at: Date): Promise<void> {
  await sql`insert into estimate_facts (account_id, order_id, revision, kind, link_id, at)
    values (${scope.accountId}, ${orderId}, ${revision}, 'downloaded', ${linkId}, ${at})`.execute(db);
}
