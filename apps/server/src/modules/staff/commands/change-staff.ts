import { keepAnOwner } from '@backdesk/domain/staff/keep-an-owner.ts';
import type { CommandContext } from '../../context.ts';
import { Problem, Refused } from '../../problem.ts';
import { recordStaffEvent } from '../record-staff-event.ts';
import { rolesToGive } from '../roles-to-give.ts';
import { isActiveAnywhere, lockMembers, updateMember } from '../store/members.ts';
import { deleteSessions } from '../store/sessions.ts';

export type StaffChange = { readonly roles?: readonly string[] | undefined; readonly active?: boolean | undefined };

/**
 * Changes what somebody may do here, or whether they may come in at all. It acts on their next request; who is active
 * nowhere any more is signed out. The last owner stays one.
 */
export async function changeStaff(context: CommandContext, staffId: string, change: StaffChange): Promise<void> {
  const members = await lockMembers(context);
  const before = members.find((member) => member.id === staffId);
  if (before === undefined) throw new Problem('not_found');
  const roles = change.roles === undefined ? before.roles : rolesToGive(context, change.roles);
  const after = { roles, active: change.active ?? before.active };
  const refusal = keepAnOwner({ before, after, others: members.filter((member) => member.id !== staffId) });
  if (refusal !== null) throw new Refused([refusal]);
  const isSame = after.active === before.active && String(after.roles) === String(before.roles);
  if (isSame) return;
  await updateMember(context, staffId, after);
  if (!after.active && !(await isActiveAnywhere(context, staffId))) await deleteSessions(context.tx, staffId);
  await recordStaffEvent(context, staffId, 'staff.changed', { roles: [before.roles, after.roles], active: [before.active, after.active] });
}
