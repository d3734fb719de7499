import type { KeptDecision } from '@backdesk/contract/estimate/decision.ts';
import type { TotalToday } from '@backdesk/domain/estimate/total-today.ts';
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Tables } from '../../db/tables.ts';
import { type AccountScope, actorKey, type CommandContext } from '../context.ts';
import type { Sealed } from './freeze-estimate.ts';

type Context = Pick<CommandContext, 'tx' | 'scope' | 'now'>;

export type NewRevision = Sealed & {
  readonly orderId: string;
  readonly revision: number;
  readonly orderVersion: number;
  readonly totalAmount: number;
  readonly openParts: readonly string[];
  readonly currency: string;
  readonly validUntil: string;
  readonly expiresAt: Date;
  readonly message: string;
  readonly issuedBy: string;
};

/** Writes the revision in place of an unreleased one of its number; a released one never changes. */
export async function saveRevision({ tx, scope, now }: Context, revision: NewRevision): Promise<void> {
  const values = {
    status: 'open' as const,
    content: revision.text,
    sha256: revision.sha256,
    order_version: revision.orderVersion,
    total_amount: revision.totalAmount,
    open_parts: revision.openParts,
    currency: revision.currency,
    valid_until: revision.validUntil,
    expires_at: revision.expiresAt,
    message: revision.message,
    issued_by: revision.issuedBy,
    issued_at: now,
    withdrawn_at: null,
    today_amount: null,
    today_rates_gone: null,
    compared_at: null,
  };
  const written = await tx
    .insertInto('estimate_revisions')
    .values({ account_id: scope.accountId, order_id: revision.orderId, revision: revision.revision, ...values })
    .onConflict((conflict) => conflict.columns(['account_id', 'order_id', 'revision']).doUpdateSet(values).where('estimate_revisions.released_at', 'is', null))
    .returning('revision')
    .executeTakeFirst();
  if (written === undefined) throw new Error('A released revision cannot be written again.');
}

/** What is open (with `accepted`: or accepted) becomes `status`: superseded by a newer one or by the order itself, or withdrawn. Answers which it was. */
export async function closeRevisions(
  { tx, scope, now }: Context,
  orderId: string,
  status: 'superseded' | 'withdrawn',
  { but, accepted = false }: { readonly but?: number; readonly accepted?: boolean } = {},
): Promise<readonly number[]> {
  let update = tx
    .updateTable('estimate_revisions')
    .set({ status, ...(status === 'withdrawn' ? { withdrawn_at: now } : {}) })
    .where('account_id', '=', scope.accountId)
    .where('order_id', '=', orderId)
    .where('status', 'in', accepted ? ['open', 'changes_requested', 'accepted', 'accepted_in_part'] : ['open', 'changes_requested']);
  if (but !== undefined) update = update.where('revision', '<>', but);
  const rows = await update.returning('revision').execute();
  return rows.map((row) => row.revision);
}

type Decided = {
  readonly id: string;
  readonly orderId: string;
  readonly revision: number;
  readonly kind: KeptDecision['kind'];
  readonly lockUntil: Date | null;
};

/** Keeps a decision for good and gives the revision the status it makes. Call it under the order's lock. */
export async function keepDecision({ tx, scope, now }: Context, { id, orderId, revision, kind, lockUntil }: Decided, { text, sha256 }: Sealed): Promise<void> {
  await tx
    .insertInto('estimate_decisions')
    .values({ account_id: scope.accountId, id, order_id: orderId, revision, kind, content: text, sha256, decided_at: now })
    .execute();
  await tx
    .updateTable('estimate_revisions')
    // Whoever decided has seen it: from now on it never changes.
    .set({
      status: kind,
      released_at: sql`coalesce(released_at, ${now})`,
      today_amount: null,
      today_rates_gone: null,
      compared_at: null,
      ...(lockUntil !== null && { lock_until: lockUntil }),
    })
    .where('account_id', '=', scope.accountId)
    .where('order_id', '=', orderId)
    .where('revision', '=', revision)
    .execute();
}

/** Lets a revision be valid for longer; what it froze stays. */
export async function extendRevision(
  { tx, scope }: Context,
  orderId: string,
  revision: number,
  { validUntil, expiresAt }: { readonly validUntil: string; readonly expiresAt: Date },
): Promise<void> {
  await tx
    .updateTable('estimate_revisions')
    .set({ valid_until: validUntil, expires_at: expiresAt })
    .where('account_id', '=', scope.accountId)
    .where('order_id', '=', orderId)
    .where('revision', '=', revision)
    .execute();
}

export type Comparison = { readonly revision: number; readonly status: string; readonly today: TotalToday };

/** What a revision would come to at the prices of now, as long as it still stands as it did when that was worked out. */
export async function saveComparison({ tx, scope, now }: Context, orderId: string, { revision, status, today }: Comparison): Promise<void> {
  await sql`update estimate_revisions set today_amount = ${today.amount}, today_rates_gone = ${JSON.stringify(today.ratesGone)}::jsonb, compared_at = ${now}
    where account_id = ${scope.accountId} and order_id = ${orderId} and revision = ${revision} and status = ${status}`.execute(tx);
}

/** From now on the revision never changes; the first release counts. */
export async function releaseRevision({ tx, scope, now }: Context, orderId: string, revision: number): Promise<void> {
  await tx
    .updateTable('estimate_revisions')
    .set({ released_at: sql`coalesce(released_at, ${now})` })
    .where('account_id', '=', scope.accountId)
    .where('order_id', '=', orderId)
    .where('revision', '=', revision)
    .execute();
}

export type Fact = {
  readonly kind: 'sent' | 'bounced' | 'link_copied' | 'reminded_not_viewed' | 'reminded_expiring';
  readonly linkId: string;
  readonly mailId: string | null;
};

export async function addFact({ tx, scope, now }: Context, orderId: string, revision: number, fact: Fact): Promise<void> {
  await tx
    .insertInto('estimate_facts')
    .values({ account_id: scope.accountId, order_id: orderId, revision, kind: fact.kind, link_id: fact.linkId, mail_id: fact.mailId, at: now })
    .execute();
}

/** Unsaid: these mails never left. A revision that nothing else let out is free to be written anew again. */
export async function forgetSending(
  { tx, scope }: Context,
  { orderId, revision, mailIds }: { readonly orderId: string; readonly revision: number; readonly mailIds: readonly string[] },
): Promise<void> {
  await sql`delete from estimate_facts where account_id = ${scope.accountId} and order_id = ${orderId} and revision = ${revision}
    and mail_id in (select id::uuid from jsonb_array_elements_text(${JSON.stringify(mailIds)}::jsonb) m (id))`.execute(tx);
  await sql`update estimate_revisions r set released_at = null
    where r.account_id = ${scope.accountId} and r.order_id = ${orderId} and r.revision = ${revision}
      and not exists (select from estimate_facts f where f.account_id = r.account_id and f.order_id = r.order_id and f.revision = r.revision)
      and not exists (select from estimate_documents d where d.account_id = r.account_id and d.order_id = r.order_id and d.revision = r.revision)
      and not exists (select from estimate_decisions d where d.account_id = r.account_id and d.order_id = r.order_id and d.revision = r.revision)`.execute(tx);
}

export type NewLink = { readonly id: string; readonly orderId: string; readonly recipient: string; readonly tokenSha256: Buffer };

export async function insertLink({ tx, scope, now }: Context, link: NewLink): Promise<void> {
  await tx
    .insertInto('estimate_links')
    .values({ account_id: scope.accountId, id: link.id, order_id: link.orderId, recipient: link.recipient, token_sha256: link.tokenSha256, created_at: now })
    .execute();
}

/** Ends the address that a link has now, and says who ended it. Call it under the order's lock. */
export async function revokeLink({ tx, scope, now, actor }: Context & Pick<CommandContext, 'actor'>, id: string): Promise<void> {
  await sql`
    with ended as (
      update estimate_links set revoked_at = ${now}, generation = generation + 1
      where account_id = ${scope.accountId} and id = ${id} and revoked_at is null
      returning account_id, id, generation - 1 generation, token_sha256)
    insert into ended_estimate_links (account_id, link_id, generation, token_sha256, revoked_at, revoked_by, revoked_by_name)
    select account_id, id, generation, token_sha256, ${now}, ${actorKey(actor)}, ${actor.name} from ended`.execute(tx);
}

/** Gives a revoked link the address of its next generation. */
export async function reopenLink(
  { tx, scope }: Context,
  { id, generation, tokenSha256 }: { readonly id: string; readonly generation: number; readonly tokenSha256: Buffer },
): Promise<void> {
  await sql`update estimate_links set revoked_at = null, token_sha256 = ${tokenSha256}
    where account_id = ${scope.accountId} and id = ${id} and generation = ${generation} and revoked_at is not null`.execute(tx);
}

/**
 * Notes that the page was opened by this link, at most once a minute unless it shows another revision by now: a page that
 * is kept open or reloaded is one view. One statement, so that two at once count once.
 */
export async function recordView(
  db: Kysely<Tables>,
  scope: AccountScope,
  view: { readonly linkId: string; readonly orderId: string; readonly revision: number; readonly at: Date },
): Promise<void> {
  const { linkId, orderId, revision, at } = view;
  await sql`
    with seen as (
      update estimate_links set last_viewed_at = ${at}, last_viewed_revision = ${revision}, view_count = view_count + 1
      where account_id = ${scope.accountId} and id = ${linkId}
        and (last_viewed_at is null or last_viewed_at <= ${at}::timestamptz - interval '1 minute' or last_viewed_revision is distinct from ${revision}::integer)
      returning id)
    insert into estimate_facts (account_id, order_id, revision, kind, link_id, at)
    select ${scope.accountId}, ${orderId}, ${revision}, 'viewed', seen.id, ${at} from seen`.execute(db);
}

/** Notes that the lines were read to their end by this link, once. One statement, so that two at once count once. */
export async function recordRead(
  db: Kysely<Tables>,
  scope: AccountScope,
  { linkId, orderId, revision, at }: { readonly linkId: string; readonly orderId: string; readonly revision: number; readonly at: Date },
): Promise<void> {
  await sql`insert into estimate_facts (account_id, order_id, revision, kind, link_id, at)
    values (${scope.accountId}, ${orderId}, ${revision}, 'read', ${linkId}, ${at})
    on conflict (account_id, order_id, revision, link_id) where kind = 'read' do nothing`.execute(db);
}

type DocumentOf = { readonly orderId: string; readonly revision: number };

/** Held until the transaction ends, so that an order's documents are kept one after the other. */
export async function holdDocument(tx: Context['tx'], orderId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`document ${orderId}`}, 0))`.execute(tx);
}

/** Notes the document of a revision as it ends on this day; one of other content gives way. */
export async function saveDocument(
  db: Kysely<Tables>,
  scope: AccountScope,
  document: DocumentOf & { readonly fileId: string; readonly contentSha256: Buffer; readonly validUntil: string; readonly madeAt: Date },
): Promise<void> {
  const { orderId, revision, fileId, contentSha256, validUntil, madeAt } = document;
  await sql`delete from estimate_documents
    where account_id = ${scope.accountId} and order_id = ${orderId} and revision = ${revision} and content_sha256 <> ${contentSha256}`.execute(db);
  await sql`insert into estimate_documents (account_id, order_id, revision, valid_until, file_id, content_sha256, made_at)
    values (${scope.accountId}, ${orderId}, ${revision}, ${validUntil}, ${fileId}, ${contentSha256}, ${madeAt})
    on conflict (account_id, order_id, revision, valid_until) do nothing`.execute(db);
}

/** Notes the certificate of an acceptance, for good. */
export async function saveCertificate(
  db: Kysely<Tables>,
  scope: AccountScope,
  { decisionId, fileId, madeAt }: { readonly decisionId: string; readonly fileId: string; readonly madeAt: Date },
): Promise<void> {
  await db.insertInto('estimate_certificates').values({ account_id: scope.accountId, decision_id: decisionId, file_id: fileId, made_at: madeAt }).execute();
}

/** That somebody fetched it by a link. */
export async function recordDownload(db: Kysely<Tables>, scope: AccountScope, { orderId, revision }: DocumentOf, linkId: string, at: Date): Promise<void> {
  await sql`insert into estimate_facts (account_id, order_id, revision, kind, link_id, at)
    values (${scope.accountId}, ${orderId}, ${revision}, 'downloaded', ${linkId}, ${at})`.execute(db);
}
