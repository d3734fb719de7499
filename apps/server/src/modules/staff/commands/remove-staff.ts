import { keepAnOwner } from '@backdesk/domain/staff/keep-an-owner.ts';
import type { CommandContext } from '../../context.ts';
import { Problem, Refused } from '../../problem.ts';
import { recordStaffEvent } from '../record-staff-event.ts';
import { deleteMember, isActiveAnywhere, lockMembers } from '../store/members.ts';
import { deleteSessions } from '../store/sessions.ts';

/** Takes somebody out of the account. Their name stays on what they did; the last owner cannot go. */
export async function removeStaff(context: CommandContext, staffId: string): Promise<void> {
  const members = await lockMembers(context);
  const before = members.find((member) => member.id === staffId);
  if (before === undefined) throw new Problem('not_found');
  const refusal = keepAnOwner({ before, after: null, others: members.filter((member) => member.id !== staffId) });
  if (refusal !== null) throw new Refused([refusal]);
  await deleteMember(context, staffId);
  if (!(await isActiveAnywhere(context, staffId))) await deleteSessions(context.tx, staffId);
  await recordStaffEvent(context, staffId, 'staff.removed', { roles: before.roles });
}
