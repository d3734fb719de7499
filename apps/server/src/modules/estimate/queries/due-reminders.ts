import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../../db/tables.ts';
import type { AccountScope } from '../../context.ts';

type Db = Kysely<Tables>;

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
