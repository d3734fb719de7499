import type { CommandContext } from '../../context.ts';
import { Problem } from '../../problem.ts';
import { lockMembers } from '../store/members.ts';
import { forgetDevices } from '../store/second-factors.ts';
import { deleteSessions } from '../store/sessions.ts';

/** Signs a member of the account out everywhere; one's own session of this request stays. Answers how many ended. */
export async function endStaffSessions(context: CommandContext, staffId: string): Promise<number> {
  const members = await lockMembers(context);
  if (!members.some((member) => member.id === staffId)) throw new Problem('not_found');
  await forgetDevices(context.tx, staffId);
  return deleteSessions(context.tx, staffId, context.actor.id === staffId ? context.sessionId : undefined);
}
