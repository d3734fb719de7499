import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Tables } from '../../../db/tables.ts';
import type { AccountScope } from '../../context.ts';

type Db = Kysely<Tables>;

/** Uses a one-time code up: true for one caller, however many come with it at once. */
export async function useCode(db: Db, staffId: string, codeHash: Buffer, now: Date): Promise<boolean> {
  const inserted = await db
    .insertInto('staff_used_codes')
    .values({ staff_id: staffId, code_sha256: codeHash, used_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}

/** Forgets used codes that no app shows any more, and devices whose days are over. */
export async function purgeUsedCodes(db: Db, now: Date): Promise<void> {
  await db
    .deleteFrom('staff_used_codes')
    .where('used_at', '<', new Date(now.getTime() - 3_600_000))
    .execute();
  await db.deleteFrom('staff_verifications').where('expires_at', '<', now).execute();
}

/** Makes every device of a person ask for a code again. */
export async function forgetDevices(db: Db, staffId: string): Promise<void> {
  await db.deleteFrom('staff_verifications').where('value', '=', staffId).where('identifier', 'like', 'trust-device-%').execute();
}

/** Takes the second factor away; false when there was none. */
export async function deleteSecondFactor(db: Db, staffId: string): Promise<boolean> {
  await forgetDevices(db, staffId);
  await db.updateTable('staff').set({ two_factor_enabled: false }).where('id', '=', staffId).execute();
  const deleted = await db.deleteFrom('staff_second_factors').where('staff_id', '=', staffId).executeTakeFirst();
  return deleted.numDeletedRows === 1n;
}

/** Whether the person belongs to an account beside this one. */
export async function worksElsewhere(db: Db, scope: AccountScope, staffId: string): Promise<boolean> {
  const found = await db
    .selectFrom('memberships')
    .select('staff_id')
    .where('staff_id', '=', staffId)
    .where('account_id', '<>', scope.accountId)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

export async function updateSignInRules(db: Db, scope: AccountScope, requiresSecondFactor: boolean): Promise<void> {
  await db
    .updateTable('accounts')
    .set({ requires_second_factor: requiresSecondFactor, version: sql`version + 1` })
    .where('account_id', '=', scope.accountId)
    .execute();
}
