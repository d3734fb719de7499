import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Tables } from '../../../db/tables.ts';
import type { AccountScope, CommandContext } from '../../context.ts';

type Db = Kysely<Tables>;
type Context = Pick<CommandContext, 'tx' | 'scope' | 'now'>;

export type Login = {
  readonly id: string;
  readonly customerId: string;
  readonly email: string;
  readonly approvedAt: Date | null;
  readonly lastSeenAt: Date | null;
};

const columns = ['id', 'customer_id as customerId', 'email', 'approved_at as approvedAt', 'last_seen_at as lastSeenAt'] as const;
const logins = (db: Db, { accountId }: AccountScope) => db.selectFrom('customer_logins').select(columns).where('account_id', '=', accountId);

/** Who signs in with the address, whatever its case. */
export async function findLoginByEmail(db: Db, scope: AccountScope, email: string): Promise<Login | undefined> {
  return logins(db, scope).where(sql`lower(email)`, '=', email.toLowerCase()).executeTakeFirst();
}

export async function findLoginOf(db: Db, scope: AccountScope, customerId: string): Promise<Login | undefined> {
  return logins(db, scope).where('customer_id', '=', customerId).executeTakeFirst();
}

export type NewLogin = {
  readonly id: string;
  readonly credentialId: string;
  readonly customerId: string;
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string;
  readonly approvedAt: Date | null;
};

export async function insertLogin({ tx, scope, now }: Context, login: NewLogin): Promise<void> {
  const own = { account_id: scope.accountId, created_at: now, updated_at: now };
  await tx
    .insertInto('customer_logins')
    .values({ ...own, id: login.id, customer_id: login.customerId, email: login.email.toLowerCase(), name: login.name, approved_at: login.approvedAt })
    .execute();
  await tx
    .insertInto('customer_credentials')
    .values({ ...own, id: login.credentialId, login_id: login.id, provider_id: 'credential', provider_subject: login.id, password: login.passwordHash })
    .execute();
}

/** Sets the password, and the address it was proven with. */
export async function updateLogin(
  { tx, scope, now }: Context,
  id: string,
  { email, passwordHash }: { readonly email: string; readonly passwordHash: string },
): Promise<void> {
  await tx
    .updateTable('customer_logins')
    .set({ email: email.toLowerCase(), updated_at: now })
    .where('account_id', '=', scope.accountId)
    .where('id', '=', id)
    .execute();
  await tx
    .updateTable('customer_credentials')
    .set({ password: passwordHash, updated_at: now })
    .where('account_id', '=', scope.accountId)
    .where('login_id', '=', id)
    .execute();
}

export async function findPasswordHash(
  db: Db,
  scope: AccountScope,
  customerId: string,
): Promise<{ readonly loginId: string; readonly email: string; readonly hash: string } | undefined> {
  const row = await db
    .selectFrom('customer_logins as l')
    .innerJoin('customer_credentials as c', (join) => join.onRef('c.account_id', '=', 'l.account_id').onRef('c.login_id', '=', 'l.id'))
    .select(['l.id', 'l.email', 'c.password'])
    .where('l.account_id', '=', scope.accountId)
    .where('l.customer_id', '=', customerId)
    .executeTakeFirst();
  return row?.password == null ? undefined : { loginId: row.id, email: row.email, hash: row.password };
}

/** Ends the sessions of a login, all but one if it is named. */
export async function deleteCustomerSessions(db: Db, scope: AccountScope, loginId: string, but?: string): Promise<void> {
  await sql`delete from customer_sessions where account_id = ${scope.accountId} and login_id = ${loginId} and id is distinct from ${but ?? null}`.execute(db);
}

export async function deleteSessionByToken(db: Db, scope: AccountScope, token: string): Promise<void> {
  await db.deleteFrom('customer_sessions').where('account_id', '=', scope.accountId).where('token', '=', token).execute();
}

export async function approveLogin({ tx, scope, now }: Context, id: string): Promise<void> {
  await tx.updateTable('customer_logins').set({ approved_at: now, updated_at: now }).where('account_id', '=', scope.accountId).where('id', '=', id).execute();
}

/** Takes an address that was just proven from a login it was kept under before: of a customer who has another address by now. */
export async function freeAddress({ tx, scope }: Context, email: string, customerId: string): Promise<void> {
  await sql`delete from customer_logins where account_id = ${scope.accountId} and lower(email) = lower(${email}) and customer_id <> ${customerId}`.execute(tx);
}
