import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import { scopeTo } from './account-scope.ts';
import { accountSettings } from './account-settings.ts';
import type { Database } from './pool.ts';
import type { AccountsTable } from './tables.ts';
import type { Acting } from './transaction.ts';

type Asked = { readonly account: string | undefined; readonly host: string; readonly now: Date };

export type SiteVisitor = {
  readonly acting: Omit<Acting, 'actor'>;
  readonly customer: { readonly id: string; readonly name: string } | null;
  readonly sessionId: string | undefined;
};

type Row = Selectable<AccountsTable> & {
  readonly customer_id: string | null;
  readonly customer_name: string | null;
  readonly session_id: string | null;
  readonly login_id: string | null;
  readonly seen_at: Date | null;
};

/**
 * The account whose site is visited (by header, else by host name, else the oldest) and the customer of the session, if it is one of
 * that account, in one statement. Who was deleted, or waits for approval, is a guest. undefined: there is no such account.
 */
export async function findSiteVisitor(db: Database, token: string | undefined, { account, host, now }: Asked): Promise<SiteVisitor | undefined> {
  const { rows } = await sql<Row>`
    select a.*, c.id as customer_id, c.name as customer_name, s.id as session_id, l.id as login_id, l.last_seen_at as seen_at
    from (select * from accounts
      where ${account ?? null}::text is null or code = ${account ?? null} or account_id::text = ${account ?? null}
      order by coalesce(host = ${host}, false) desc, created_at, account_id limit 1) a
    left join customer_sessions s on s.account_id = a.account_id and s.token = ${token ?? null} and s.expires_at > ${now} and a.site_sign_in <> 'guest_only'
    left join customer_logins l on l.account_id = s.account_id and l.id = s.login_id and l.approved_at is not null
    left join customers c on c.account_id = l.account_id and c.id = l.customer_id and c.deleted_at is null`.execute(db);
  const row = rows[0];
  if (row === undefined) return undefined;
  const acting = { scope: scopeTo(row.account_id), account: accountSettings(row), roles: [], email: null };
  if (row.customer_id === null) return { acting, customer: null, sessionId: undefined };
  if (row.seen_at === null || Math.abs(now.getTime() - row.seen_at.getTime()) > 60_000)
    await db
      .updateTable('customer_logins')
      .set({ last_seen_at: now })
      .where('account_id', '=', row.account_id)
      .where('id', '=', row.login_id ?? '')
      .execute();
  return { acting, customer: { id: row.customer_id, name: row.customer_name ?? '' }, sessionId: row.session_id ?? undefined };
}
