import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Database } from '../../../db/pool.ts';
import type { Tables } from '../../../db/tables.ts';

type Db = Kysely<Tables>;

/** Keeps what a new link opens, in the place of those before. */
export async function replaceReset(db: Db, reset: { readonly staffId: string; readonly tokenHash: Buffer; readonly now: Date; readonly expiresAt: Date }) {
  await deleteResets(db, reset.staffId);
  await db
    .insertInto('staff_password_resets')
    .values({ token_sha256: reset.tokenHash, staff_id: reset.staffId, expires_at: reset.expiresAt, created_at: reset.now })
    .execute();
}

/** Whose link it is while it may be used; its address for the rules of the new password. */
export async function findReset(db: Db, tokenHash: Buffer): Promise<{ readonly email: string; readonly isOpen: (now: Date) => boolean } | undefined> {
  const row = await db
    .selectFrom('staff_password_resets as r')
    .innerJoin('staff as s', 's.id', 'r.staff_id')
    .select(['s.email', 'r.expires_at'])
    .where('r.token_sha256', '=', tokenHash)
    .executeTakeFirst();
  return row === undefined ? undefined : { email: row.email, isOpen: (now) => row.expires_at > now };
}

/** Uses a link up and answers whose it was. Of a hundred at once one gets an answer: the row is gone for the others. */
export async function useReset(db: Db, tokenHash: Buffer, now: Date): Promise<string | undefined> {
  const used = await db
    .deleteFrom('staff_password_resets')
    .where('token_sha256', '=', tokenHash)
    .where('expires_at', '>', now)
    .returning('staff_id')
    .executeTakeFirst();
  return used?.staff_id;
}

export async function deleteResets(db: Db, staffId: string): Promise<void> {
  await db.deleteFrom('staff_password_resets').where('staff_id', '=', staffId).execute();
}

export async function purgePasswordResets(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('staff_password_resets').where('expires_at', '<', now).execute();
}

type Asked = { readonly email: string; readonly host: string; readonly account: string | null };

/** The person of an address and the account to mail them in: the one they asked at when it is theirs, else their oldest. */
export async function findPersonToMail(
  db: Database,
  asked: Asked,
): Promise<{ readonly staffId: string; readonly name: string; readonly email: string; readonly accountId: string } | undefined> {
  const row = await db
    .selectFrom('staff as s')
    .innerJoin('memberships as m', 'm.staff_id', 's.id')
    .innerJoin('accounts as a', 'a.account_id', 'm.account_id')
    .select(['s.id', 's.name', 's.email', 'm.account_id'])
    .where(sql`lower(s.email)`, '=', asked.email)
    .where('m.active', '=', true)
    .orderBy(sql`coalesce(a.code = ${asked.account} or a.account_id::text = ${asked.account}, false) desc`)
    .orderBy(sql`coalesce(a.host = ${asked.host}, false) desc`)
    .orderBy('m.created_at')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? undefined : { staffId: row.id, name: row.name, email: row.email, accountId: row.account_id };
}
