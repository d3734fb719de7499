// What was drawn of revisions and acceptances, and whose a file is.
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../../db/tables.ts';
import type { AccountScope } from '../../context.ts';
import { type FileRow, fileColumns } from '../../file/queries.ts';

type Db = Kysely<Tables>;

/** Hashes of what was drawn of a revision, hex. */
export type Papers = { readonly document: string | null; readonly certificate: string | null };

/** Of the papers `d` the one that prints the day on which the revision ends by now: those of before it was extended stay, and are not handed out. */
const asItStands = sql`join estimate_revisions e
  on e.account_id = d.account_id and e.order_id = d.order_id and e.revision = d.revision and e.valid_until = d.valid_until`;

export async function findPapers(
  db: Db,
  scope: AccountScope,
  { orderId, revision }: { readonly orderId: string; readonly revision: number },
  contentSha256: Buffer,
): Promise<Papers> {
  const { rows } = await sql<Papers>`
    select
      (select encode(f.sha256, 'hex') from estimate_documents d join files f on f.account_id = d.account_id and f.id = d.file_id
        ${asItStands}
        where d.account_id = ${scope.accountId} and d.order_id = ${orderId} and d.revision = ${revision} and d.content_sha256 = ${contentSha256}) "document",
      (select encode(f.sha256, 'hex') from estimate_decisions d
        join estimate_certificates c on c.account_id = d.account_id and c.decision_id = d.id
        join files f on f.account_id = c.account_id and f.id = c.file_id
        where d.account_id = ${scope.accountId} and d.order_id = ${orderId} and d.revision = ${revision}) "certificate" `.execute(db);
  return rows[0] ?? { document: null, certificate: null };
}

/** The document that was drawn of this very content with the day it ends by now, if one was. An unreleased revision may have been written anew since. */
export async function findDocument(
  db: Db,
  scope: AccountScope,
  { orderId, revision }: { readonly orderId: string; readonly revision: number },
  contentSha256: Buffer,
): Promise<FileRow | undefined> {
  const { rows } = await sql<FileRow>`
    select ${fileColumns}
    from estimate_documents d join files f on f.account_id = d.account_id and f.id = d.file_id
    ${asItStands}
    where d.account_id = ${scope.accountId} and d.order_id = ${orderId} and d.revision = ${revision} and d.content_sha256 = ${contentSha256}`.execute(db);
  return rows[0];
}

/** The certificate of an acceptance, if it was drawn. */
export async function findCertificate(db: Db, scope: AccountScope, decisionId: string): Promise<FileRow | undefined> {
  const { rows } = await sql<FileRow>`
    select ${fileColumns} from estimate_certificates c join files f on f.account_id = c.account_id and f.id = c.file_id
    where c.account_id = ${scope.accountId} and c.decision_id = ${decisionId}`.execute(db);
  return rows[0];
}

type Sealed = { readonly text: string; readonly sha256: Buffer };

export type KeptAcceptance = { readonly decision: Sealed; readonly revision: Sealed };

/** The acceptance whose certificate has these bytes, in any account, with the revision it is about. */
export async function findDecisionOfFile(db: Db, fileSha256: Buffer): Promise<KeptAcceptance | undefined> {
  const { rows } = await sql<{ decisionText: string; decisionSha256: Buffer; revisionText: string; revisionSha256: Buffer }>`
    select d.content "decisionText", d.sha256 "decisionSha256", r.content "revisionText", r.sha256 "revisionSha256" from files f
    join estimate_certificates c on c.account_id = f.account_id and c.file_id = f.id
    join estimate_decisions d on d.account_id = c.account_id and d.id = c.decision_id
    join estimate_revisions r on r.account_id = d.account_id and r.order_id = d.order_id and r.revision = d.revision
    where f.sha256 = ${fileSha256} limit 1`.execute(db);
  const [row] = rows;
  if (row === undefined) return undefined;
  return { decision: { text: row.decisionText, sha256: row.decisionSha256 }, revision: { text: row.revisionText, sha256: row.revisionSha256 } };
}

export type KeptDocument = {
  readonly number: number;
  readonly revision: number;
  readonly sealed: Sealed;
  /** Hash of the content it was drawn of. */
  readonly drawnOf: Buffer;
};

/** Which estimate these bytes are the PDF of, in any account. */
export async function findRevisionOfDocument(db: Db, fileSha256: Buffer): Promise<KeptDocument | undefined> {
  const { rows } = await sql<Sealed & { number: number; revision: number; drawnOf: Buffer }>`
    select o.number, r.revision, r.content "text", r.sha256, d.content_sha256 "drawnOf" from files f
    join estimate_documents d on d.account_id = f.account_id and d.file_id = f.id
    join estimate_revisions r on r.account_id = d.account_id and r.order_id = d.order_id and r.revision = d.revision
    join orders o on o.account_id = r.account_id and o.id = r.order_id
    where f.sha256 = ${fileSha256} limit 1`.execute(db);
  const [row] = rows;
  if (row === undefined) return undefined;
  const { number, revision, text, sha256, drawnOf } = row;
  return { number, revision, sealed: { text, sha256 }, drawnOf };
}
