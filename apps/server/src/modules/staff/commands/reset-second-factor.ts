import type { CommandContext } from '../../context.ts';
import { Problem } from '../../problem.ts';
import { recordStaffEvent } from '../record-staff-event.ts';
import { lockMembers } from '../store/members.ts';
import { deleteSecondFactor, worksElsewhere } from '../store/second-factors.ts';
import { deleteSessions } from '../store/sessions.ts';

/**
 * Takes a member's second factor away when they lost it, and ends their sessions: who signs in next knows the password only.
 * Not for somebody who also works for another account, whose owner was not asked; there is the command line for them.
 */
export async function resetSecondFactor(context: CommandContext, staffId: string): Promise<void> {
  const members = await lockMembers(context);
  if (!members.some((member) => member.id === staffId)) throw new Problem('not_found');
  if (await worksElsewhere(context.tx, context.scope, staffId)) throw new Problem('staff.works_elsewhere');
  if (!(await deleteSecondFactor(context.tx, staffId))) throw new Problem('second_factor.off');
  await deleteSessions(context.tx, staffId, context.actor.id === staffId ? context.sessionId : undefined);
  await recordStaffEvent(context, staffId, 'staff.second_factor_reset', {});
}
