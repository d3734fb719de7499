import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { createOrderNumbers } from '../../../db/order-numbers.ts';
import type { Tables } from '../../../db/tables.ts';
import type { AccountScope } from '../../context.ts';

type Db = Kysely<Tables>;

export type NewAccount = { readonly id: string; readonly code: string; readonly name: string; readonly host?: string };

/** Makes an account and the sequence its order numbers come from. */
export async function insertAccount(db: Db, account: NewAccount): Promise<void> {
  await db
    .insertInto('accounts')
    .values({ account_id: account.id, code: account.code, name: account.name, host: account.host ?? null })
    .execute();
  await createOrderNumbers(db, account.id);
}

export type NewStaff = { readonly id: string; readonly credentialId: string; readonly email: string; readonly name: string; readonly passwordHash: string };

/** Makes a person with a password; they belong to no account yet. */
export async function insertStaff(db: Db, staff: NewStaff): Promise<void> {
  const email = staff.email.toLowerCase();
  await db.insertInto('staff').values({ id: staff.id, email, name: staff.name, email_verified: true }).execute();
  await db
    .insertInto('staff_credentials')
    .values({ id: staff.credentialId, staff_id: staff.id, provider_id: 'credential', provider_subject: staff.id, password: staff.passwordHash })
    .execute();
}

export async function insertMembership(
  db: Db,
  membership: { readonly accountId: string; readonly staffId: string; readonly roles: readonly string[] },
): Promise<void> {
  await db
    .insertInto('memberships')
    .values({ account_id: membership.accountId, staff_id: membership.staffId, roles: [...membership.roles] })
    .execute();
}

/** Who signs in with the address, whatever its case. */
export async function findStaffId(db: Db, email: string): Promise<string | undefined> {
  const staff = await db.selectFrom('staff').select('id').where(sql`lower(email)`, '=', email.toLowerCase()).executeTakeFirst();
  return staff?.id;
}

/** Sets the password of a person; what is asked for or open stays (see the commands). */
export async function updatePassword(db: Db, staffId: string, passwordHash: string, now: Date): Promise<void> {
  await db
    .updateTable('staff_credentials')
    .set({ password: passwordHash, updated_at: now })
    .where('staff_id', '=', staffId)
    .where('provider_id', '=', 'credential')
    .execute();
}

export type NewApiKey = {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly hash: Buffer;
  readonly roles: readonly string[];
  readonly createdBy: string;
  readonly createdAt: Date;
  /** Whose it is; null when nobody's. */
  readonly staffId: string | null;
  readonly expiresAt: Date | null;
};

export async function insertApiKey(db: Db, scope: AccountScope, key: NewApiKey): Promise<void> {
  await db
    .insertInto('api_keys')
    .values({
      account_id: scope.accountId,
      id: key.id,
      name: key.name,
      prefix: key.prefix,
      hash: key.hash,
      roles: [...key.roles],
      created_by: key.createdBy,
      created_at: key.createdAt,
      staff_id: key.staffId,
      expires_at: key.expiresAt,
    })
    .execute();
}

/** Whose a key is and until when it works: what is made with it is held to the same. */
export async function findKeyBounds(db: Db, scope: AccountScope, id: string): Promise<{ readonly staffId: string | null; readonly expiresAt: Date | null }> {
  const row = await db
    .selectFrom('api_keys')
    .select(['staff_id', 'expires_at'])
    .where('account_id', '=', scope.accountId)
    .where('id', '=', id)
    .executeTakeFirst();
  return { staffId: row?.staff_id ?? null, expiresAt: row?.expires_at ?? null };
}

/** Revokes it from now on; one that is revoked keeps the time of the first. */
export async function revokeApiKey(db: Db, scope: AccountScope, id: string, now: Date): Promise<boolean> {
  const updated = await db
    .updateTable('api_keys')
    .set({ revoked_at: sql<Date>`coalesce(revoked_at, ${now})` })
    .where('account_id', '=', scope.accountId)
    .where('id', '=', id)
    .executeTakeFirst();
  return updated.numUpdatedRows === 1n;
}
