import type { CommandContext } from '../../context.ts';
import { actorKey } from '../../context.ts';
import { Problem } from '../../problem.ts';
import { mailInvitation } from '../mail-invitation.ts';
import { makeToken } from '../make-token.ts';
import { recordStaffEvent } from '../record-staff-event.ts';
import { rolesToGive } from '../roles-to-give.ts';
import { replaceInvitation } from '../store/invitations.ts';
import { lockMembers } from '../store/members.ts';

const days = 7;
export const invitationEnds = (now: Date): Date => new Date(now.getTime() + days * 24 * 3_600_000);

export type Invited = { readonly id: string; readonly url: string };

/** Invites somebody by mail to join the account. An open invitation of the same address is replaced. */
export async function inviteStaff(context: CommandContext, wanted: { readonly email: string; readonly roles: readonly string[] }): Promise<Invited> {
  const email = wanted.email.toLowerCase();
  const roles = rolesToGive(context, wanted.roles);
  const members = await lockMembers(context);
  if (members.some((member) => member.email.toLowerCase() === email)) throw new Problem('staff.already_member');
  const { token, hash } = makeToken();
  const id = context.newId();
  const { actor, now } = context;
  const expiresAt = invitationEnds(now);
  await replaceInvitation(context, { id, email, roles, tokenHash: hash, invitedBy: actorKey(actor), invitedByName: actor.name, now, expiresAt });
  await recordStaffEvent(context, id, 'staff.invited', { roles });
  return { id, url: await mailInvitation(context, { email, token, expiresAt }) };
}
