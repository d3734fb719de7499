import type { Database } from '../../../db/pool.ts';
import { sha256 } from '../../../db/token-hash.ts';
import { Problem } from '../../problem.ts';
import { checkPassword } from '../check-password.ts';
import { hashPassword } from '../password.ts';
import { deleteResets, findReset, useReset } from '../store/password-resets.ts';
import { updatePassword } from '../store/people.ts';
import { forgetDevices } from '../store/second-factors.ts';
import { deleteSessions } from '../store/sessions.ts';

/**
 * Sets a new password by the link of a mail and ends all sessions of that person. A password that will not do leaves the
 * link as it is. Answers whose it was, or undefined when there never was such a link (or it has been cleared away).
 */
export async function redeemPasswordReset(db: Database, now: Date, given: { readonly token: string; readonly password: string }): Promise<string | undefined> {
  const tokenHash = sha256(given.token);
  const reset = await findReset(db, tokenHash);
  if (reset === undefined) return undefined;
  if (!reset.isOpen(now)) throw new Problem('password_reset.gone');
  checkPassword('/password', given.password, reset.email);
  return db.transaction().execute(async (tx) => {
    const staffId = await useReset(tx, tokenHash, now);
    if (staffId === undefined) throw new Problem('password_reset.gone');
    // Only now: of a hundred at once one pays for the hash, the others wait for its row and find it gone.
    await updatePassword(tx, staffId, await hashPassword(given.password), now);
    await deleteResets(tx, staffId);
    await deleteSessions(tx, staffId);
    await forgetDevices(tx, staffId);
    return staffId;
  });
}
