import type { CommandContext } from '../../context.ts';
import { invalidField, Problem } from '../../problem.ts';
import { checkPassword } from '../check-password.ts';
import { hashPassword, verifyPassword } from '../password.ts';
import { findPasswordHash } from '../queries/sessions.ts';
import { deleteResets } from '../store/password-resets.ts';
import { updatePassword } from '../store/people.ts';
import { forgetDevices } from '../store/second-factors.ts';
import { deleteSessions } from '../store/sessions.ts';

/** Changes one's own password and ends one's other sessions. A key has no password: it is refused. */
export async function changePassword(context: CommandContext, wanted: { readonly currentPassword: string; readonly newPassword: string }): Promise<void> {
  const { tx, actor, email, now } = context;
  if (actor.kind !== 'staff') throw new Problem('request.forbidden');
  const hash = await findPasswordHash(tx, actor.id);
  const isRight = hash !== undefined && (await verifyPassword({ hash, password: wanted.currentPassword }));
  if (!isRight) throw invalidField('/currentPassword', 'is not your password');
  checkPassword('/newPassword', wanted.newPassword, email ?? '');
  await updatePassword(tx, actor.id, await hashPassword(wanted.newPassword), now);
  await deleteResets(tx, actor.id);
  await forgetDevices(tx, actor.id);
  await deleteSessions(tx, actor.id, context.sessionId);
}
