import type { Database } from '../../../db/pool.ts';
import { hashPassword } from '../password.ts';
import { updatePassword } from '../store.ts';

/** Sets somebody's password and ends their sessions. Answers false when nobody has the address. */
export async function setPassword(db: Database, email: string, password: string): Promise<boolean> {
  const passwordHash = await hashPassword(password);
  return db.transaction().execute((tx) => updatePassword(tx, email, passwordHash));
}
