import type { CommandContext } from '../../context.ts';
import { Problem } from '../../problem.ts';
import { recordStaffEvent } from '../record-staff-event.ts';
import { markRevoked } from '../store/invitations.ts';
import { lockMembers } from '../store/members.ts';

/** Takes an open invitation back: its link stops working at once. */
export async function revokeInvitation(context: CommandContext, id: string): Promise<void> {
  await lockMembers(context);
  if (!(await markRevoked(context, id, context.now))) throw new Problem('not_found');
  await recordStaffEvent(context, id, 'staff.invitation_revoked', {});
}
