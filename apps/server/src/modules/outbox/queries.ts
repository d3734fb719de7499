import type { Mail, MailRow } from '@backdesk/contract/outbox/schema.ts';
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { decodeCursor, encodeCursor } from '../../db/cursor.ts';
import type { Tables } from '../../db/tables.ts';
import type { AccountScope, ReadContext } from '../context.ts';
import { Problem } from '../problem.ts';
import { mayResend } from './may-resend.ts';

/** Whether the link it brings its reader to an estimate was revoked since. */
export const isLinkRevoked = sql<boolean>`(template in ('estimate', 'estimate_reminder', 'estimate_accepted', 'order_message') and exists (
  select from estimate_links l join ended_estimate_links e on e.account_id = l.account_id and e.link_id = l.id and e.revoked_at >= mails.created_at
  where l.account_id = mails.account_id and l.order_id = mails.order_id and lower(l.recipient) = lower(mails.recipients[1])))`.as('is_link_revoked');

/** The files it was handed over with, in their order. */
const attachedFiles = sql<readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[]>`(
  select coalesce(json_agg(json_build_object('name', f.name, 'bytes', f.bytes, 'sha256', encode(f.sha256, 'hex')) order by a.place), '[]')
  from unnest(mails.attached) with ordinality a (file_id, place)
  join files f on f.account_id = mails.account_id and f.id = a.file_id)`.as('attached_files');

const rowColumns = ['id', 'template', 'recipients', 'subject', 'state', 'order_id', 'revision', 'attempts', 'error', 'created_at', 'sent_at'] as const;

type Row = {
  readonly id: string;
  readonly template: string;
  readonly recipients: readonly string[];
  readonly subject: string;
  readonly state: MailRow['state'];
  readonly order_id: string | null;
  readonly revision: number | null;
  readonly attempts: number;
  readonly error: string | null;
  readonly created_at: Date;
  readonly sent_at: Date | null;
  readonly is_link_revoked: boolean;
};

const mailRowOf = (row: Row): MailRow => ({
  id: row.id,
  template: row.template,
  recipients: [...row.recipients],
  subject: row.subject,
  state: row.state,
  orderId: row.order_id,
  revision: row.revision,
  attempts: row.attempts,
  error: row.error,
  createdAt: row.created_at.toISOString(),
  sentAt: row.sent_at?.toISOString() ?? null,
  isLinkRevoked: row.is_link_revoked,
  mayResend: mayResend(row),
});

type Query = {
  readonly orderId?: string | undefined;
  readonly state?: MailRow['state'] | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
};

/** Mail of the account, newest first. */
export async function listMails({ db, scope }: ReadContext, query: Query) {
  let select = db
    .selectFrom('mails')
    .select([...rowColumns, isLinkRevoked])
    .where('account_id', '=', scope.accountId);
  if (query.orderId !== undefined) select = select.where('order_id', '=', query.orderId);
  if (query.state !== undefined) select = select.where('state', '=', query.state);
  if (query.cursor !== undefined) {
    const [at, id] = decodeCursor(query.cursor, ['time', 'uuid']);
    select = select.where(sql<boolean>`(created_at, id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  const rows = await select
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(query.limit + 1)
    .execute();
  const items = rows.slice(0, query.limit).map(mailRowOf);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > query.limit && last !== undefined ? encodeCursor([last.createdAt, last.id]) : null };
}

/** Mail about one order, newest first. An order of another account is as good as missing. */
export async function listOrderMails(context: ReadContext, orderId: string, query: Omit<Query, 'orderId'>) {
  const order = await context.db
    .selectFrom('orders')
    .select('id')
    .where('account_id', '=', context.scope.accountId)
    .where('id', '=', orderId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (order === undefined) throw new Problem('not_found');
  return listMails(context, { ...query, orderId });
}

/** One mail as a row, read in the transaction that wrote it. */
export async function getMailRow(db: Kysely<Tables>, scope: AccountScope, id: string): Promise<MailRow> {
  const row = await db
    .selectFrom('mails')
    .select([...rowColumns, isLinkRevoked])
    .where('account_id', '=', scope.accountId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw new Problem('not_found');
  return mailRowOf(row);
}

/**
 * A mail with both of its parts. The link that opens something (an invitation, a new password) is only shown where no mail
 * server is set and the mail is kept to be read here; that of a person who also belongs to another account never.
 */
export async function getMail({ db, scope }: ReadContext, id: string): Promise<Mail> {
  const row = await db
    .selectFrom('mails')
    .select([...rowColumns, isLinkRevoked, 'html', 'text', 'reply_to', 'secret', 'message_id', 'sha256'])
    .select(attachedFiles)
    .select(
      sql<boolean>`template = 'password_reset' and exists (
        select from memberships m join staff s on s.id = m.staff_id
        where lower(s.email) = lower(mails.recipients[1]) and m.account_id <> mails.account_id)`.as('is_of_others'),
    )
    .where('account_id', '=', scope.accountId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw new Problem('not_found');
  const { secret } = row;
  const hides = secret !== null && (row.state !== 'kept' || row.is_of_others);
  const shown = (part: string) => (hides ? part.replaceAll(secret, '…') : part);
  return {
    ...mailRowOf(row),
    ...{ html: shown(row.html), text: shown(row.text), replyTo: row.reply_to, messageId: row.message_id },
    sourceSha256: row.sha256?.toString('hex') ?? null,
    attachments: [...row.attached_files],
  };
}

/** What a mail is composed of besides its two parts; with `orderId`: if it is about that order, and the order is there. */
export async function getSourceRow({ db, scope }: ReadContext, id: string, orderId?: string) {
  let select = db
    .selectFrom('mails as m')
    .innerJoin('accounts as a', 'a.account_id', 'm.account_id')
    .select(['m.id', 'm.recipients', 'm.cc', 'm.header_to', 'm.header_cc', 'm.reply_to', 'm.subject', 'm.sender', 'm.message_id'])
    .select(['m.attached', 'm.sent_at', 'm.created_at', 'm.attaches_document', 'm.certificate_of', 'm.order_id', 'm.revision'])
    .select(sql<string>`coalesce(m.sender_name, a.name)`.as('from_name'))
    .where('m.account_id', '=', scope.accountId)
    .where('m.id', '=', id);
  if (orderId !== undefined) {
    const isThere = sql<boolean>`exists (select from orders o where o.account_id = m.account_id and o.id = m.order_id and o.deleted_at is null)`;
    select = select.where('m.order_id', '=', orderId).where(isThere);
  }
  const row = await select.executeTakeFirst();
  if (row === undefined) throw new Problem('not_found');
  return row;
}

/** The order a mail of the account is about: null where it is about none, or that was deleted. Undefined: no such mail. */
export async function findMailOrder(db: Kysely<Tables>, scope: AccountScope, id: string): Promise<{ readonly orderId: string | null } | undefined> {
  const { rows } = await sql<{ orderId: string | null }>`
    select o.id "orderId" from mails m left join orders o on o.account_id = m.account_id and o.id = m.order_id and o.deleted_at is null
    where m.account_id = ${scope.accountId} and m.id = ${id}`.execute(db);
  return rows[0];
}

/** Whom the last mail of this template about an order went to; undefined: there was none. */
export async function findRecipientOf(db: Kysely<Tables>, scope: AccountScope, orderId: string, template: string): Promise<string | undefined> {
  const found = await db
    .selectFrom('mails')
    .select('recipients')
    .where('account_id', '=', scope.accountId)
    .where('order_id', '=', orderId)
    .where('template', '=', template)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return found?.recipients[0];
}
