import type { OpenInvitation } from '@backdesk/contract/staff/schema.ts';
import type { Database } from '../../../db/pool.ts';
import { sha256 } from '../../../db/token-hash.ts';
import { Problem } from '../../problem.ts';
import { findInvitationByToken } from '../store/invitations.ts';

/** What an invitation is for, by the token of its link; reading decides nothing. Undefined when there never was one. */
export async function showInvitation(db: Database, token: string, now: Date): Promise<OpenInvitation | undefined> {
  const found = await findInvitationByToken(db, sha256(token));
  if (found === undefined) return undefined;
  if (found.accepted_at !== null || found.revoked_at !== null || found.expires_at <= now) throw new Problem('invitation.gone');
  return {
    accountName: found.account_name,
    invitedBy: found.invited_by_name,
    email: found.email,
    roles: [...found.roles],
    hasSignIn: found.has_sign_in,
    expiresAt: found.expires_at.toISOString(),
  };
}
