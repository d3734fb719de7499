import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { createOrderNumbers } from '../../db/order-numbers.ts';
import type { Database } from '../../db/pool.ts';
import type { Tables } from '../../db/tables.ts';
import type { AccountScope } from '../context.ts';

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

/** Sets the password and ends every session of that person. Answers false when nobody has the address. */
export async function updatePassword(db: Db, email: string, passwordHash: string): Promise<boolean> {
  const staff = await db.selectFrom('staff').select('id').where(sql`lower(email)`, '=', email.toLowerCase()).executeTakeFirst();
  if (staff === undefined) return false;
  await db
    .updateTable('staff_credentials')
    .set({ password: passwordHash, updated_at: new Date() })
    .where('staff_id', '=', staff.id)
    .where('provider_id', '=', 'credential')
    .execute();
  await db.deleteFrom('staff_sessions').where('staff_id', '=', staff.id).execute();
  return true;
}

export type NewApiKey = {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly hash: Buffer;
  readonly roles: readonly string[];
  readonly createdBy: string;
  readonly createdAt: Date;
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
    })
    .execute();
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

/** Counts attempts by key in windows of fixed length. */
export function attemptsStore(db: Database, now: () => Date) {
  return {
    count: async (key: string, windowSeconds: number) => {
      const at = now();
      const resets = new Date(at.getTime() + windowSeconds * 1000);
      const { rows } = await sql<{ attempts: number; resets_at: Date }>`
        insert into sign_in_attempts as a (key, attempts, resets_at) values (${key}, 1, ${resets})
        on conflict (key) do update set
          attempts = case when a.resets_at <= ${at} then 1 else a.attempts + 1 end,
          resets_at = case when a.resets_at <= ${at} then ${resets} else a.resets_at end
        returning attempts, resets_at`.execute(db);
      const row = rows[0];
      return { attempts: row?.attempts ?? 0, secondsLeft: Math.ceil(((row?.resets_at ?? at).getTime() - at.getTime()) / 1000) };
    },
    clear: async (key: string) => {
      await db.deleteFrom('sign_in_attempts').where('key', '=', key).execute();
    },
    /** Forgets windows that are over. */
    purge: async () => {
      await db.deleteFrom('sign_in_attempts').where('resets_at', '<', now()).execute();
    },
  };
}
