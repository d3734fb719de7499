import type { Kysely } from 'kysely';
import type { Tables } from '../../../db/tables.ts';

type Db = Kysely<Tables>;

/** Ends one session of a person; false when they have none of that id. */
export async function deleteSession(db: Db, staffId: string, sessionId: string): Promise<boolean> {
  const deleted = await db.deleteFrom('staff_sessions').where('staff_id', '=', staffId).where('id', '=', sessionId).executeTakeFirst();
  return deleted.numDeletedRows === 1n;
}

/** Ends a person's sessions, but for the one to keep; answers how many. */
export async function deleteSessions(db: Db, staffId: string, keep?: string): Promise<number> {
  let remove = db.deleteFrom('staff_sessions').where('staff_id', '=', staffId);
  if (keep !== undefined) remove = remove.where('id', '<>', keep);
  return Number((await remove.executeTakeFirst()).numDeletedRows);
}

export async function deleteSessionOf(db: Db, token: string): Promise<void> {
  await db.deleteFrom('staff_sessions').where('token', '=', token).execute();
}
