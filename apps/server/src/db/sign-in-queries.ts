import type { Permission } from '@backdesk/domain/staff/permissions.ts';
import { permissionsOf } from '@backdesk/domain/staff/roles.ts';
import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import { scopeTo } from './account-scope.ts';
import { type AccountRow, accountSettings } from './account-settings.ts';
import { systemActor } from './actor.ts';
import type { Database } from './pool.ts';
import type { AccountsTable } from './tables.ts';
import type { Acting } from './transaction.ts';

export type Found = Acting;
export type FoundActor = Found | 'nobody' | 'other_account';

type Asked = {
  /** The `Backdesk-Account` header: an account's code or id. */
  readonly account: string | undefined;
  readonly host: string;
  readonly now: Date;
};

// Asked with every request: one value of JSON is read in a fraction of the time of thirty columns.
const accountJson = sql`row_to_json(a) account`;

type SessionRow = {
  readonly account: AccountRow;
  readonly staff_id: string;
  readonly staff_name: string;
  readonly staff_email: string;
  readonly roles: readonly string[];
  readonly session_id: string;
  readonly two_factor_enabled: boolean;
  readonly seen_at: Date | null;
  readonly is_by_host: boolean;
  readonly host_is_taken: boolean;
};

/**
 * The staff member of a session in the account that is asked for: by header, else by host name, else the only one (of
 * several, the oldest membership). One statement joins session, person, membership and account.
 */
export async function findStaffBySession(db: Database, token: string, asked: Asked): Promise<FoundActor> {
  const { rows } = await sql<SessionRow>`
    select ${accountJson}, st.id as staff_id, st.name as staff_name, st.email as staff_email, st.two_factor_enabled, m.roles,
      s.id as session_id, m.last_seen_at as seen_at,
      a.host is not null and a.host = ${asked.host} as is_by_host,
      exists (select from accounts h where h.host = ${asked.host}) as host_is_taken
    from staff_sessions s
    join staff st on st.id = s.staff_id
    join memberships m on m.staff_id = st.id and m.active
    join accounts a on a.account_id = m.account_id
    where s.token = ${token} and s.expires_at > ${asked.now}
    order by m.created_at, a.account_id`.execute(db);
  if (rows.length === 0) return 'nobody';
  const row = choose(rows, asked.account);
  if (row === undefined) return 'other_account';
  await noteSeen(db, row, asked.now);
  const { account } = row;
  const secondFactor = { isOn: row.two_factor_enabled, isRequired: account.requires_second_factor };
  // Who still has to set one up may do that and nothing else.
  const mayWork = secondFactor.isOn || !secondFactor.isRequired;
  return {
    secondFactor,
    sessionId: row.session_id,
    scope: scopeTo(account.account_id),
    account: accountSettings(account),
    actor: { kind: 'staff', id: row.staff_id, name: row.staff_name, permissions: mayWork ? permissionsOf(row.roles) : new Set() },
    roles: row.roles,
    email: row.staff_email,
  };
}

/** Notes where and when somebody was last seen, at most once a minute; whichever way the clock was set since. */
async function noteSeen(db: Database, row: SessionRow, now: Date): Promise<void> {
  if (row.seen_at !== null && Math.abs(now.getTime() - row.seen_at.getTime()) <= 60_000) return;
  await sql`
    with session as (update staff_sessions set last_seen_at = ${now} where id = ${row.session_id})
    update memberships set last_seen_at = ${now} where account_id = ${row.account.account_id} and staff_id = ${row.staff_id}`.execute(db);
}

function choose(rows: readonly SessionRow[], account: string | undefined): SessionRow | undefined {
  if (account !== undefined) return rows.find((row) => row.account.code === account || row.account.account_id === account);
  if (rows[0]?.host_is_taken === true) return rows.find((row) => row.is_by_host);
  return rows[0];
}

type KeyRow = {
  readonly account: AccountRow;
  readonly key_id: string;
  readonly key_name: string;
  readonly roles: readonly string[];
  /** Of whoever made it; null when nobody did (the command line). */
  readonly maker_roles: readonly string[] | null;
  readonly last_used_at: Date | null;
};

/**
 * The API key of that hash in its one account, unless it is revoked, has expired, or whoever made it may not come in any
 * more. It never does more than they may now (decision record 0025). Notes its use, at most once a minute.
 */
export async function findActorByKey(db: Database, hash: Buffer, asked: Asked): Promise<FoundActor> {
  const { rows } = await sql<KeyRow>`
    select ${accountJson}, k.id as key_id, k.name as key_name, k.roles, m.roles as maker_roles, k.last_used_at
    from api_keys k join accounts a on a.account_id = k.account_id
    left join memberships m on m.account_id = k.account_id and m.staff_id = k.staff_id and m.active
    where k.hash = ${hash} and k.revoked_at is null and (k.expires_at is null or k.expires_at > ${asked.now})
      and (k.staff_id is null or m.staff_id is not null)`.execute(db);
  const row = rows[0];
  if (row === undefined) return 'nobody';
  const { account } = row;
  if (asked.account !== undefined && account.code !== asked.account && account.account_id !== asked.account) return 'other_account';
  if (row.last_used_at === null || Math.abs(asked.now.getTime() - row.last_used_at.getTime()) > 60_000) await noteUse(db, row, asked.now);
  return {
    scope: scopeTo(account.account_id),
    account: accountSettings(account),
    actor: { kind: 'api_key', id: row.key_id, name: row.key_name, permissions: keyPermissions(row) },
    roles: row.roles,
    email: null,
  };
}

function keyPermissions({ roles, maker_roles }: Pick<KeyRow, 'roles' | 'maker_roles'>): ReadonlySet<Permission> {
  const own = permissionsOf(roles);
  if (maker_roles === null) return own;
  const theirs = permissionsOf(maker_roles);
  return new Set([...own].filter((permission) => theirs.has(permission)));
}

const noteUse = (db: Database, row: KeyRow, now: Date) =>
  db.updateTable('api_keys').set({ last_used_at: now }).where('account_id', '=', row.account.account_id).where('id', '=', row.key_id).execute();

type LinkRow = Selectable<AccountsTable> & { readonly link_id: string; readonly recipient: string; readonly is_revoked: boolean; readonly is_deleted: boolean };

/** Whoever holds an estimate's link, by the hash of its token: gone when it was revoked or its order deleted. What it was before it was revoked is found as well. */
export async function findActorByLink(db: Database, hash: Buffer): Promise<Found | 'nobody' | 'revoked' | 'deleted'> {
  const { rows } = await sql<LinkRow>`
    select a.*, l.id as link_id, l.recipient, t.is_revoked or l.revoked_at is not null as is_revoked, o.deleted_at is not null as is_deleted
    from (
      select account_id, id, false is_revoked from estimate_links where token_sha256 = ${hash}
      union all
      select account_id, link_id, true from ended_estimate_links where token_sha256 = ${hash}) t
    join estimate_links l on l.account_id = t.account_id and l.id = t.id
    join accounts a on a.account_id = l.account_id
    join orders o on o.account_id = l.account_id and o.id = l.order_id`.execute(db);
  const row = rows[0];
  if (row === undefined) return 'nobody';
  if (row.is_deleted) return 'deleted';
  if (row.is_revoked) return 'revoked';
  // A link that was copied, or stands on paper, is nobody's own.
  const email = row.recipient.includes('@') ? row.recipient : null;
  return {
    scope: scopeTo(row.account_id),
    account: accountSettings(row),
    actor: { kind: 'link', id: row.link_id, name: email ?? 'Customer', permissions: new Set() },
    roles: [],
    email,
  };
}

/** The account a job acts for, as the system; undefined when it is gone. */
export async function findSystemActing(db: Database, accountId: string): Promise<Acting | undefined> {
  const row = await db.selectFrom('accounts').selectAll().where('account_id', '=', accountId).executeTakeFirst();
  return row === undefined ? undefined : { scope: scopeTo(row.account_id), account: accountSettings(row), actor: systemActor, roles: [], email: null };
}

/** Every account of the installation, for jobs that look after all of them. */
export async function listAccountIds(db: Database): Promise<readonly string[]> {
  const rows = await db.selectFrom('accounts').select('account_id').orderBy('account_id').execute();
  return rows.map((row) => row.account_id);
}
