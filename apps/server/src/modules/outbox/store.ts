import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Delivery } from '../../adapters/mail/port.ts';
import type { Tables } from '../../db/tables.ts';
import type { AccountScope } from '../context.ts';
import { isLinkRevoked } from './queries.ts';

type Db = Kysely<Tables>;

export type NewMail = {
  readonly id: string;
  /** Which text it is made of: "estimate". */
  readonly template: string;
  readonly orderId: string | null;
  readonly revision: number | null;
  readonly recipients: readonly string[];
  readonly cc?: readonly string[];
  readonly replyTo: string | null;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** What in it opens something: it leaves the kept copy when the mail was sent. */
  readonly secret?: string;
  /** What the heads say where each person of a round gets a mail of their own. */
  readonly heads?: { readonly to: readonly string[]; readonly cc: readonly string[] };
  /** Carries the document of its revision. */
  readonly attachesDocument?: boolean;
  /** The acceptance whose certificate it carries. */
  readonly certificateOf?: string | null;
  /** Does not leave the house before. */
  readonly heldUntil?: Date;
  readonly createdAt: Date;
};

export async function insertMail(db: Db, scope: AccountScope, mail: NewMail): Promise<void> {
  await db
    .insertInto('mails')
    .values({
      account_id: scope.accountId,
      id: mail.id,
      template: mail.template,
      order_id: mail.orderId,
      revision: mail.revision,
      recipients: [...mail.recipients],
      cc: [...(mail.cc ?? [])],
      reply_to: mail.replyTo,
      subject: mail.subject,
      html: mail.html,
      text: mail.text,
      secret: mail.secret ?? null,
      header_to: mail.heads === undefined ? null : [...mail.heads.to],
      header_cc: mail.heads === undefined ? null : [...mail.heads.cc],
      attaches_document: mail.attachesDocument ?? false,
      certificate_of: mail.certificateOf ?? null,
      held_until: mail.heldUntil ?? null,
      created_at: mail.createdAt,
    })
    .execute();
}

/** What a mail that still has to go out needs before it is locked: when, and what it carries. */
export async function findWaitingMail(db: Db, accountId: string, id: string) {
  return db
    .selectFrom('mails')
    .select(['held_until', 'attaches_document', 'certificate_of', 'order_id', 'revision'])
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .where('state', '=', 'queued')
    .executeTakeFirst();
}

/** Takes back the mails about a revision that are still held; one that a worker has taken is not waited for. Answers which. */
export async function cancelHeldMails(
  db: Db,
  scope: AccountScope,
  orderId: string,
  revision: number,
): Promise<readonly { readonly id: string; readonly recipients: readonly string[] }[]> {
  const { rows } = await sql<{ id: string; recipients: readonly string[] }>`
    update mails set state = 'canceled' where account_id = ${scope.accountId} and id in (
      select id from mails where account_id = ${scope.accountId} and order_id = ${orderId} and revision = ${revision} and state = 'queued' and held_until is not null
      for update skip locked)
    returning id, recipients`.execute(db);
  return rows;
}

/** Takes back what waits to bring a person the link of an order's estimate; what a worker has taken is not waited for. */
export async function cancelWaitingMails(db: Db, scope: AccountScope, orderId: string, recipient: string): Promise<void> {
  await sql`
    update mails set state = 'canceled' where account_id = ${scope.accountId} and id in (
      select id from mails where account_id = ${scope.accountId} and order_id = ${orderId} and state = 'queued'
        and template in ('estimate', 'estimate_reminder', 'estimate_accepted', 'order_message') and lower(recipients[1]) = lower(${recipient})
      for update skip locked)`.execute(db);
}

/** Locks a mail that still has to go out: of two workers one gets it, the other nothing. */
export async function lockQueuedMail(db: Db, accountId: string, id: string) {
  return db
    .selectFrom('mails as m')
    .innerJoin('accounts as a', 'a.account_id', 'm.account_id')
    .select(['m.id', 'm.recipients', 'm.cc', 'm.header_to', 'm.header_cc', 'm.reply_to', 'm.subject', 'm.html', 'm.text', 'a.name as from_name'])
    .where('m.account_id', '=', accountId)
    .where('m.id', '=', id)
    .where('m.state', '=', 'queued')
    .forUpdate('m')
    .skipLocked()
    .executeTakeFirst();
}

const withoutSecret = {
  html: sql<string>`case when secret is null then html else replace(html, secret, '…') end`,
  text: sql<string>`case when secret is null then text else replace(text, secret, '…') end`,
  secret: null,
};

type Delivered = { readonly delivery: Delivery; readonly at: Date; readonly fromName: string; readonly attached: readonly string[] };

export async function noteDelivered(db: Db, accountId: string, id: string, { delivery, at, fromName, attached }: Delivered): Promise<void> {
  const { state, complaint, handedOver } = delivery;
  await db
    .updateTable('mails')
    .set({
      state,
      sent_at: state === 'sent' ? at : null,
      error: complaint.slice(0, 1000) || null,
      attempts: sql<number>`attempts + 1`,
      ...(handedOver !== null && {
        sender: handedOver.sender,
        sender_name: fromName,
        message_id: handedOver.messageId,
        sha256: handedOver.sha256,
        attached: [...attached],
      }),
      ...(state === 'sent' && withoutSecret),
    })
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .execute();
}

/** A try that did not go through: the mail goes on waiting, or has `failed` when the answer was for good or it was the last try. */
export async function noteFailed(
  db: Db,
  accountId: string,
  id: string,
  failure: { readonly message: string; readonly isForGood: boolean; readonly lastAttempt: number },
): Promise<void> {
  await sql`
    update mails set attempts = attempts + 1, error = ${failure.message.slice(0, 1000)},
      state = case when ${failure.isForGood}::boolean or attempts + 1 >= ${failure.lastAttempt}::integer then 'failed' else 'queued' end
    where account_id = ${accountId} and id = ${id} and state = 'queued'`.execute(db);
}

/** A mail of the account under its lock, or undefined. */
export async function lockMail(db: Db, scope: AccountScope, id: string) {
  return db.selectFrom('mails').selectAll().select(isLinkRevoked).where('account_id', '=', scope.accountId).where('id', '=', id).forUpdate().executeTakeFirst();
}

/** Puts a mail that never left the house back in the queue, as if it had not been tried. */
export async function requeueMail(db: Db, scope: AccountScope, id: string): Promise<void> {
  await db
    .updateTable('mails')
    .set({ state: 'queued', attempts: 0, error: null, held_until: null })
    .where('account_id', '=', scope.accountId)
    .where('id', '=', id)
    .execute();
}

/** A mail that came back after a server had taken it; of one to several, whom it did not reach is told beside. */
export async function noteBounced(
  db: Db,
  scope: AccountScope,
  id: string,
  { isAll, error, at }: { readonly isAll: boolean; readonly error: string; readonly at: Date },
): Promise<void> {
  await db
    .updateTable('mails')
    .set({ error: error.slice(0, 1000) || null, ...(isAll && { state: 'bounced' as const, bounced_at: at }) })
    .where('account_id', '=', scope.accountId)
    .where('id', '=', id)
    .execute();
}
