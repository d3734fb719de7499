import type { Database } from '../../../db/pool.ts';
import { hashPassword } from '../password.ts';
import { deleteResets } from '../store/password-resets.ts';
import { findStaffId, updatePassword } from '../store/people.ts';
import { forgetDevices } from '../store/second-factors.ts';
import { deleteSessions } from '../store/sessions.ts';

/** Sets somebody's password and ends their sessions. Answers false when nobody has the address. */
export async function setPassword(db: Database, email: string, password: string): Promise<boolean> {
  const passwordHash = await hashPassword(password);
  return db.transaction().execute(async (tx) => {
    const staffId = await findStaffId(tx, email);
    if (staffId === undefined) return false;
    await updatePassword(tx, staffId, passwordHash, new Date());
    await deleteResets(tx, staffId);
    await deleteSessions(tx, staffId);
    await forgetDevices(tx, staffId);
    return true;
  });
}
