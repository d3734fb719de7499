import type { KeptDecision } from '@backdesk/contract/estimate/decision.ts';
import type { FrozenEstimate } from '@backdesk/contract/estimate/frozen.ts';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../db/tables.ts';
import type { AccountScope } from '../context.ts';
import { type FileRow, fileColumns } from '../file/queries.ts';
import { Problem } from '../problem.ts';

type Db = Kysely<Tables>;

export type RevisionRow = {
  readonly revision: number;
  readonly status: 'open' | 'changes_requested' | 'accepted' | 'accepted_in_part' | 'declined' | 'withdrawn' | 'superseded';
  readonly expiresAt: Date;
  readonly releasedAt: Date | null;
  readonly withdrawnAt: Date | null;
  /** As extended; the content says what it was when it was frozen. */
  readonly validUntil: string;
  readonly content: FrozenEstimate;
  readonly text: string;
  readonly sha256: Buffer;
};

const columns = ['revision', 'status', 'content', 'sha256', 'expires_at', 'valid_until', 'released_at', 'withdrawn_at'] as const;
const linkedColumns = ['r.revision', 'r.status', 'r.content', 'r.sha256', 'r.expires_at', 'r.valid_until', 'r.released_at', 'r.withdrawn_at'] as const;
type Row = Pick<RevisionRow, 'revision' | 'status' | 'sha256'> & {
  readonly content: string;
  readonly expires_at: Date;
  readonly valid_until: string;
  readonly released_at: Date | null;
  readonly withdrawn_at: Date | null;
};

const revisionOf = (row: Row): RevisionRow => ({
  revision: row.revision,
  status: row.status,
  expiresAt: row.expires_at,
  releasedAt: row.released_at,
  withdrawnAt: row.withdrawn_at,
  validUntil: row.valid_until,
  text: row.content,
  content: JSON.parse(row.content) as FrozenEstimate,
  sha256: row.sha256,
});

/** One revision with what it froze. */
export async function findRevision(db: Db, scope: AccountScope, orderId: string, revision: number): Promise<RevisionRow | undefined> {
  const row = await db
    .selectFrom('estimate_revisions')
    .select(columns)
    .where('account_id', '=', scope.accountId)
    .where('order_id', '=', orderId)
    .where('revision', '=', revision)
    .executeTakeFirst();
  return row === undefined ? undefined : revisionOf(row);
}

/** A revision of an order that is there; of a deleted one nothing is read. */
export async function findReadableRevision(db: Db, scope: AccountScope, orderId: string, revision: number): Promise<RevisionRow | undefined> {
  const row = await db
    .selectFrom('estimate_revisions as r')
    .innerJoin('orders as o', (join) => join.onRef('o.account_id', '=', 'r.account_id').onRef('o.id', '=', 'r.order_id'))
    .select(linkedColumns)
    .where('r.account_id', '=', scope.accountId)
    .where('r.order_id', '=', orderId)
    .where('r.revision', '=', revision)
    .where('o.deleted_at', 'is', null)
    .executeTakeFirst();
  return row === undefined ? undefined : revisionOf(row);
}

export type LinkedRevision = RevisionRow & { readonly orderId: string };

/** What a link shows: the newest revision that was released. A newer one that staff have not sent yet is not the customer's. */
export async function findRevisionByLink(db: Db, scope: AccountScope, linkId: string): Promise<LinkedRevision | undefined> {
  const row = await db
    .selectFrom('estimate_links as l')
    .innerJoin('estimate_revisions as r', (join) => join.onRef('r.account_id', '=', 'l.account_id').onRef('r.order_id', '=', 'l.order_id'))
    .select(['r.order_id', ...linkedColumns])
    .where('l.account_id', '=', scope.accountId)
    .where('l.id', '=', linkId)
    .where('r.released_at', 'is not', null)
    .orderBy('r.revision', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? undefined : { ...revisionOf(row), orderId: row.order_id };
}

/** A revision of the order that a link opens, if it was ever released. */
export async function findReleasedByLink(db: Db, scope: AccountScope, linkId: string, revision: number): Promise<LinkedRevision | undefined> {
  const row = await db
    .selectFrom('estimate_links as l')
    .innerJoin('estimate_revisions as r', (join) => join.onRef('r.account_id', '=', 'l.account_id').onRef('r.order_id', '=', 'l.order_id'))
    .select(['r.order_id', ...linkedColumns])
    .where('l.account_id', '=', scope.accountId)
    .where('l.id', '=', linkId)
    .where('r.revision', '=', revision)
    .where('r.released_at', 'is not', null)
    .executeTakeFirst();
  return row === undefined ? undefined : { ...revisionOf(row), orderId: row.order_id };
}

export type EarlierRevision = Pick<RevisionRow, 'revision' | 'status'> & { readonly totalAmount: number; readonly currency: string; readonly issuedAt: Date };

/** The revisions before one that were out, newest first. */
export async function listEarlier(db: Db, scope: AccountScope, { orderId, revision }: LinkedRevision): Promise<readonly EarlierRevision[]> {
  return db
    .selectFrom('estimate_revisions')
    .select(['revision', 'status', 'total_amount as totalAmount', 'currency', 'issued_at as issuedAt'])
    .where('account_id', '=', scope.accountId)
    .where('order_id', '=', orderId)
    .where('revision', '<', revision)
    .where('released_at', 'is not', null)
    .orderBy('revision', 'desc')
    .execute();
}

/** An older revision that was read by a link, when it was read last. */
export type SeenRevision = { readonly revision: number; readonly at: Date; readonly content: FrozenEstimate };

/** The newest revision before this one that the link's visitor looked at or downloaded; undefined: none. */
export async function findSeenBefore(db: Db, scope: AccountScope, linkId: string, { orderId, revision }: LinkedRevision): Promise<SeenRevision | undefined> {
  const row = await db
    .selectFrom('estimate_facts as f')
    .innerJoin('estimate_revisions as r', (join) =>
      join.onRef('r.account_id', '=', 'f.account_id').onRef('r.order_id', '=', 'f.order_id').onRef('r.revision', '=', 'f.revision'),
    )
    .select(['r.revision', 'r.content', 'f.at'])
    .where('f.account_id', '=', scope.accountId)
    .where('f.order_id', '=', orderId)
    .where('f.link_id', '=', linkId)
    .where('f.kind', 'in', ['viewed', 'downloaded'])
    .where('f.revision', '<', revision)
    .orderBy('f.revision', 'desc')
    .orderBy('f.at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? undefined : { ...row, content: JSON.parse(row.content) as FrozenEstimate };
}

export type LinkRow = { readonly id: string; readonly generation: number; readonly revokedAt: Date | null };

/** The link of a recipient ('' is the one to copy), unless it was never made. */
export async function findLink(db: Db, scope: AccountScope, orderId: string, recipient: string): Promise<LinkRow | undefined> {
  return db
    .selectFrom('estimate_links')
    .select(['id', 'generation', 'revoked_at as revokedAt'])
    .where('account_id', '=', scope.accountId)
    .where('order_id', '=', orderId)
    .where((eb) => eb(eb.fn<string>('lower', ['recipient']), '=', recipient.toLowerCase()))
    .executeTakeFirst();
}

export type EstimateLinkRow = {
  readonly id: string;
  readonly recipient: string;
  readonly createdAt: Date;
  readonly revokedAt: Date | null;
  readonly revokedBy: string | null;
  readonly endedCount: number;
  readonly lastViewedAt: Date | null;
  readonly lastViewedRevision: number | null;
  readonly viewCount: number;
};

/** The links of an order that is there, the oldest first. */
export async function getLinks(db: Db, scope: AccountScope, orderId: string): Promise<readonly EstimateLinkRow[]> {
  const { rows } = await sql<EstimateLinkRow & { readonly id: string | null }>`
    select l.id, l.recipient, l.created_at "createdAt", l.revoked_at "revokedAt", e.revoked_by_name "revokedBy", coalesce(e.generation, 0) "endedCount",
      l.last_viewed_at "lastViewedAt", l.last_viewed_revision "lastViewedRevision", l.view_count "viewCount"
    from orders o
    left join estimate_links l on l.account_id = o.account_id and l.order_id = o.id
    left join ended_estimate_links e on e.account_id = l.account_id and e.link_id = l.id and e.generation = l.generation - 1
    where o.account_id = ${scope.accountId} and o.id = ${orderId} and o.deleted_at is null
    order by l.created_at, l.id`.execute(db);
  if (rows.length === 0) throw new Problem('not_found');
  return rows.filter(({ id }) => id !== null);
}

export type LinkOfOrder = LinkRow & { readonly orderId: string; readonly recipient: string };

/** A link of an order that is there; undefined: no such link. */
export async function findLinkById(db: Db, scope: AccountScope, id: string): Promise<LinkOfOrder | undefined> {
  const { rows } = await sql<LinkOfOrder>`
    select l.id, l.generation, l.revoked_at "revokedAt", l.order_id "orderId", l.recipient
    from estimate_links l join orders o on o.account_id = l.account_id and o.id = l.order_id and o.deleted_at is null
    where l.account_id = ${scope.accountId} and l.id = ${id}`.execute(db);
  return rows[0];
}

/** The order a link opens; the link was found to be good when the request came in. */
export async function getOrderIdByLink(db: Db, scope: AccountScope, linkId: string): Promise<string> {
  const row = await db
    .selectFrom('estimate_links')
    .select('order_id')
    .where('account_id', '=', scope.accountId)
    .where('id', '=', linkId)
    .executeTakeFirstOrThrow();
  return row.order_id;
}

/** Hashes of what was drawn of a revision, hex. */
export type Papers = { readonly document: string | null; readonly certificate: string | null };

/** A revision with what was decided about it, and what was drawn of it. */
export type ReadRevision = { readonly revision: RevisionRow; readonly decisions: readonly DecisionRow[]; readonly papers: Papers };

/** The decisions about a revision and its papers: what is read beside it. */
export async function readBeside(db: Db, scope: AccountScope, orderId: string, revision: RevisionRow): Promise<ReadRevision> {
  const [decisions, papers] = await Promise.all([
    listDecisions(db, scope, orderId, revision.revision),
    findPapers(db, scope, { orderId, revision: revision.revision }, revision.sha256),
  ]);
  return { revision, decisions, papers };
}

async function findPapers(
  db: Db,
  scope: AccountScope,
  { orderId, revision }: { readonly orderId: string; readonly revision: number },
  contentSha256: Buffer,
): Promise<Papers> {
  const { rows } = await sql<Papers>`
    select
      (select encode(f.sha256, 'hex') from estimate_documents d join files f on f.account_id = d.account_id and f.id = d.file_id
        where d.account_id = ${scope.accountId} and d.order_id = ${orderId} and d.revision = ${revision} and d.content_sha256 = ${contentSha256}) "document",
      (select encode(f.sha256, 'hex') from estimate_decisions d
        join estimate_certificates c on c.account_id = d.account_id and c.decision_id = d.id
        join files f on f.account_id = c.account_id and f.id = c.file_id
        where d.account_id = ${scope.accountId} and d.order_id = ${orderId} and d.revision = ${revision}) "certificate" `.execute(db);
  return rows[0] ?? { document: null, certificate: null };
}

/** The newest one, with those before it and what the visitor saw last. */
export type ShownEstimate = ReadRevision & { readonly earlier: readonly EarlierRevision[]; readonly seen: SeenRevision | undefined };

export type DecisionRow = { readonly id: string; readonly content: KeptDecision; readonly text: string; readonly sha256: Buffer };

/** What was decided about a revision, oldest first. */
export async function listDecisions(db: Db, scope: AccountScope, orderId: string, revision: number): Promise<readonly DecisionRow[]> {
  const rows = await db
    .selectFrom('estimate_decisions')
    .select(['id', 'content', 'sha256'])
    .where('account_id', '=', scope.accountId)
    .where('order_id', '=', orderId)
    .where('revision', '=', revision)
    .orderBy('decided_at')
    .orderBy('id')
    .execute();
  return rows.map(({ id, content, sha256 }) => ({ id, content: JSON.parse(content) as KeptDecision, text: content, sha256 }));
}

/** Whom a decision is told: the order's owner, else who made it; null when neither is of the staff. */
export async function findOwnerEmail(db: Db, scope: AccountScope, orderId: string): Promise<string | null> {
  const row = await db
    .selectFrom('orders as o')
    .innerJoin('staff as s', (join) =>
      join.on((eb) => eb('s.id', '=', eb.fn.coalesce('o.owner_staff_id', sql<string>`substring(o.created_by from '^staff:(.*)$')`))),
    )
    .select('s.email')
    .where('o.account_id', '=', scope.accountId)
    .where('o.id', '=', orderId)
    .executeTakeFirst();
  return row?.email ?? null;
}

export type ReminderReason = 'not_viewed' | 'expiring';
export type DueReminder = { readonly orderId: string; readonly revision: number; readonly reason: ReminderReason };

type ReminderDays = { readonly now: Date; readonly afterDays: number | null; readonly beforeDays: number | null };

/**
 * Estimates whose customer is to be reminded now: open, mailed, opened by nobody. Each reason comes once a revision; of two at a time the nearer
 * end counts, and a day after sending is left in peace. With `orderId`: of that one.
 */
export async function listDueReminders(
  db: Db,
  scope: AccountScope,
  { now, afterDays, beforeDays }: ReminderDays,
  orderId: string | null = null,
): Promise<readonly DueReminder[]> {
  const reminded = (kind: string) => sql`exists (select from estimate_facts f
    where f.account_id = s.account_id and f.order_id = s.order_id and f.revision = s.revision and f.kind = ${kind})`;
  const { rows } = await sql<DueReminder>`
    select s.order_id "orderId", s.revision, x.reason
    from estimate_standings s
    cross join lateral (
      select max(m.created_at) at from estimate_facts f join mails m on m.account_id = f.account_id and m.id = f.mail_id and m.state in ('sent', 'kept')
      where f.account_id = s.account_id and f.order_id = s.order_id and f.revision = s.revision and f.kind = 'sent') mailed
    cross join lateral (select case
      when s.expires_at <= ${now}::timestamptz + make_interval(days => ${beforeDays}::integer) and mailed.at <= ${now}::timestamptz - interval '1 day'
        and not ${reminded('reminded_expiring')} then 'expiring'
      when mailed.at <= ${now}::timestamptz - make_interval(days => ${afterDays}::integer) and not ${reminded('reminded_not_viewed')}
        and not ${reminded('reminded_expiring')} then 'not_viewed' end reason) x
    where s.account_id = ${scope.accountId} and (${orderId}::uuid is null or s.order_id = ${orderId}::uuid)
      and s.status = 'open' and s.released_at is not null and s.viewed_at is null
      and s.expires_at + interval '1 second' > ${now}::timestamptz and x.reason is not null
    order by s.order_id limit 500`.execute(db);
  return rows;
}

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

/** The document that was drawn of this very content, if one was. An unreleased revision may have been written anew since. */
export async function findDocument(
  db: Db,
  scope: AccountScope,
  { orderId, revision }: { readonly orderId: string; readonly revision: number },
  contentSha256: Buffer,
): Promise<FileRow | undefined> {
  const { rows } = await sql<FileRow>`
    select ${fileColumns}
    from estimate_documents d join files f on f.account_id = d.account_id and f.id = d.file_id
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

export type TrailFact = { readonly kind: string; readonly at: Date; readonly recipient: string; readonly mailId: string | null };

/** What happened with a revision so far, oldest first, the last 200 of it: sent, copied, viewed, fetched, and by whose link. */
export async function listTrail(db: Db, scope: AccountScope, orderId: string, revision: number): Promise<readonly TrailFact[]> {
  const { rows } = await sql<TrailFact>`
    select f.kind, f.at, coalesce(l.recipient, '') "recipient", f.mail_id "mailId" from estimate_facts f
    left join estimate_links l on l.account_id = f.account_id and l.id = f.link_id
    where f.account_id = ${scope.accountId} and f.order_id = ${orderId} and f.revision = ${revision} order by f.ordinal desc limit 200`.execute(db);
  return rows.toReversed();
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

/** Which estimate these bytes are the PDF of, in any account. */
export async function findRevisionOfDocument(db: Db, fileSha256: Buffer): Promise<{ readonly number: number; readonly revision: number } | undefined> {
  const { rows } = await sql<{ number: number; revision: number }>`
    select (r.content::jsonb ->> 'number')::int "number", r.revision from files f
    join estimate_documents d on d.account_id = f.account_id and d.file_id = f.id
    join estimate_revisions r on r.account_id = d.account_id and r.order_id = d.order_id and r.revision = d.revision
    where f.sha256 = ${fileSha256} limit 1`.execute(db);
  return rows[0];
}

/** A decision of the account. */
export async function findDecision(db: Db, scope: AccountScope, id: string): Promise<DecisionRow | undefined> {
  const row = await db
    .selectFrom('estimate_decisions')
    .select(['id', 'content', 'sha256'])
    .where('account_id', '=', scope.accountId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? undefined : { id: row.id, content: JSON.parse(row.content) as KeptDecision, text: row.content, sha256: row.sha256 };
}

export async function findKeptDecision(db: Db, id: string): Promise<KeptDecision | undefined> {
  const row = await db.selectFrom('estimate_decisions').select('content').where('id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : (JSON.parse(row.content) as KeptDecision);
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
