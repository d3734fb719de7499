import type { CommandContext } from '../../context.ts';
import { Problem } from '../../problem.ts';
import { mailInvitation } from '../mail-invitation.ts';
import { makeToken } from '../make-token.ts';
import { renewInvitation } from '../store/invitations.ts';
import { invitationEnds } from './invite-staff.ts';

/** Mails an open invitation again, with a new link and seven more days; the link before stops working. Answers the link. */
export async function resendInvitation(context: CommandContext, id: string): Promise<string> {
  const { token, hash } = makeToken();
  const { now } = context;
  const expiresAt = invitationEnds(now);
  const renewed = await renewInvitation(context, id, { tokenHash: hash, now, expiresAt });
  if (renewed === undefined) throw new Problem('not_found');
  return mailInvitation(context, { email: renewed.email, token, expiresAt });
}
